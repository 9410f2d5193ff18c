import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Person, VisitDetail } from "../../api/types";
import { session } from "../../stores/session.svelte";
import { fromOutside, visitDetail } from "../../testing/views";
import BeforeTheDay from "./BeforeTheDay.svelte";

const [guest, host] = ["100001", "100002"] as const;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-05T09:00:00Z") }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  session.person = null;
});

function show(visit: VisitDetail, school: string = guest): void {
  session.person = { id: "per_1", name: "Jo", roles: [{ role: "lead", place: school }] } as unknown as Person;
  render(BeforeTheDay, { visit });
}
const facts = () => screen.queryAllByRole("term").map((term) => [term.textContent, term.parentElement?.querySelector("dd")?.textContent?.trim()]);
const section = () => screen.queryByRole("heading", { name: "Before the day" });
const letter = () => screen.queryByRole("link", { name: "Letter for reception" });

const sheet = { arrival: "08:30\nMain gate", parking: "In front", identification: "A staff badge", contact: { erased: true as const }, programme: "Tour" };
const visitors = { visitors: "Alex Reed\nSam Hill", needs: "No nuts", checks_confirmed_by: "per_2", checks_confirmed_on: "2026-03-02" };

it("shows what both schools wrote, and the way to the letter", () => {
  show(visitDetail({ sheet, visitors, checks_confirmed_by: "Jo Field" }));
  expect(facts()).toEqual([
    ["Arrival", "08:30\nMain gate"],
    ["Parking", "In front"],
    ["To show who they are, guests bring", "A staff badge"],
    ["Whom to ring on the day", "Erased"],
    ["Programme", "Tour"],
    ["Who comes", "Alex Reed\nSam Hill"],
    ["Access and diet", "No nuts"],
    ["Checks that the law asks for", "Confirmed by Jo Field, on Monday 2 March 2026"],
  ]);
  expect(letter()?.getAttribute("href")).toBe("/visits/vis_1/letter");
  expect(screen.queryByText(/not said yet/)).toBeNull();
});

it("leaves out what was not written, and says what is missing", () => {
  show(visitDetail({ sheet: { arrival: "08:30" } }), host);
  expect(facts()).toEqual([["Arrival", "08:30"]]);
  expect(screen.getByText("The guest has not said yet who comes.")).toBeTruthy();
  expect(letter()).toBeNull();
  cleanup();
  show(visitDetail({ visitors: { visitors: "Alex Reed" } }));
  expect(facts()).toEqual([["Who comes", "Alex Reed"], ["Checks that the law asks for", "Not confirmed yet"]]);
  expect(screen.getByText("The host has not said yet where you arrive.")).toBeTruthy();
});

it("stays after the visit as long as the server shows it, and misses nothing any more", () => {
  show(visitDetail({ stage: "held", sheet }));
  expect(section()).not.toBeNull();
  expect(screen.queryByText(/not said yet/)).toBeNull();
  cleanup();
  show(visitDetail({ stage: "held" }));
  expect(section()).toBeNull();
});

it("is gone four weeks after a day on which nobody recorded anything", () => {
  vi.setSystemTime(new Date("2026-04-07T09:00:00Z"));
  show(visitDetail());
  expect(section()).toBeNull();
});

it("is nothing to others, nor of a visit that has no day yet or does not take place", () => {
  show(fromOutside());
  expect(section()).toBeNull();
  for (const stage of ["requested", "agreed", "declined", "cancelled"] as const) show(visitDetail({ stage, sheet, visitors }));
  show(visitDetail({ stage: "agreed", day: undefined }));
  expect(section()).toBeNull();
});
