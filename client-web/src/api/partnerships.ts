// Partnerships: to list, to read, and to ask for something to happen.
import { get, post, read, type WriteOptions } from "./http";
import type { List, PartnershipDetail, PartnershipPropose, PartnershipSummary, Read, Written } from "./types";
import type { DiaryQuery } from "./visits";

export const listPartnerships = (query: DiaryQuery) => get<List<PartnershipSummary>>("/partnerships", { ...query });
export const readPartnership = (id: string, at?: string): Promise<Read<PartnershipDetail>> => read(`/partnerships/${id}`, { at });
export const proposePartnership = (body: PartnershipPropose, options: WriteOptions) => post("/partnerships", body, options);
export const actOnPartnership = (id: string, command: string, body: object, options: WriteOptions): Promise<Written> =>
  post(`/partnerships/${id}/${command}`, body, options);
