// What client and server say to each other over /live, and by polling.
import type { Problem } from "../api/problem";

export type Incoming =
  | { type: "snapshot"; topic: string; position: number; view: unknown }
  | { type: "delta"; topic: string; position: number; changes: unknown }
  | { type: "refused"; topic: string; problem: Problem }
  | { type: "ping" };

export type Outgoing =
  | { type: "subscribe"; topic: string; from?: number }
  | { type: "unsubscribe"; topic: string }
  | { type: "pong" };

/** None where the text is not one of our messages. */
export function parseMessage(text: string): Incoming | null {
  try {
    const message = JSON.parse(text) as Incoming;
    return typeof message?.type === "string" ? message : null;
  } catch {
    return null;
  }
}
