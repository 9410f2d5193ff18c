// One question to everything: schools, people, visits, reviews, partnerships and meetings.
import { get } from "./http";
import type { Found } from "./types";

/** At most so many of each kind. */
export const searchFor = (q: string, limit: number) => get<Found>("/search", { q, limit });
