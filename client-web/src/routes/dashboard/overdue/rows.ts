// What is overdue at the schools of a dashboard, school by school, as far as the reader may see it.
import type { ClusterSummary, DashboardView, Person } from "../../../api/types";
import type { Sees } from "../../../words/overdue";
import type { Task } from "../../home/tasks";

export interface OverdueSchool {
  school: string;
  tasks: Task[];
}

/** Schools in the order of their names; what waits longest first. */
export function bySchool(tasks: Task[], nameOf: (urn: string) => string): OverdueSchool[] {
  const schools = new Map<string, Task[]>();
  for (const task of tasks) schools.set(task.school, [...(schools.get(task.school) ?? []), task]);
  return [...schools]
    .map(([school, of]) => ({ school, tasks: of.sort((a, b) => (a.due ?? "").localeCompare(b.due ?? "")) }))
    .sort((a, b) => nameOf(a.school).localeCompare(nameOf(b.school), "en-GB") || a.school.localeCompare(b.school));
}

/** One page of them; a school whose steps go on over the page stands on both. */
export function pageOf(schools: OverdueSchool[], from: number, to: number): OverdueSchool[] {
  const page: OverdueSchool[] = [];
  let at = 0;
  for (const { school, tasks } of schools) {
    const shown = tasks.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (shown.length > 0) page.push({ school, tasks: shown });
    at += tasks.length;
  }
  return page;
}

/** Whose steps this reader is told of, as far as this page knows; the server decides. */
export function seesOf(person: Person | null, mySchools: string[], view: Pick<DashboardView, "cluster" | "network" | "members">, clusters: ClusterSummary[]): Sees {
  const coordinates = (id: string | undefined) => id !== undefined && (person?.roles ?? []).some(({ role, place }) => role === "coordinator" && place === id);
  if (coordinates(view.cluster) || coordinates(view.network)) return "all";
  if (clusters.some(({ id }) => coordinates(id))) return "clusters";
  return view.members.some(({ school }) => mySchools.includes(school)) ? "own" : "none";
}
