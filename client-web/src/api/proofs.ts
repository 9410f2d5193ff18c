// The signed head of the log, the key that signs it, and what the server proves of it.
import { get } from "./http";
import type { ConsistencyProof, InclusionProof, LogHead, LogKey } from "./types";

export const logHead = () => get<LogHead>("/log/head");
export const logKey = () => get<LogKey>("/log/key");
/** That an event is among the first so many. */
export const proveEvent = (position: number, size: number) => get<InclusionProof>("/log/proof", { position, size });
/** That the first so many are the beginning of that many. */
export const proveGrowth = (before: number, size: number) => get<ConsistencyProof>("/log/proof", { before, size });
