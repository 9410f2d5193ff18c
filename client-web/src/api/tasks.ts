// What schools are to do next: what is the reader's own, what they wait for, and what a coordinator sees overdue.
import { get } from "./http";
import type { List, TaskItem } from "./types";

export interface TaskQuery {
  overdue?: boolean;
  network?: string;
  cluster?: string;
  /** As it was known at a moment. */
  at?: string;
  cursor?: string;
  limit?: number;
}

export const listTasks = (query: TaskQuery) => get<List<TaskItem>>("/tasks", { ...query });
