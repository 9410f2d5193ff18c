// What is worth asking, and how much is asked for.
import type { Found } from "../../api/types";

/** Of each kind: at first, and where the reader wants more. */
export const limits = { first: 8, most: 50 };

const letters_min = 2;

/** A single letter fits almost everything. */
export const asks = (q: string): boolean => q.length >= letters_min;

/** Of which networks the schools are that the lines name. */
export const networksIn = ({ visits, reviews, partnerships, meetings }: Found): string[] => [
  ...new Set([...visits, ...reviews, ...partnerships, ...meetings].map(({ network }) => network)),
];
