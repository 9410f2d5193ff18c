// Meetings of clusters: to list, to read, to ask for something to happen, and what helps to plan one.
import { get, post, read, type WriteOptions } from "./http";
import type { HostInTurn, List, MeetingDetail, MeetingPropose, MeetingSummary, OpenDay, Read, Written } from "./types";
import type { DiaryQuery } from "./visits";

export interface MeetingQuery extends DiaryQuery {
  cluster?: string;
}

export const listMeetings = (query: MeetingQuery) => get<List<MeetingSummary>>("/meetings", { ...query });
export const readMeeting = (id: string, at?: string): Promise<Read<MeetingDetail>> => read(`/meetings/${id}`, { at });
export const proposeMeeting = (body: MeetingPropose, options: WriteOptions) => post("/meetings", body, options);
export const actOnMeeting = (id: string, command: string, body: object, options: WriteOptions): Promise<Written> =>
  post(`/meetings/${id}/${command}`, body, options);

/** The weekdays between two days that are at most 62 apart. */
export const openDays = (cluster: string, from: string, to: string) => get<List<OpenDay>>(`/clusters/${cluster}/open-days`, { from, to });
/** The schools of a cluster in the order in which it is their turn. */
export const hostsInTurn = (cluster: string) => get<List<HostInTurn>>(`/clusters/${cluster}/hosts`);
