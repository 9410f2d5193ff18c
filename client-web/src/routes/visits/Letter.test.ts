import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Person, VisitDetail } from "../../api/types";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { fromOutside, visitDetail } from "../../testing/views";
import Letter from "./Letter.svelte";

let newer: (version: number) => void = () => undefined;
vi.mock("../../stores/watch_row", () => ({
  watchRow: (_school: string, _id: string, seen: (version: number) => void) => {
    newer = seen;
    return () => undefined;
  },
}));

const [guest, host] = ["100001", "100002"] as const;
names.learn([{ school: guest, name: "Ashton Park" }, { school: host, name: "Glory Farm" }]);

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-05T09:00:00Z") }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  session.person = null;
  vi.unstubAllGlobals();
});

const answer = (visit: VisitDetail) => vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(visit))));

/** The letter to the lead of the host. */
async function show(visit: VisitDetail): Promise<void> {
  session.person = { id: "per_1", name: "Jo", roles: [{ role: "lead", place: host }] } as unknown as Person;
  answer(visit);
  render(Letter, { id: "vis_1" });
  await screen.findByText("Glory Farm");
}
const letter = () => screen.queryByRole("article");
const text = () => letter()?.textContent?.replace(/\s+/g, " ") ?? "";

const sheet = { arrival: "08:30, main gate", parking: "In front", identification: "A staff badge", contact: "The office, 01234", programme: "Tour" };
const visitors = { visitors: "Alex Reed\nSam Hill", needs: "No nuts", checks_confirmed_by: "per_2", checks_confirmed_on: "2026-03-02" };

it("says who comes from where, who answers for them, and what to expect", async () => {
  await show(visitDetail({ sheet, visitors, checks_confirmed_by: "Jo Field" }));
  const paper = within(letter() ?? document.body);
  expect(paper.getByRole("heading", { name: "Monday 9 March 2026" })).toBeTruthy();
  expect(paper.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Alex Reed", "Sam Hill"]);
  expect(text()).toContain("From Ashton Park these visitors come to Glory Farm:");
  expect(text()).toContain("Ashton Park, as their employer, confirms that the checks that the law asks for were made (confirmed by Jo Field, on Monday 2 March 2026).");
  for (const words of Object.values({ ...sheet, parking: "" })) expect(text()).toContain(words);
  expect(text()).toContain("No nuts");
  expect(screen.getByRole("link", { name: "Ashton Park visits Glory Farm" }).getAttribute("href")).toBe("/visits/vis_1");
});

it("is printed by a button that is not on the paper", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  await show(visitDetail({ sheet, visitors }));
  await fireEvent.click(screen.getByRole("button", { name: "Print" }));
  expect(print).toHaveBeenCalledOnce();
  expect(screen.getByRole("button", { name: "Print" }).closest(".no-print")).not.toBeNull();
  expect(screen.getByText(/as it stood on Thursday 5 March 2026, 09:00 UK time/).classList).toContain("print-only");
});

it("says plainly that nobody has confirmed the checks", async () => {
  await show(visitDetail({ sheet, visitors: { visitors: "Alex Reed" } }));
  expect(text()).toContain("Ashton Park has not confirmed that the checks that the law asks for were made.");
  expect(text()).not.toContain("confirms");
});

it("is there without a sheet, and says to the host what it lacks", async () => {
  await show(visitDetail({ visitors }));
  expect(text()).toContain("Alex Reed");
  expect(screen.getByText(/You have not said yet where your guests arrive/).closest(".no-print")).not.toBeNull();
});

it("follows what the guest changes", async () => {
  await show(visitDetail({ sheet, visitors }));
  answer(visitDetail({ version: 5, sheet, visitors: { ...visitors, visitors: "Kim Vale" } }));
  newer(5);
  expect(await screen.findByText("Kim Vale")).toBeTruthy();
  expect(screen.queryByText("Alex Reed")).toBeNull();
});

it.each([
  ["to others", fromOutside(), /Only the two schools and the coordinator can read/],
  ["before the guest says who comes", visitDetail({ sheet }), /The guest has not said yet who comes/],
  ["before the day is set", visitDetail({ stage: "agreed", day: undefined }), /The day is not set yet/],
  ["four weeks after the day", visitDetail({ stage: "held", day: "2026-02-04" }), /until four weeks after its day. That time is over/],
  ["of a visit that was cancelled", visitDetail({ stage: "cancelled", visitors }), /does not take place/],
])("is not there %s, and the page says so", async (_when, visit, words) => {
  await show(visit);
  expect(screen.getByText(words)).toBeTruthy();
  expect(letter()).toBeNull();
  expect(screen.queryByRole("button", { name: "Print" })).toBeNull();
});
