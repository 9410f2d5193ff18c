// Practice-sharing visits: to list, to read, and to ask for something to happen.
import { get, post, read, type WriteOptions } from "./http";
import type { List, Read, VisitDetail, VisitRequest, VisitSummary, Written } from "./types";

export interface DiaryQuery {
  school?: string;
  network?: string;
  open?: boolean;
  /** As they were known at a moment. */
  at?: string;
  cursor?: string;
  limit?: number;
}

export const listVisits = (query: DiaryQuery) => get<List<VisitSummary>>("/visits", { ...query });
export const readVisit = (id: string, at?: string): Promise<Read<VisitDetail>> => read(`/visits/${id}`, { at });
export const askForVisit = (body: VisitRequest, options: WriteOptions) => post("/visits", body, options);
export const actOnVisit = (id: string, command: string, body: object, options: WriteOptions): Promise<Written> =>
  post(`/visits/${id}/${command}`, body, options);
