// Schools that change: what hangs on one, where it goes, which ones still belong to something, and places outside the
// register.
import { get, post, type WriteOptions } from "./http";
import type { AddPlace, ChangingSchool, HangingView, LinkPredecessor, List, SchoolHandOn, Written } from "./types";

/** What hangs there once that position of the log is counted, where one is given. */
export const hangingOn = (school: string, after?: number) => get<HangingView>(`/schools/${school}/hanging`, { after });
export const handOn = (school: string, body: SchoolHandOn, options: WriteOptions): Promise<Written> =>
  post(`/schools/${school}/hand-on`, body, options);
/** `school`: the one that followed. */
export const linkSchool = (school: string, body: LinkPredecessor, options: WriteOptions): Promise<Written> =>
  post(`/schools/${school}/link`, body, options);
export const changingSchools = (network: string) => get<List<ChangingSchool>>("/changing-schools", { network });
/** The answer's id is the number that the place was given. */
export const addPlace = (body: AddPlace, options: WriteOptions): Promise<Written> => post("/schools", body, options);
