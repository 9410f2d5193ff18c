// The log by place: what happened in a cluster, in a network or at a school, a page at a time.
import { get } from "./http";
import type { LogEvent, List } from "./types";

/** Of what: one of the three. */
export interface EventPlace {
  cluster?: string;
  network?: string;
  school?: string;
}

export interface EventQuery extends EventPlace {
  kind?: string;
  order?: "oldest" | "newest";
  /** A position: it and what comes after, or before, in that order. */
  cursor?: string | number;
  limit?: number;
}

export const listEvents = (query: EventQuery) => get<List<LogEvent>>("/events", { ...query });
export const readEvent = (position: number) => get<LogEvent>(`/events/${position}`);
