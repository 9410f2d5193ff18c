// What waits for whom, as the server says it, in the sections of the home page.
import { listTasks } from "../../api/tasks";
import type { List, TaskItem } from "../../api/types";

export interface Task extends TaskItem {
  id: string;
}

export interface TaskSection {
  rows: Task[];
  /** Further tasks, which were not read, may belong here. */
  more: boolean;
}

export interface Tasks {
  mine: TaskSection;
  /** What the reader's schools wait for. */
  others: TaskSection;
  /** Of other schools, in the networks and clusters that the reader coordinates. */
  overdue: TaskSection;
  /** Of schools there that have neither lead nor head any more: nobody but the coordinator is told. */
  vacant: TaskSection;
}

/** Both schools owe a reflection on one visit: a task is known by its school too. */
export function withId(item: TaskItem): Task {
  return { ...item, id: [item.duty, item.visit ?? item.review ?? item.partnership ?? item.meeting, item.school].join(" ") };
}

/** The server puts the reader's own first, and each by the day on which it is due. */
export function sectionsOf({ items, next }: List<TaskItem>, mySchools: string[]): Tasks {
  const tasks = items.map(withId);
  const theirs = tasks.filter(({ mine }) => !mine);
  const left = (task: Task) => task.vacant && !mySchools.includes(task.school);
  const waited = theirs.filter(({ school, other }) => mySchools.includes(school) || mySchools.includes(other));
  const more = Boolean(next);
  return {
    mine: { rows: tasks.filter((task) => task.mine && !left(task)), more: more && theirs.length === 0 },
    // By the day that the reader sees: when it is due is the other school's affair.
    others: { rows: waited.sort((a, b) => a.since.localeCompare(b.since)), more },
    overdue: { rows: theirs.filter((task) => task.overdue && !left(task)), more },
    vacant: { rows: tasks.filter(left), more },
  };
}

/** As many as the server gives at once. */
export const tasks_max = 200;

export async function readTasks(mySchools: string[]): Promise<Tasks> {
  return sectionsOf(await listTasks({ limit: tasks_max }), mySchools);
}
