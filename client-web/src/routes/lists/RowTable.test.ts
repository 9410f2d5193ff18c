import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { ListNote, ListRow } from "../../api/lists";
import * as csv from "../../parts/csv";
import { printing } from "../../stores/printing.svelte";
import { list, missing, row } from "../../testing/lists";
import type { Answer } from "./page.svelte";
import RowTable from "./RowTable.svelte";

afterEach(() => {
  cleanup();
  printing.on = false;
});

function show(rows: ListRow[], notes: ListNote[] = [], taken = false): void {
  const result = { ...list(...rows), notes };
  const answer: Answer = { kind: "members", network: "net_1", given: "x", body: { content: "x", type: "text/plain" }, result, taken };
  render(RowTable, { answer });
}
const cells = () => within(screen.getByRole("table")).getAllByRole("row").slice(1).map((each) => [...each.children].map(({ textContent }) => textContent?.trim()));
const onlyRejected = () => fireEvent.click(screen.getByRole("checkbox", { name: "Only rows that cannot be taken in" }));

it("has what is to be corrected first, each row with what to know of it", () => {
  show([row(2, "created"), row(3, "unchanged"), missing], [{ row: 2, column: "URN", reason: "a formula gave this" }, { row: 0, column: "", reason: "there are further worksheets" }]);
  expect(cells()).toEqual([
    ["4", "–", "Cannot be taken in", "URN: is missing"],
    ["2", "School 2", "New", "URN: a formula gave this"],
    ["3", "School 3", "There already", ""],
  ]);
  expect(screen.getByText("there are further worksheets")).toBeTruthy();
});

it("says afterwards what was done", () => {
  show([row(2, "created"), missing], [], true);
  expect(cells().map((each) => each[2])).toEqual(["Not taken in", "Taken in"]);
  expect(screen.getByRole("checkbox", { name: "Only rows that were not taken in" })).toBeTruthy();
});

it("shows only the rows to correct, and hands them over as a file", async () => {
  const saved = vi.spyOn(csv, "saveCsv").mockImplementation(() => undefined);
  show([row(2, "created"), missing]);
  await onlyRejected();
  expect(cells().map(([at]) => at)).toEqual(["4"]);
  await fireEvent.click(screen.getByRole("button", { name: "Download these rows and why (CSV)" }));
  expect(saved).toHaveBeenCalledWith("members-to-correct.csv", [["row", "what", "column", "reason"], ["4", "", "URN", "is missing"]]);
});

it("offers neither where every row is good", () => {
  show([row(2, "created")]);
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("button")).toBeNull();
});

it("pages what is long, but not on paper", async () => {
  show([...Array.from({ length: 250 }, (_, at) => row(at + 5, "created")), missing]);
  expect(cells()).toHaveLength(100);
  await fireEvent.click(screen.getByRole("button", { name: "Next" }));
  await fireEvent.click(screen.getByRole("button", { name: "Next" }));
  expect(cells()).toHaveLength(51);
  await onlyRejected();
  expect(cells()).toHaveLength(1);
  await onlyRejected();
  printing.on = true;
  await vi.waitFor(() => expect(cells()).toHaveLength(251));
});
