// The only file that opens a WebSocket; and the same messages by polling.
import { get } from "../api/http";
import type { Incoming } from "./messages";

/** As much of a WebSocket as the connection uses; tests bring their own. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event?: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

export function openSocket(): Socket {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(`${scheme}//${location.host}/live`) as unknown as Socket;
}

export async function poll(topic: string, from: number | null): Promise<Incoming[]> {
  return (await get<{ messages: Incoming[] }>("/live", { topic, from })).messages;
}
