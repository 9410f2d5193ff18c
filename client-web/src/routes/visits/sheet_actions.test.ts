import { describe, expect, it } from "vitest";
import { visitDetail } from "../../testing/views";
import { visitActions } from "./actions";
import { nameVisitors, writeSheet } from "./sheet_actions";

const [guest, host] = ["100001", "100002"];
const offers = (part: Parameters<typeof visitDetail>[0], school: string, today = "2026-03-05") =>
  visitActions(visitDetail(part), [school], today).map(({ command, first }) => (first ? `${command}!` : command));

describe("before the day", () => {
  it("the sheet is the host's next thing once the day is set, and waits behind a line when it is written", () => {
    const may = ["write-sheet", "move"];
    expect(offers({ may }, host)).toEqual(["write-sheet!", "move"]);
    expect(offers({ may, sheet: { arrival: "08:30" } }, host)).toEqual(["write-sheet", "move"]);
  });
  it("who comes is the guest's, in the same way", () => {
    const may = ["name-visitors"];
    expect(offers({ may }, guest)).toEqual(["name-visitors!"]);
    expect(offers({ may, visitors: { visitors: "Alex Reed" } }, guest)).toEqual(["name-visitors"]);
  });
  it("neither stands in the way when the day has come", () => {
    expect(offers({ may: ["write-sheet", "record-held"] }, host, "2026-03-09")).toEqual(["write-sheet", "record-held!"]);
    expect(offers({ may: ["name-visitors"] }, guest, "2026-03-09")).toEqual(["name-visitors"]);
  });
});

describe("the sheet", () => {
  it("needs where guests arrive, and leaves out what is empty", () => {
    const write = writeSheet(visitDetail());
    expect(write.check({ arrival: " " })).toEqual([{ field: "arrival", text: "Write when and where your guests arrive" }]);
    expect(write.check({ arrival: "08:30" })).toEqual([]);
    expect(write.body({ arrival: " 08:30, main gate ", parking: "", programme: "Tour" })).toEqual({ arrival: "08:30, main gate", programme: "Tour" });
  });
  it("begins from what stands, without what was erased, and means what its reader saw", () => {
    const write = writeSheet(visitDetail({ sheet: { arrival: "08:30", contact: { erased: true } } }));
    expect(write.title).toBe("Change what your guests need to know");
    expect(write.blank).toEqual({ arrival: "08:30", parking: "", identification: "", contact: "", programme: "" });
    expect(write.exact).toBe(true);
  });
});

describe("who comes", () => {
  const before = nameVisitors(visitDetail());
  const after = nameVisitors(visitDetail({ visitors: { visitors: "Alex Reed\nSam Hill", needs: "No nuts", checks_confirmed_by: "per_1" } }));
  const hint = (action: typeof before) => action.asks.find(({ as }) => as === "check")?.hint;

  it("needs a name, and says yes or no to the checks", () => {
    expect(before.check({})[0]).toEqual({ field: "visitors", text: "Write who comes" });
    expect(before.body({ visitors: "Alex Reed\n", checks_confirmed: "yes" })).toEqual({ visitors: "Alex Reed", checks_confirmed: true });
    expect(before.body({ visitors: "Alex Reed", needs: "No nuts", checks_confirmed: "" })).toEqual({ visitors: "Alex Reed", needs: "No nuts", checks_confirmed: false });
  });
  it("begins from what stands, but nobody confirms the checks without ticking the box", () => {
    expect(after.blank).toEqual({ visitors: "Alex Reed\nSam Hill", needs: "No nuts", checks_confirmed: "" });
    expect(hint(after)).toBe("Never write a certificate’s number. Tick this again with each change: it is for everybody on the list.");
    expect(hint(before)).toBe("Never write a certificate’s number.");
    expect(after.exact).toBe(true);
  });
});
