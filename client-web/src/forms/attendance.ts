// Who was at a meeting, as one text value of a form: "100001=in_person 100002=remote+", with a "+" for a substitute.
import type { MeetingAttendance, MeetingPresence } from "../api/types";
import type { FieldError } from "../stores/form.svelte";
import { presences } from "../words/meetings";

export function readAttendance(text: string): MeetingAttendance[] {
  return text.split(" ").flatMap((part) => {
    const [school, said = ""] = part.split("=");
    const presence = said.replace("+", "");
    return school && presence in presences ? [{ school, presence: presence as MeetingPresence, substitute: said.endsWith("+") }] : [];
  });
}

export function writeAttendance(rows: MeetingAttendance[]): string {
  const texts = rows.map(({ school, presence, substitute }) => `${school}=${presence}${substitute ? "+" : ""}`);
  return texts.sort().join(" ");
}

/** Whether somebody was there: only then is there anybody to be a substitute. */
export const wasThere = (presence: MeetingPresence | undefined) => presence === "in_person" || presence === "remote";

export function withPresence(text: string, school: string, presence: MeetingPresence): string {
  const rows = readAttendance(text);
  const before = rows.find((row) => row.school === school);
  const substitute = wasThere(presence) && before?.substitute === true;
  return writeAttendance([...rows.filter((row) => row.school !== school), { school, presence, substitute }]);
}

export function withSubstitute(text: string, school: string, substitute: boolean): string {
  return writeAttendance(readAttendance(text).map((row) => (row.school === school ? { ...row, substitute } : row)));
}

/** Where a school's row is, to be led to from the summary of errors. */
export const rowField = (field: string, school: string) => `${field}_${school}`;

/** Names each of the schools of which nothing is said yet. */
export function missingFrom(text: string, field: string, schools: string[], nameOf: (urn: string) => string): FieldError[] {
  const said = new Set(readAttendance(text).map(({ school }) => school));
  return schools.filter((school) => !said.has(school)).map((school) => ({ field: rowField(field, school), text: `Say whether ${nameOf(school)} was there` }));
}
