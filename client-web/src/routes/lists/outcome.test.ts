import { expect, it } from "vitest";
import type { ListResult, ListRow } from "../../api/lists";
import { toCsv } from "../../parts/csv";
import { kinds } from "./kinds";
import { hindrance, inOrder, rejectedRows, sortNotes, sumUp, tagOf, whatNext } from "./outcome";

const row = (at: number, outcome: ListRow["outcome"], part: Partial<ListRow> = {}): ListRow => ({ row: at, says: `School ${at}`, outcome, ...part });
const result = (created: number, unchanged: number, rejected: number): ListResult => ({
  source: "the worksheet 'Members'", created, unchanged, rejected, notes: [],
  rows: Array.from({ length: created + unchanged + rejected }, (_, at) => row(at + 2, at < created ? "created" : at < created + unchanged ? "unchanged" : "rejected")),
});

it("sums up what would be done, and what was done", () => {
  expect(sumUp(result(15, 2, 1), false)).toBe("18 rows: 15 new, 2 there already, 1 cannot be taken in");
  expect(sumUp(result(15, 2, 1), true)).toBe("18 rows: 15 taken in, 2 there already, 1 not taken in");
  expect(sumUp(result(1, 0, 0), false)).toBe("1 row: 1 new");
  expect(sumUp(result(1200, 0, 0), true)).toBe("1,200 rows: 1,200 taken in");
  expect(sumUp(result(0, 0, 0), false)).toBe("There is no row below the headings");
});

it("says what stands in the way, and nothing where nothing does", () => {
  expect(hindrance(result(1, 1, 1), false)).toBe("");
  expect(hindrance(result(1, 1, 1), true)).toContain("Check it again");
  expect(hindrance(result(0, 2, 0), false)).toContain("all of it is there already");
  expect(hindrance(result(0, 2, 1), false)).toContain("Correct the rows below");
  expect(hindrance(result(0, 0, 0), false)).toContain("put a row below the headings");
});

it("says what to do next", () => {
  expect(whatNext("members", result(5, 0, 1))).toEqual(["Correct the 1 row in your list and send the whole list again: what is done already is left as it is."]);
  expect(whatNext("people", result(5, 0, 0))[0]).toContain("comes in by a link");
  expect(whatNext("people", result(0, 5, 0))).toEqual([]);
});

it("what has to be corrected comes first, the others as they stand", () => {
  const rows = [row(2, "created"), row(3, "rejected"), row(4, "unchanged"), row(5, "rejected")];
  expect(inOrder(rows).map(({ row: at }) => at)).toEqual([3, 5, 2, 4]);
  expect(tagOf("rejected", false)).toEqual({ text: "Cannot be taken in", tone: "late" });
  expect([tagOf("created", false).text, tagOf("created", true).text]).toEqual(["New", "Taken in"]);
});

it("notes go to their rows; those of none are said by themselves", () => {
  const notes = [
    { row: 2, column: "Date", reason: "a formula gave this" },
    { row: 9, column: "", reason: "is hidden" },
    { row: 0, column: "", reason: "there are further worksheets" },
  ];
  const { of, others } = sortNotes([row(2, "created")], notes);
  expect(of.get(2)).toEqual(["Date: a formula gave this"]);
  expect(others).toEqual(["Row 9: is hidden", "there are further worksheets"]);
});

it("the file of rejected rows holds no others, and no formulas", () => {
  const rows = [row(2, "created"), row(3, "rejected", { says: "=HYPERLINK(1), lead", column: "+URN", reason: '@"x" is not a URN' })];
  expect(toCsv(rejectedRows(rows))).toBe('row,what,column,reason\r\n3,"\'=HYPERLINK(1), lead",\'+URN,"\'@""x"" is not a URN"\r\n');
});

it("each kind has an example for each column that is needed, in the words of the network where it has some", () => {
  const words = { themes: ["Equity for all"], clusters: ["Severn South"] };
  for (const { columns } of Object.values(kinds))
    for (const { name, example, optional } of columns({ themes: [], clusters: [] })) expect(example !== "" || optional, name).toBe(true);
  const named = (kind: keyof typeof kinds) => Object.fromEntries(kinds[kind].columns(words).map(({ name, example }) => [name, example]));
  expect(named("members")).toEqual({ URN: "100001", Cluster: "Severn South" });
  expect(named("visits")).toEqual({ "Guest URN": "100001", "Host URN": "100002", Theme: "Equity for all", Date: "09/03/2026" });
  expect(Object.keys(named("people"))).toEqual(["Name", "Email", "Role", "URN"]);
  expect(Object.keys(named("reviews"))).toEqual(["Host URN", "Reviewing school URN", "First day", "Last day"]);
  expect(Object.keys(named("partnerships"))).toEqual(["School URN", "Partner URN", "Purpose", "Since"]);
});
