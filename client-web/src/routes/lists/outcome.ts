// What became of a list, or would become of it, in words.
import type { ListKind, ListNote, ListResult, ListRow, RowOutcome } from "../../api/lists";
import { count } from "../../words/dates";

const tags: Record<RowOutcome, { would: string; did: string; tone: string }> = {
  created: { would: "New", did: "Taken in", tone: "done" },
  unchanged: { would: "There already", did: "There already", tone: "over" },
  rejected: { would: "Cannot be taken in", did: "Not taken in", tone: "late" },
};

export const tagOf = (outcome: RowOutcome, taken: boolean) => ({ text: tags[outcome][taken ? "did" : "would"], tone: tags[outcome].tone });

/** "18 rows: 15 new, 2 there already, 1 cannot be taken in". */
export function sumUp({ rows, created, unchanged, rejected }: ListResult, taken: boolean): string {
  if (rows.length === 0) return "There is no row below the headings";
  const parts: [number, string][] = [[created, taken ? "taken in" : "new"], [unchanged, "there already"], [rejected, taken ? "not taken in" : "cannot be taken in"]];
  const said = parts.filter(([many]) => many > 0).map(([many, words]) => `${many.toLocaleString("en-GB")} ${words}`);
  return `${count(rows.length, "row")}: ${said.join(", ")}`;
}

/** What stands in the way of taking the list in. */
export function hindrance({ rows, created, rejected }: ListResult, stale: boolean): string {
  if (stale) return "You have changed the list since it was checked. Check it again, then take it in.";
  if (created > 0) return "";
  if (rows.length === 0) return "There is nothing to take in: put a row below the headings for each.";
  if (rejected === 0) return "There is nothing to take in: all of it is there already.";
  return "There is nothing to take in. Correct the rows below in your list, and check it again.";
}

/** What is left to be done after a list was taken in. */
export function whatNext(kind: ListKind, { created, rejected }: ListResult): string[] {
  const again = `Correct the ${count(rejected, "row")} in your list and send the whole list again: what is done already is left as it is.`;
  const links = "Whoever is new comes in by a link: make it on the page of their school’s people.";
  return [...(rejected > 0 ? [again] : []), ...(kind === "people" && created > 0 ? [links] : [])];
}

/** What somebody has to look at comes first. */
export function inOrder(rows: ListRow[]): ListRow[] {
  const rejected = ({ outcome }: ListRow) => outcome === "rejected";
  return [...rows.filter(rejected), ...rows.filter((row) => !rejected(row))];
}

export const sayFault = ({ column, reason }: { column?: string | undefined; reason?: string | undefined }): string =>
  [column, reason].filter(Boolean).join(": ");

/** The notes of each row, and apart from them those of no row that is shown. */
export function sortNotes(rows: ListRow[], notes: ListNote[]): { of: Map<number, string[]>; others: string[] } {
  const of = new Map<number, string[]>(rows.map(({ row }) => [row, []]));
  const others: string[] = [];
  for (const note of notes) {
    const its = of.get(note.row);
    if (its) its.push(sayFault(note));
    else others.push(note.row > 0 ? `Row ${note.row}: ${sayFault(note)}` : sayFault(note));
  }
  return { of, others };
}

/** For a file that is worked through beside the list. */
export function rejectedRows(rows: ListRow[]): string[][] {
  const rejected = rows.filter(({ outcome }) => outcome === "rejected");
  return [["row", "what", "column", "reason"], ...rejected.map(({ row, says, column, reason }) => [String(row), says, column ?? "", reason ?? ""])];
}
