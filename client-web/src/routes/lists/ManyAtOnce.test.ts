import { cleanup, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ListResult } from "../../api/lists";
import * as csv from "../../parts/csv";
import { announcer } from "../../stores/announcer.svelte";
import { cells, check, choose, close, list, missing, openServer, paste, pick, press, row, show, summary, type ListServer } from "../../testing/lists";

let server: ListServer;
beforeEach(async () => void (server = await openServer()));
afterEach(close);

it("shows what pasted cells would do, what is to be corrected first, and writes nothing", async () => {
  show();
  await check(server, list(row(2, "created"), row(3, "unchanged"), missing), "3 rows: 1 new, 1 there already, 1 cannot be taken in");
  expect(server.sent).toEqual([{ path: "/api/v1/lists/members?network=net_1", dry: true, type: "text/plain", body: cells }]);
  expect(within(screen.getByRole("table", { name: "The rows of the list" })).getAllByRole("row")[1]?.textContent).toContain("URN: is missing");
  expect(screen.getByText(/read from the worksheet 'Members'. Nothing is written yet/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: /3 rows/ }));
});

it("takes in exactly what was checked, and says what to do next", async () => {
  show();
  await check(server, list(row(2, "created"), missing), "2 rows: 1 new, 1 cannot be taken in");
  server.answers.push(list(row(2, "created"), missing));
  await press("Take in 1 row");
  await summary("2 rows: 1 taken in, 1 not taken in");
  expect(server.sent.map(({ dry, body }) => [dry, body])).toEqual([[true, cells], [false, cells]]);
  expect(screen.getByText(/Correct the 1 row in your list and send the whole list again/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Take in/ })).toBeNull();
  expect(screen.getByRole("link", { name: "See the network" }).getAttribute("href")).toBe("/networks/net_1");
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: /1 taken in/ }));
  expect(server.asked).toBe(2); // the members are counted anew
  expect(localStorage.length).toBe(1); // there is a row left to correct
});

it("says that it is at work, and does a thing once", async () => {
  show();
  await check(server, list(row(2, "created")), "1 row: 1 new");
  let finish: (result: ListResult) => void = () => undefined;
  server.answers.push(new Promise((resolve) => (finish = resolve)));
  await press("Take in 1 row");
  await press("Taking in 1 row …");
  await press("Check the list");
  expect(server.sent).toHaveLength(2);
  expect(announcer.text).toBe("Taking in 1 row …");
  finish(list(row(2, "created")));
  await summary("1 row: 1 taken in");
});

it("what has arrived whole is no longer kept in the browser", async () => {
  show();
  await check(server, list(row(2, "created")), "1 row: 1 new");
  expect(localStorage.length).toBe(1);
  server.answers.push(list(row(2, "created")));
  await press("Take in 1 row");
  await summary("1 row: 1 taken in");
  expect(localStorage.length).toBe(0);
});

it("a list that was changed after it was checked has to be checked again", async () => {
  show();
  await check(server, list(row(2, "created")), "1 row: 1 new");
  await paste("URN\n100009");
  expect(screen.getByText(/You have changed the list since it was checked/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Take in 1 row" }).disabled).toBe(true);
  await paste(cells);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Take in 1 row" }).disabled).toBe(false);
  await pick("Visits from before");
  await press("Take in 1 row");
  expect(server.sent).toHaveLength(1);
});

it("a file goes as its bytes; another one has to be checked by itself", async () => {
  show();
  server.answers = [list(row(2, "created")), list(row(2, "created")), list(row(2, "created"))];
  await choose(new File(["PK1"], "members.xlsx"));
  expect(screen.getByText("Chosen: members.xlsx, 1 kB")).toBeTruthy();
  await press("Check the list");
  await summary("1 row: 1 new");
  expect(server.sent[0]?.type).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  await choose(new File(["URN\n100002"], "members.csv"));
  expect(screen.getByText(/You have changed the list/)).toBeTruthy();
  await press("Check the list");
  await vi.waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: "Take in 1 row" }).disabled).toBe(false));
  await press("Take in 1 row");
  await summary("1 row: 1 taken in");
  expect(server.sent.map(({ dry, type, body }) => [dry, type, new TextDecoder().decode(body as ArrayBuffer)]).slice(1)).toEqual([[true, "text/csv", "URN\n100002"], [false, "text/csv", "URN\n100002"]]);
});

it("is for one of the reader’s networks; the address says which list it is", async () => {
  show("?kind=people&network=net_2", [["administrator", ""]]);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Leads and heads of schools" }).checked).toBe(true);
  expect(screen.getByLabelText<HTMLSelectElement>("For which network?").value).toBe("net_2");
  await pick("Reviews from before");
  expect(new URLSearchParams(location.search).get("kind")).toBe("reviews");
  cleanup();
  show("?kind=people&network=net_2");
  await check(server, list(row(2, "created")), "1 row: 1 new");
  expect(server.sent[0]?.path).toBe("/api/v1/lists/people?network=net_1");
});

it("tells whoever coordinates no network that others do this", () => {
  show("", [["coordinator", "clu_1"]]);
  expect(screen.getByText(/You coordinate none/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Check the list" })).toBeNull();
});

it("hands over the headings as an empty list", async () => {
  const saved = vi.spyOn(csv, "saveCsv").mockImplementation(() => undefined);
  show();
  expect(screen.getByText("The cluster that it joins, by its name: Severn South. May be left out")).toBeTruthy();
  await press("Download an empty list (CSV)");
  expect(saved).toHaveBeenCalledWith("members.csv", [["URN", "Cluster"]]);
});
