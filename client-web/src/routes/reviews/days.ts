// The one to three days of a review, as values of a form.
import type { FieldError, Values } from "../../stores/form.svelte";

export const dayNames = ["day1", "day2", "day3"] as const;

export const daysOf = (values: Values) => dayNames.map((name) => values[name] ?? "").filter((day) => day !== "");

export function checkDays(values: Values): FieldError[] {
  const days = daysOf(values);
  if (days.length === 0) return [{ field: "day1", text: "Enter at least one day" }];
  const wrong = days.findIndex((day, index) => index > 0 && day <= (days[index - 1] ?? ""));
  return wrong > 0 ? [{ field: dayNames[wrong] ?? "day2", text: "Enter the days in order, each later than the one before" }] : [];
}

export const blankDays = (days: string[]) => Object.fromEntries(dayNames.map((name, index) => [name, days[index] ?? ""]));
