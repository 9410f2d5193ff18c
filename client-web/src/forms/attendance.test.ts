import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Form } from "../stores/form.svelte";
import { names } from "../stores/names.svelte";
import AttendanceField from "./AttendanceField.svelte";
import ErrorSummary from "./ErrorSummary.svelte";
import { missingFrom, readAttendance, withPresence, withSubstitute, writeAttendance } from "./attendance";

const [ashton, glory] = ["100001", "100002"] as const;
names.learn([{ school: ashton, name: "Ashton Park" }, { school: glory, name: "Glory Farm" }]);

beforeEach(() => localStorage.clear());
afterEach(cleanup);

it("an attendance survives being written and read, in one order whatever was chosen first", () => {
  const rows = [{ school: glory, presence: "remote" as const, substitute: true }, { school: ashton, presence: "absent" as const, substitute: false }];
  expect(writeAttendance(rows)).toBe("100001=absent 100002=remote+");
  expect(readAttendance(writeAttendance(rows))).toEqual([rows[1], rows[0]]);
  expect(readAttendance("100001=asleep nonsense =remote")).toEqual([]);
});

it("a school that was not there has no substitute", () => {
  const there = withSubstitute(withPresence("", ashton, "in_person"), ashton, true);
  expect(there).toBe("100001=in_person+");
  expect(withPresence(there, ashton, "remote")).toBe("100001=remote+");
  expect(withPresence(there, ashton, "apologies")).toBe("100001=apologies");
  expect(withSubstitute("", ashton, true)).toBe("");
});

it("each school of which nothing is said is named, at its row", () => {
  const missing = missingFrom("100001=absent", "attendance", [ashton, glory], (urn) => `School ${urn}`);
  expect(missing).toEqual([{ field: "attendance_100002", text: "Say whether School 100002 was there" }]);
});

function show(attendance = ""): Form {
  const form = new Form("meeting", { attendance });
  render(AttendanceField, { form, field: "attendance", label: "Who was there?", schools: [ashton, glory] });
  return form;
}
const radio = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });
const substitute = (school: string) => screen.getByRole<HTMLInputElement>("checkbox", { name: `${school} Substitute` });

it("begins from what stands, with a row for each school", () => {
  show("100001=remote+");
  expect(radio("Ashton Park Remotely").checked).toBe(true);
  expect(substitute("Ashton Park").checked).toBe(true);
  expect(screen.queryAllByRole("radio", { name: /^Glory Farm/, checked: true })).toEqual([]);
  expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent?.trim())).toEqual(["Ashton Park", "Glory Farm"]);
});

it("is chosen row by row; a substitute only where somebody was there", async () => {
  const form = show();
  expect(substitute("Glory Farm").disabled).toBe(true);
  await fireEvent.click(radio("Glory Farm In person"));
  await fireEvent.click(substitute("Glory Farm"));
  await fireEvent.click(radio("Ashton Park Absent"));
  expect(form.values.attendance).toBe("100001=absent 100002=in_person+");
  await fireEvent.click(radio("Glory Farm Apologies"));
  expect(substitute("Glory Farm").disabled).toBe(true);
  expect(form.values.attendance).toBe("100001=absent 100002=apologies");
});

it("says in the row what is wrong, where the summary of errors leads", async () => {
  const form = show("100001=absent");
  await form.send((values) => missingFrom(values.attendance ?? "", "attendance", [ashton, glory], (urn) => names.of(urn)), () => Promise.resolve(true));
  const row = document.getElementById(form.fieldId("attendance_100002"));
  expect((await screen.findByText("Say whether Glory Farm was there")).closest("tr")).toBe(row);
  expect(radio("Glory Farm In person").getAttribute("aria-describedby")).toBe(`${row?.id}-error`);
});

it("leads to each of two schools of one name", async () => {
  const form = new Form("meeting", { attendance: "" });
  render(ErrorSummary, { form });
  await form.send((values) => missingFrom(values.attendance ?? "", "attendance", [ashton, glory], () => "St Mary’s"), () => Promise.resolve(true));
  expect((await screen.findAllByRole("link", { name: "Say whether St Mary’s was there" })).length).toBe(2);
});
