// Sentences made from the data that stand with each picture. Never a ranking: a school is spoken of
// when the reader has chosen it.
import type { Balance, Link } from "../api/types";
import { count, listOf } from "./dates";

export const gave = (row: Balance) => row.reviews_given + row.visits_hosted;
export const received = (row: Balance) => row.reviews_received + row.visits_made;

/** "Glory Farm gave 5 times and received 2: it gave 3 more than it received." */
export function sayBalance(name: string, row: Balance): string {
  const difference = gave(row) - received(row);
  if (gave(row) === 0 && received(row) === 0) return `${name} has neither given nor received yet.`;
  const both = `${name} gave ${count(gave(row), "time")} and received ${count(received(row), "time")}`;
  if (difference === 0) return `${both}: the two are even.`;
  if (difference > 0) return `${both}: it gave ${difference} more than it received.`;
  return `${both}: it received ${-difference} more than it gave.`;
}

/** What is given and received. Partners do neither: they work together. */
export const isExchange = (link: Link): link is Exchange => link.kind !== "partnership";
export type Exchange = Link & { kind: "visit" | "review" };

/** What the whole matrix says, without naming anybody. */
export function sayExchange(links: Link[], members: { school: string }[]): string {
  const held = { visit: 0, review: 0 };
  let open = 0;
  const pairs = new Set<string>();
  const givers = new Set<string>();
  const receivers = new Set<string>();
  for (const link of links.filter(isExchange)) {
    held[link.kind] += link.held;
    open += link.open;
    if (link.held === 0) continue;
    pairs.add([link.giver, link.receiver].sort().join(">"));
    givers.add(link.giver);
    receivers.add(link.receiver);
  }
  if (held.visit + held.review + open === 0) return "No visit or review yet.";
  const both = members.filter(({ school }) => givers.has(school) && receivers.has(school)).length;
  const took = `${count(held.visit, "visit")} and ${count(held.review, "review")} took place between ${count(pairs.size, "pair")} of schools`;
  const way = open > 0 ? `, and ${open.toLocaleString("en-GB")} ${open === 1 ? "is" : "are"} under way` : "";
  return `${took}${way}. ${both.toLocaleString("en-GB")} of ${count(members.length, "school")} ${both === 1 ? "has" : "have"} both given and received.`;
}

/** How many partnerships there are; nothing where there are none. */
export function sayPartners(links: Link[]): string {
  const open = links.filter((link) => !isExchange(link)).reduce((sum, link) => sum + link.open, 0);
  return open > 0 ? `${count(open, "partnership")} ${open === 1 ? "is" : "are"} proposed, active or paused.` : "";
}

/** What passed between two schools: "7 visits and 4 reviews, 1 more under way". */
export function sayPassed(cell: Cell): string {
  const kinds = [cell.visits > 0 ? count(cell.visits, "visit") : "", cell.reviews > 0 ? count(cell.reviews, "review") : ""];
  const held = listOf(kinds.filter(Boolean));
  const open = cell.open === 0 ? "" : held ? `${cell.open} more under way` : `${cell.open} under way`;
  return [held, open].filter(Boolean).join(", ");
}

/** What one cell of the matrix says. */
export function sayCell(giver: string, receiver: string, cell: Cell): string {
  const parts = [];
  if (cell.reviews > 0) parts.push(`reviewed ${receiver} ${count(cell.reviews, "time")}`);
  if (cell.visits > 0) parts.push(`hosted ${count(cell.visits, "visit")} by ${receiver}`);
  const done = parts.length > 0 ? `${giver} ${parts.join(" and ")}` : `${giver} has not given to ${receiver} yet`;
  return cell.open > 0 ? `${done}; ${cell.open} under way.` : `${done}.`;
}

export interface Cell {
  visits: number;
  reviews: number;
  open: number;
  last_day?: string;
}

/** Visits and reviews as a matrix: "giver>receiver" → what was given. */
export function cellsOf(links: Link[]): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const link of links.filter(isExchange)) {
    const key = `${link.giver}>${link.receiver}`;
    const cell = cells.get(key) ?? { visits: 0, reviews: 0, open: 0 };
    if (link.kind === "visit") cell.visits += link.held;
    else cell.reviews += link.held;
    cell.open += link.open;
    if (link.last_day && (!cell.last_day || link.last_day > cell.last_day)) cell.last_day = link.last_day;
    cells.set(key, cell);
  }
  return cells;
}
