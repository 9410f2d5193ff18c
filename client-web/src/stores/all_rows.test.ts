import { describe, expect, it, vi } from "vitest";
import { allRows, rows_max, type PageAsked } from "./all_rows";

/** A server with so many rows, in pages as it is asked. */
const server = (total: number) =>
  vi.fn(({ cursor = "0", limit }: PageAsked) => {
    const from = Number(cursor);
    const to = Math.min(total, from + limit);
    return Promise.resolve({ items: Array.from({ length: to - from }, (_, index) => from + index), ...(to < total ? { next: String(to) } : {}) });
  });

describe("a whole list", () => {
  it("is fetched page by page, and says how far it is", async () => {
    const [ask, tell] = [server(450), vi.fn()];
    const { rows, cut } = await allRows(ask, tell);
    expect(rows).toEqual([...Array(450).keys()]);
    expect(cut).toBe(false);
    expect(tell.mock.calls.flat()).toEqual([200, 400, 450]);
    expect(ask.mock.calls.map(([page]) => page)).toEqual([{ limit: 200 }, { cursor: "200", limit: 200 }, { cursor: "400", limit: 200 }]);
  });
  it.each([
    [0, false],
    [rows_max, false],
    [rows_max + 1, true],
    [9999, true],
  ])("of %i rows ends at the bound, and says when it is cut: %s", async (total, cut) => {
    const ask = server(total);
    const all = await allRows(ask);
    expect(all.rows).toHaveLength(Math.min(total, rows_max));
    expect(all.cut).toBe(cut);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(10);
  });
  it("ends where a page leads to itself", async () => {
    const ask = vi.fn(() => Promise.resolve({ items: [1], next: "here" }));
    expect((await allRows(ask)).rows).toEqual([1, 1]);
  });
  it("fails as its page fails", async () => {
    await expect(allRows(() => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  });
});
