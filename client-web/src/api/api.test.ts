import { afterEach, describe, expect, it, vi } from "vitest";
import { address, get, newKey, onSignedOut, post, useToken } from "./http";
import { Refused, Unreachable, sayProblem } from "./problem";

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const spy = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response(JSON.stringify(body), { status, headers })));
  vi.stubGlobal("fetch", spy);
  return spy;
}
const headersOf = (spy: ReturnType<typeof answer>) => (spy.mock.calls[0]?.[1].headers ?? {}) as Record<string, string>;

afterEach(() => vi.unstubAllGlobals());

describe("a request", () => {
  it("asks only for what was given", () => {
    expect(address("/schools", { q: "a&b", la: "", cursor: null, limit: 5 })).toBe("/api/v1/schools?q=a%26b&limit=5");
  });
  it("that writes carries the token, a key, and the version that it means", async () => {
    const spy = answer(200, { id: "vis_1", version: 2, position: 9, events: [] });
    useToken("token");
    await post("/visits/vis_1/agree", {}, { key: "k", etag: '"1"' });
    expect(headersOf(spy)).toMatchObject({ "X-CSRF-Token": "token", "Idempotency-Key": "k", "If-Match": '"1"' });
  });
  it("that writes carries no version where none is meant", async () => {
    const spy = answer(200, {});
    await post("/visits", {});
    expect(headersOf(spy)).not.toHaveProperty("If-Match");
  });
  it("makes keys that differ", () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });
});

describe("a refusal", () => {
  it("names the rule and says the server's sentence", async () => {
    answer(422, { type: "/problems/refusal/same-group", title: "Not allowed", status: 422, detail: "One trust." });
    const error = await get("/x").catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).rule).toBe("same-group");
    expect(sayProblem(error)).toBe("One trust.");
  });
  it("of what is stale says that the words are kept", async () => {
    answer(412, { type: "x", title: "Changed", status: 412 });
    const error = await get("/x").catch((caught: unknown) => caught);
    expect((error as Refused).stale).toBe(true);
    expect(sayProblem(error)).toContain("what you typed is kept");
  });
  it("for too many requests says how long to wait", async () => {
    answer(429, { type: "x", title: "Slow", status: 429 }, { "Retry-After": "7" });
    expect(sayProblem(await get("/x").catch((caught: unknown) => caught))).toContain("in 7 seconds");
  });
  it("without a body is still a problem", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>", { status: 502 })));
    expect(((await get("/x").catch((caught: unknown) => caught)) as Refused).problem.status).toBe(502);
  });
  it("for want of a session says so once to the page", async () => {
    const tell = vi.fn();
    onSignedOut(tell);
    answer(401, { type: "x", title: "Sign in", status: 401 });
    await get("/visits").catch(() => undefined);
    await get("/session").catch(() => undefined);
    expect(tell).toHaveBeenCalledOnce();
  });
});

it("that nobody answers is unreachable", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  expect(await get("/x").catch((caught: unknown) => caught)).toBeInstanceOf(Unreachable);
});
