// What a search found, for tests.
import type { Found } from "../api/types";

export const found = (part: Partial<Found> = {}): Found => ({ schools: [], people: [], visits: [], reviews: [], partnerships: [], meetings: [], more: [], ...part });
