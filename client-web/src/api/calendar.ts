// What happens when in a cluster or a network, and when its schools are closed.
import { get } from "./http";
import type { CalendarOfGroup } from "./types";

export type Group = "cluster" | "network";

/** Two days that are at most 400 apart; `at`: as it was known at a moment. */
export const calendarOf = (of: Group, id: string, from: string, to: string, at?: string) => get<CalendarOfGroup>(`/${of}s/${id}/calendar`, { from, to, at });
