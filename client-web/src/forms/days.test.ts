import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Form } from "../stores/form.svelte";
import DaysField from "./DaysField.svelte";
import { readDays, weeksOf, withDay, writeDays, type DayChoice } from "./days";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it("days survive being written and read, each once and in order", () => {
  expect(writeDays(["2026-03-17", "2026-03-16", "2026-03-17"])).toBe("2026-03-16 2026-03-17");
  expect(readDays("2026-03-17 soon 2026-03-16")).toEqual(["2026-03-16", "2026-03-17"]);
  expect(withDay("2026-03-17", "2026-03-16", true)).toBe("2026-03-16 2026-03-17");
  expect(withDay("2026-03-16 2026-03-17", "2026-03-16", false)).toBe("2026-03-17");
  expect(readDays("none")).toEqual([]);
});

it("days stand in weeks, by their Mondays", () => {
  const weeks = weeksOf(["2026-03-12", "2026-03-13", "2026-03-16"].map((day) => ({ day })));
  expect(weeks.map(({ monday, choices }) => [monday, choices.length])).toEqual([["2026-03-09", 2], ["2026-03-16", 1]]);
});

const days: DayChoice[] = [{ day: "2026-05-01", hint: "5 of 6 schools open" }, { day: "2026-05-04", blocked: "Bank holiday: Early May" }, { day: "2026-05-05" }];

function show(extra: { none?: string; by_week?: boolean } = {}): Form {
  const form = new Form("meeting", { days: "" });
  render(DaysField, { form, field: "days", label: "Which days?", choices: days, ...extra });
  return form;
}
const box = (name: string) => screen.getByRole<HTMLInputElement>("checkbox", { name });

it("each day is a box to tick, with what is known of it", async () => {
  const form = show({ by_week: true });
  expect(document.getElementById(box("Friday 1 May 2026").getAttribute("aria-describedby") ?? "")?.textContent).toBe("5 of 6 schools open");
  expect(screen.getByText("Week of Monday 27 April 2026")).toBeTruthy();
  await fireEvent.click(box("Tuesday 5 May 2026"));
  await fireEvent.click(box("Friday 1 May 2026"));
  expect(form.values.days).toBe("2026-05-01 2026-05-05");
  await fireEvent.click(box("Tuesday 5 May 2026"));
  expect(form.values.days).toBe("2026-05-01");
});

it("a day that cannot be chosen stays, and says why", () => {
  show();
  const blocked = box("Monday 4 May 2026");
  expect(blocked.disabled).toBe(true);
  expect(document.getElementById(blocked.getAttribute("aria-describedby") ?? "")?.textContent).toBe("Bank holiday: Early May");
});

it("none of them is an answer of its own", async () => {
  const form = show({ none: "None of these days" });
  await fireEvent.click(box("Friday 1 May 2026"));
  await fireEvent.click(box("None of these days"));
  expect(form.values.days).toBe("none");
  expect(box("Friday 1 May 2026").checked).toBe(false);
  await fireEvent.click(box("Friday 1 May 2026"));
  expect(form.values.days).toBe("2026-05-01");
  expect(box("None of these days").checked).toBe(false);
});
