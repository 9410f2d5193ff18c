// The views themselves, for administrators: how far they are, and all of them worked out anew.
import { get, post } from "./http";
import type { ViewsStatus } from "./types";

export const viewsStatus = () => get<ViewsStatus>("/views");
/** Refused where it is under way already, or where nobody would put them in their place. */
export const rebuildViews = () => post<ViewsStatus>("/views/rebuild", {});
