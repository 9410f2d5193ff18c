// What is overdue as a file: a line a step, schools by URN and by name.
import { directory } from "../../../stores/directory.svelte";
import { names } from "../../../stores/names.svelte";
import { sayDuty } from "../../../words/duties";
import { daysLate } from "../../../words/overdue";
import type { Task } from "../../home/tasks";

export const overdueHead = ["urn", "school", "step", "with_urn", "with", "theme", "could_be_taken_from", "due", "days_late"];

export const overdueCells = (task: Task, today: string): string[] => [
  task.school, names.of(task.school), sayDuty(task.duty),
  // The host of a meeting has a step of its own: there is no other school.
  ...(task.other === task.school ? ["", ""] : [task.other, names.of(task.other)]),
  task.theme ? directory.theme(task.theme, task.network) : "", task.since, task.due ?? "", task.due ? String(daysLate(task.due, today)) : "",
];
