import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Read } from "../api/types";
import { match } from "../router/match";
import { Detail } from "./detail.svelte";
import { dropDraft, findDraft, forgetDrafts, keepDraft } from "./drafts";
import { Loaded } from "./loaded.svelte";

beforeEach(() => localStorage.clear());

describe("a draft", () => {
  it("is kept per person and form, with its time", () => {
    keepDraft("per_1", "vis_1.agree", { note: "Hello" }, new Date("2026-03-09T09:00:00Z"));
    expect(findDraft("per_1", "vis_1.agree")).toEqual({ values: { note: "Hello" }, kept_at: "2026-03-09T09:00:00.000Z" });
    expect(findDraft("per_2", "vis_1.agree")).toBeNull();
    dropDraft("per_1", "vis_1.agree");
    expect(findDraft("per_1", "vis_1.agree")).toBeNull();
  });
  it("goes with its person at signing out, and nobody else's", () => {
    keepDraft("per_1", "a", {});
    keepDraft("per_2", "a", {});
    forgetDrafts("per_1");
    expect(findDraft("per_1", "a")).toBeNull();
    expect(findDraft("per_2", "a")).not.toBeNull();
  });
  it("that cannot be read is none", () => {
    localStorage.setItem("commonweal.draft.per_1.a", "{");
    expect(findDraft("per_1", "a")).toBeNull();
  });
});

describe("something read", () => {
  it("is overtaken by a later reading", async () => {
    const answers: ((value: string) => void)[] = [];
    const loaded = new Loaded(() => new Promise<string>((resolve) => answers.push(resolve)));
    const [first, second] = [loaded.load(), loaded.load()];
    answers[1]?.("new");
    answers[0]?.("old");
    await Promise.all([first, second]);
    expect(loaded.value).toBe("new");
    expect(loaded.loading).toBe(false);
  });
  it("keeps its value when reading again fails", async () => {
    const ask = vi.fn<() => Promise<string>>().mockResolvedValueOnce("value").mockRejectedValueOnce(new Error("no"));
    const loaded = new Loaded(ask);
    await loaded.load();
    await loaded.load();
    expect(loaded.value).toBe("value");
    expect(loaded.error).toBeInstanceOf(Error);
  });
});

describe("a thing on the screen", () => {
  const read = (version: number): Read<{ version: number }> => ({ value: { version }, etag: `"${version}"` });
  const written = { id: "vis_1", version: 2, position: 9, events: [] };

  it("is acted on as it was read, where that matters", async () => {
    const send = vi.fn((..._: unknown[]) => Promise.resolve(written));
    const detail = new Detail(() => Promise.resolve(read(1)), send, () => false);
    await detail.read.load();
    await detail.act(true, "agree", {}, { key: "k" });
    await detail.act(false, "reflect", {}, { key: "k" });
    expect(send.mock.calls.map((call) => call[2])).toEqual([{ key: "k", etag: '"1"' }, { key: "k", etag: null }]);
  });
  it("is read until it shows what was written", async () => {
    window.scrollTo = vi.fn();
    const ask = vi.fn<() => Promise<Read<{ version: number }>>>().mockResolvedValueOnce(read(1)).mockResolvedValueOnce(read(1)).mockResolvedValue(read(2));
    const detail = new Detail(ask, () => Promise.resolve(written), () => false);
    await detail.read.load();
    await detail.finish(written, "Done.");
    expect(detail.value?.version).toBe(2);
    expect(detail.done).toBe("Done.");
  });
  it("changed elsewhere waits while something is typed", async () => {
    let typing = true;
    const ask = vi.fn<() => Promise<Read<{ version: number }>>>().mockResolvedValueOnce(read(1)).mockResolvedValue(read(3));
    const detail = new Detail(ask, () => Promise.resolve(written), () => typing);
    await detail.read.load();
    detail.seen(1);
    expect(detail.changed).toBe(false);
    detail.seen(3);
    expect(detail.changed).toBe(true);
    expect(detail.value?.version).toBe(1);
    typing = false;
    detail.seen(3);
    await vi.waitFor(() => expect(detail.value?.version).toBe(3));
  });
});

it("an address matches its route, with its parts decoded", () => {
  expect(match("/visits/:id", "/visits/vis_1")).toEqual({ id: "vis_1" });
  expect(match("/schools/:urn", "/schools/a%20b")).toEqual({ urn: "a b" });
  expect(match("/schools/:urn", "/schools/%E0")).toEqual({ urn: "%E0" });
  expect(match("/visits/:id", "/visits")).toBeNull();
  expect(match("/", "/")).toEqual({});
});
