// What schools gave and received over a time, and what is put into a school's account beside.
import { get, post, type WriteOptions } from "./http";
import type { LedgerView, Written } from "./types";

/** Without days: the last three years up to today. */
export interface LedgerQuery {
  network?: string;
  cluster?: string;
  school?: string;
  from?: string;
  to?: string;
  /** A position of the log that is to be among what it tells. */
  after?: number;
  /** As it was known at a moment. */
  at?: string;
}

export const readLedger = (query: LedgerQuery) => get<LedgerView>("/ledger", { ...query });
export const actOnLedger = (school: string, command: string, body: object, options: WriteOptions): Promise<Written> =>
  post(`/schools/${school}/${command}`, body, options);
