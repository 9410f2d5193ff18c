// When schools are open: the terms of a school's authority, of its trust and its own; to read, to set, to carry on.
import { get, post, type WriteOptions } from "./http";
import type { CarryTermDates, SetTermDates, TermDatesView, Written } from "./types";

/** As they stand once that position of the log is among them, where one is given; `at`: as they were known at a moment. */
export const readTermDates = (school: string, after?: number, at?: string) => get<TermDatesView>(`/schools/${school}/term-dates`, { after, at });
export const setTermDates = (school: string, body: SetTermDates, options: WriteOptions): Promise<Written> =>
  post(`/schools/${school}/set-term-dates`, body, options);
export const carryTermDates = (school: string, body: CarryTermDates, options: WriteOptions): Promise<Written> =>
  post(`/schools/${school}/carry-term-dates`, body, options);
