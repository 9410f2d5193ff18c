import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as files from "../../parts/save";
import { router } from "../../router/router.svelte";
import { announcer } from "../../stores/announcer.svelte";
import { SmallLog, serveLog } from "../../testing/record";
import Record from "./Record.svelte";

let served: ReturnType<typeof serveLog>;
beforeEach(() => (served = serveLog(new SmallLog(21))));
afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  [router.path, router.search] = ["/", ""];
  vi.unstubAllGlobals();
});

/** The page, once it has read the record. */
async function open(search = ""): Promise<void> {
  history.replaceState(null, "", `/record${search}`);
  [router.path, router.search] = ["/record", search];
  render(Record);
  await screen.findByRole("button", { name: "Keep this head" });
}
const form = (name: string) => within(screen.getByRole("form", { name }));
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const fact = (name: string) => screen.getByText(name).nextElementSibling?.textContent?.replace(/\s+/g, " ").trim();
const paste = (text: string) => fireEvent.input(screen.getByLabelText("Or its text"), { target: { value: text } });
const verdict = (title: RegExp | string) => screen.findByRole("heading", { level: 3, name: title });

it("shows how many events, the last, the root and the key, checked in the browser", async () => {
  await open();
  expect(fact("Events")).toBe("21");
  expect(fact("The last one")).toBe("Monday 9 March 2026, 09:21");
  expect(fact("Signed by")).toBe("commonweal-log/21fe31dfa154a261");
  expect(fact("Signature")).toMatch(/^Checked in this browser/);
  const root = served.log.head().root;
  expect(fact("Root of all of them")).toBe(`${root.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ")} … Copy the root`);
});

it("copies the whole root; where the browser does not let it, it shows the whole", async () => {
  await open();
  const root = served.log.head().root;
  const wrote = vi.fn(() => Promise.resolve());
  vi.stubGlobal("navigator", { clipboard: { writeText: wrote } });
  await press("Copy the root");
  expect(await screen.findByText("Copied.")).toBeTruthy();
  expect(wrote).toHaveBeenCalledWith(root);
  vi.stubGlobal("navigator", {});
  await press("Copy the root");
  expect(await screen.findByText(/does not let a page copy/)).toBeTruthy();
  expect(fact("Root of all of them")?.replaceAll(" ", "")).toContain(root);
});

it("keeps the head as it was signed", async () => {
  const saved = vi.spyOn(files, "saveFile").mockImplementation(() => undefined);
  await open();
  await press("Keep this head");
  expect(saved).toHaveBeenCalledWith("commonweal-head-21.txt", "text/plain;charset=utf-8", [served.log.head().note]);
});

it("says in words where the server's own head does not fit, and what to do", async () => {
  vi.spyOn(served.log, "head").mockReturnValue({ ...served.log.head(), size: 22 });
  await open();
  expect(await verdict("The record could not be checked")).toBeTruthy();
  expect(screen.getByText("What the server says is not what it signed.")).toBeTruthy();
  expect(screen.getByText(/tell the administrator of Commonweal today/)).toBeTruthy();
  expect(screen.queryByText("Checked in this browser")).toBeNull();
});

it("says that nothing was changed since a head was kept, until another is there", async () => {
  await open();
  const { note } = served.log.head(12);
  await paste(note.replaceAll("\n", "\r\n"));
  await press("Check the head");
  expect(await verdict(/^Nothing up to event 12 \(Monday 9 March 2026, 09:12\) has been changed/)).toBeTruthy();
  expect(screen.getByText("Since then 9 events came after it, the last on Monday 9 March 2026, 09:21.")).toBeTruthy();
  expect(announcer.text).toMatch(/^Nothing up to event 12/);
  await paste(note.replace("\n12\n", "\n13\n"));
  expect(screen.queryByRole("heading", { level: 3 })).toBeNull();
  await press("Check the head");
  expect(await verdict("This head was altered after it was signed")).toBeTruthy();
});

it("reads the head from a file, and says what is no head", async () => {
  await open();
  await press("Check the head");
  expect(form("Check a head that you kept").getByText("Choose the file that you kept, or paste its text")).toBeTruthy();
  const choose = (file: File) => fireEvent.change(screen.getByLabelText("The file that you kept"), { target: { files: [file] } });
  await choose(new File(["x".repeat(70_000)], "large.txt"));
  expect(form("Check a head that you kept").getByText(/^This file is too large/)).toBeTruthy();
  await choose(new File(["Dear colleague"], "letter.txt"));
  await vi.waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>("Or its text").value).toBe("Dear colleague"));
  await press("Check the head");
  expect((await screen.findAllByText(/^This is not a head of the record/)).length).toBe(2);
  await choose(new File([served.log.head(3).note], "commonweal-head-3.txt"));
  await vi.waitFor(() => expect(screen.queryByText(/^This is not a head/)).toBeNull());
  await press("Check the head");
  expect(await verdict(/^Nothing up to event 3/)).toBeTruthy();
});

it("says what went wrong on the way, and keeps what was pasted", async () => {
  await open();
  await paste(served.log.head(12).note);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  await press("Check the head");
  expect(await screen.findByText(/There is no connection to the server/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("Or its text").value).toContain("commonweal-log/");
});

it("checks the event of the address, and draws the way to the root as a list", async () => {
  await open("?position=6");
  expect(await verdict("Event 6 is in the record, at its own place.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("The number of the event").value).toBe("6");
  const lines = within(screen.getByRole("list", { name: "From the event to the root" })).getAllByRole("listitem").map((line) => line.textContent?.replace(/\s+/g, " ").trim() ?? "");
  expect(lines.map((line) => line.replace(/,? ?([0-9a-f]{4} ){4}…/g, ""))).toEqual([
    "Event 6", "With event 5 on its left makes", "With events 7 to 8 on its right makes", "With events 1 to 4 on its left makes",
    "With events 9 to 16 on its right makes", "With events 17 to 21 on its right makes", "The root which the server signed",
  ]);
  expect(fact("Its hash")?.replaceAll(" ", "")).toBe(served.log.inclusion(6).leaf_hash);
  expect(served.asked.filter((url) => url.includes("proof"))).toEqual(["/api/v1/log/proof?position=6&size=21"]);
});

it("checks the event that was typed, says it in the address, and what is no event", async () => {
  await open();
  const type = (text: string) => fireEvent.input(screen.getByLabelText("The number of the event"), { target: { value: text } });
  await press("Check the event");
  expect((await screen.findAllByText("Enter the number of the event")).length).toBe(2);
  await type("seven");
  await press("Check the event");
  expect((await screen.findAllByText(/^The number of an event is a whole number/)).length).toBe(2);
  await type("22");
  await press("Check the event");
  expect((await screen.findAllByText("The record has 21 events so far: enter a number from 1 to 21")).length).toBe(2);
  await type(" 7");
  await press("Check the event");
  expect(await verdict(/^Event 7 is in the record/)).toBeTruthy();
  expect(location.search).toBe("?position=7");
  expect(served.asked.filter((url) => url.includes("proof"))).toHaveLength(1);
});

it("follows the address while it is open", async () => {
  await open("?position=6");
  await verdict(/^Event 6/);
  router.search = "?position=7";
  expect(await verdict(/^Event 7/)).toBeTruthy();
  router.search = "?position=soon";
  expect((await screen.findAllByText(/^The number of an event is a whole number/)).length).toBe(2);
});

it("an event that is not where the server says is told as such", async () => {
  vi.spyOn(served.log, "inclusion").mockReturnValue(new SmallLog(22).inclusion(6));
  await open("?position=6");
  expect(await verdict("Event 6 could not be found in the record")).toBeTruthy();
  expect(screen.queryByRole("list", { name: "From the event to the root" })).toBeNull();
});

it("a record without an event says so", async () => {
  served.log = new SmallLog(0);
  await open();
  expect(fact("The last one")).toBe("Nothing has been written down yet");
});
