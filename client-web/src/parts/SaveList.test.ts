import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Unreachable } from "../api/problem";
import type { List, ReviewSummary, VisitSummary } from "../api/types";
import { rows_max, type PageAsked } from "../stores/all_rows";
import { names } from "../stores/names.svelte";
import { meeting } from "../testing/views";
import { partnership } from "../testing/partnerships";
import { meetingFile } from "../routes/meetings/file";
import { partnershipFile } from "../routes/partnerships/file";
import { reviewFile } from "../routes/reviews/file";
import { visitFile } from "../routes/visits/file";
import SaveList from "./SaveList.svelte";
import { toCsv, type CsvFile } from "./csv";

interface Row {
  text: string;
}
const file: CsvFile<Row> = { name: "rows.csv", head: ["text"], cells: ({ text }) => [text] };
let saved = "";

beforeEach(() => {
  saved = "";
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    void (blob as Blob).text().then((text) => (saved = text));
    return "blob:x";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(ask: (page: PageAsked) => Promise<List<Row>>): () => Promise<boolean> {
  render(SaveList<Row>, { file, ask });
  return () => fireEvent.click(screen.getByRole("button", { name: "Download CSV" }));
}
const said = () => screen.getByRole("status").textContent;

it("saves the whole list, not just this page, and lets no cell become a formula", async () => {
  const pages: Record<string, List<Row>> = { "": { items: [{ text: "one" }], next: "2" }, 2: { items: [{ text: "=cmd" }] } };
  await show(({ cursor = "" }) => Promise.resolve(pages[cursor]!))();
  await vi.waitFor(() => expect(said()).toBe("The file has all 2 rows, not just this page."));
  await vi.waitFor(() => expect(saved.replace("\ufeff", "")).toBe("text\r\none\r\n'=cmd\r\n"));
});

it("says how far it is, and cannot be asked twice meanwhile", async () => {
  let answer: (page: List<Row>) => void = () => {};
  const first = Promise.resolve({ items: Array.from({ length: 200 }, () => ({ text: "x" })), next: "2" });
  const press = show(({ cursor }) => (cursor ? new Promise((resolve) => (answer = resolve)) : first));
  await press();
  await vi.waitFor(() => expect(said()).toBe("200 rows fetched …"));
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Download CSV" }).disabled).toBe(true);
  answer({ items: [] });
  await vi.waitFor(() => expect(said()).toMatch(/all 200 rows/));
});

it("says so where it is cut", async () => {
  let page = 0;
  await show(() => Promise.resolve({ items: Array.from({ length: 200 }, () => ({ text: "x" })), next: String((page += 1)) }))();
  await vi.waitFor(() => expect(said()).toBe("The file has the first 2,000 rows; there are more. Ask for fewer with the filters above."));
  await vi.waitFor(() => expect(saved.trim().split("\r\n")).toHaveLength(1 + rows_max));
});

it("says why there is no file", async () => {
  await show(() => Promise.reject(new Unreachable()))();
  await vi.waitFor(() => expect(said()).toMatch(/^There is no file\. There is no connection/));
  expect(saved).toBe("");
});

it("each list's rows have as many cells as its head", () => {
  names.learn(["100001", "100002"].map((school) => ({ school, name: `School ${school}` })));
  vi.stubGlobal("fetch", () => Promise.reject(new Error("not asked for")));
  const days = { network: "net_1", attested: false, version: 1, position: 1, changed: "2026-03-02T09:00:00Z" };
  const visit: VisitSummary = { id: "vis_1", guest: "100001", host: "100002", theme: "equity", stage: "held", return_stage: "none", practices: 0, ...days };
  const review: ReviewSummary = { id: "rev_1", host: "100001", reviewing_school: "100002", stage: "held", ...days, days: ["2026-03-02", "2026-03-03"] };
  const filled = [
    [visitFile.head, visitFile.cells(visit)],
    [reviewFile.head, reviewFile.cells(review)],
    [partnershipFile.head, partnershipFile.cells(partnership("par_1"))],
    [meetingFile.head, meetingFile.cells(meeting("mee_1"))],
  ] as const;
  for (const [head, cells] of filled) expect(cells, toCsv([[...head]])).toHaveLength(head.length);
});
