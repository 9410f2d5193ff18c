// The only file that calls fetch. Reads answer a value and its ETag; writes carry the session's
// CSRF token and an idempotency key, so that sending one twice does it once.
import { Refused, Unreachable, type Problem } from "./problem";
import type { Read, Written } from "./types";

const root = "/api/v1";
let csrfToken = "";
let whenSignedOut: () => void = () => {};

export function useToken(token: string): void {
  csrfToken = token;
}

/** Called when the server no longer knows this session. */
export function onSignedOut(tell: () => void): void {
  whenSignedOut = tell;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  const text = search.toString();
  return root + path + (text ? `?${text}` : "");
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = { type: "about:blank", title: `The server answered ${response.status}.`, status: response.status };
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable();
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (response.status === 401 && !url.startsWith(`${root}/session`)) whenSignedOut();
  const seconds = Number(response.headers.get("Retry-After"));
  throw new Refused(problem, seconds > 0 ? seconds : null);
}

export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Read<T>> {
  const response = await send(address(path, query), {
    headers: { Accept: "application/json" },
    signal: signal ?? null,
  });
  const position = Number(response.headers.get("X-Position") ?? 0);
  return { value: (await response.json()) as T, etag: response.headers.get("ETag"), position };
}

export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return (await read<T>(path, query, signal)).value;
}

export interface WriteOptions {
  /** The same for each attempt at one thing. */
  key?: string;
  /** Only if it still is as it was read. */
  etag?: string | null;
}

export async function post<T = Written>(path: string, body: unknown, options: WriteOptions = {}): Promise<T> {
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    Accept: "application/json",
    "Idempotency-Key": options.key ?? newKey(),
  };
  if (csrfToken) headers["X-CSRF-Token"] = csrfToken;
  if (options.etag) headers["If-Match"] = options.etag;
  const response = await send(root + path, { method: "POST", headers, body: JSON.stringify(body) });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Hands over a file or pasted text as it is. Without a key: whatever takes it knows itself what it has done already. */
export async function upload<T>(path: string, query: Query, body: string | ArrayBuffer, type: string): Promise<T> {
  const headers = { "Content-Type": type, Accept: "application/json", "X-CSRF-Token": csrfToken };
  return (await (await send(address(path, query), { method: "POST", headers, body })).json()) as T;
}

export async function remove(path: string): Promise<void> {
  await send(root + path, { method: "DELETE", headers: { "X-CSRF-Token": csrfToken } });
}

/** 128 random bits; crypto.randomUUID is missing where a page is not served over TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
