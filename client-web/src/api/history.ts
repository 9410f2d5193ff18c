// What happened to a visit, a review, a partnership or a meeting, a page at a time.
import { get } from "./http";
import type { HistoryRow, List } from "./types";

export type HistoryOf = "visits" | "reviews" | "partnerships" | "meetings";

export const readHistory = (of: HistoryOf, id: string, cursor?: string) => get<List<HistoryRow>>(`/${of}/${id}/history`, cursor ? { cursor } : {});
