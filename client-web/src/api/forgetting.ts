// Forgetting: a name and an address put right, somebody or words erased, and all that is held about somebody.
import { get, post, type WriteOptions } from "./http";
import type { Held, PersonErase, RedactText, Written } from "./types";

/** Forms send plain words; what stood there before is erased. */
export interface Details {
  name: string;
  email: string;
}

export const correctDetails = (id: string, body: Details, options: WriteOptions): Promise<Written> =>
  post(`/people/${id}/correct-details`, body, options);
export const erasePerson = (id: string, body: PersonErase, options: WriteOptions): Promise<Written> => post(`/people/${id}/erase`, body, options);
/** Answered when the words are gone; the event itself stays. */
export const redactEvent = (position: number, body: RedactText, options: WriteOptions): Promise<Written> =>
  post(`/events/${position}/redact`, body, options);

/** Oldest first; `cursor`: the next of the answer before. */
export const readHeld = (id: string, cursor?: string) => get<Held>(`/people/${id}/held`, { cursor });
