// Peer reviews: to list, to read, and to ask for something to happen.
import { get, post, read, type WriteOptions } from "./http";
import type { List, Person, Read, ReviewDetail, ReviewRequest, ReviewSummary, Written } from "./types";
import type { DiaryQuery } from "./visits";

export const listReviews = (query: DiaryQuery) => get<List<ReviewSummary>>("/reviews", { ...query });
export const readReview = (id: string, at?: string): Promise<Read<ReviewDetail>> => read(`/reviews/${id}`, { at });
export const askForReview = (body: ReviewRequest, options: WriteOptions) => post("/reviews", body, options);
export const actOnReview = (id: string, command: string, body: object, options: WriteOptions): Promise<Written> =>
  post(`/reviews/${id}/${command}`, body, options);
export const peopleOf = (school: string) => get<List<Person>>("/people", { school });
