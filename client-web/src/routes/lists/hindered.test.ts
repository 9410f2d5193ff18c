// The page of lists where something stands in the way.
import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { cells, check, choose, close, list, openServer, paste, pick, press, row, show, summary, type ListServer } from "../../testing/lists";
import ManyAtOnce from "./ManyAtOnce.svelte";

let server: ListServer;
beforeEach(async () => void (server = await openServer()));
afterEach(close);

it("a file that was saved anew meanwhile is not taken in as it was", async () => {
  show();
  const file = new File(["URN"], "members.csv");
  server.answers = [list(row(2, "created"))];
  await choose(file);
  await press("Check the list");
  await summary("1 row: 1 new");
  file.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"));
  await press("Take in 1 row");
  await vi.waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Choose it again"));
  expect(server.sent).toHaveLength(1);
});

it("says why there is nothing to take in", async () => {
  show();
  await check(server, list(row(2, "unchanged")), "1 row: 1 there already");
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "Take in" });
  expect(button.disabled).toBe(true);
  expect(document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent).toContain("all of it is there already");
});

it("a list that cannot be read is said at the top, and what was pasted is kept", async () => {
  show();
  server.answers.push({ status: 422, detail: 'the list has no column "URN"' });
  await pick("Cells that I paste");
  await paste("Name\nx");
  await press("Check the list");
  await vi.waitFor(() => expect(screen.getByRole("link", { name: 'The list has no column "URN".' })).toBeTruthy());
  expect(document.activeElement?.className).toContain("govuk-error-summary");
  const box = screen.getByLabelText<HTMLTextAreaElement>("Paste the cells");
  expect([box.value, box.getAttribute("aria-invalid")]).toEqual(["Name\nx", "true"]);
  cleanup();
  render(ManyAtOnce);
  expect(screen.getByLabelText<HTMLTextAreaElement>("Paste the cells").value).toBe("Name\nx");
});

it("where the connection breaks while a list is taken in, the same list can be sent again", async () => {
  show();
  await check(server, list(row(2, "created")), "1 row: 1 new");
  server.answers = [new TypeError("failed"), list(row(2, "unchanged"))];
  await press("Take in 1 row");
  await vi.waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Send the same list again"));
  await press("Take in 1 row");
  await summary("1 row: 1 there already");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("whoever may not is told so", async () => {
  show();
  server.answers.push({ status: 403, detail: "Only the coordinator of the network takes in lists." });
  await pick("Cells that I paste");
  await paste(cells);
  await press("Check the list");
  await vi.waitFor(() => expect(screen.getByRole("alert").textContent).toContain("Only the coordinator"));
});

it("says what is missing, and sends nothing", async () => {
  show("", [["administrator", ""]]);
  await press("Check the list");
  for (const words of ["Choose what is in the list", "Choose the network", "Choose a file"]) expect(screen.getByRole("alert").textContent).toContain(words);
  expect(server.sent).toEqual([]);
});
