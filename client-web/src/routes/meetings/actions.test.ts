import { describe, expect, it } from "vitest";
import type { MeetingDetail } from "../../api/types";
import type { Action } from "../../forms/action";
import { meetingDetail } from "../../testing/views";
import { meetingActions } from "./actions";

const today = "2026-03-09";
const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
const offers = (part: Partial<MeetingDetail>, own: string[] = []) => meetingActions(meetingDetail(part), own, today, (urn) => `School ${urn}`);
const names = (actions: Action[]) => actions.map(({ command, apart = "", first }) => `${command}${apart}${first ? "!" : ""}`);
const run = ["settle-day", "set-agenda", "change-host", "cancel"];
const settled = { stage: "settled", day: "2026-03-16", starts: "16:00" } as const;

function only(command: string, part: Partial<MeetingDetail>, own: string[] = []): Action {
  const [found, ...more] = offers({ may: [command], ...part }, own);
  if (!found || more.length > 0) throw new Error(`not one ${command}`);
  return found;
}

describe("a meeting whose days are proposed offers", () => {
  it("a school to answer, and who runs it to settle the day once its own school has answered", () => {
    const may = ["answer-days", ...run];
    expect(names(offers({ may, speaks_for: [ashton] }, [ashton]))).toEqual(["answer-days_100001!", "settle-day", "set-agenda", "change-host", "cancel"]);
    const answers = [{ school: ashton, days: ["2026-03-16"] }];
    expect(names(offers({ may, speaks_for: [ashton], answers }, [ashton]))).toEqual(["answer-days_100001", "settle-day!", "set-agenda", "change-host", "cancel"]);
  });
  it("nothing to somebody outside", () => {
    expect(offers({}, ["100009"])).toEqual([]);
  });
  it("the days to answer with what stands, and does not send the same again", () => {
    const answer = only("answer-days", { speaks_for: [ashton], answers: [{ school: ashton, days: ["2026-03-17"] }] }, [ashton]);
    expect(answer.blank).toEqual({ days_100001: "2026-03-17" });
    expect(answer.title).toBe("Change which days suit");
    expect(answer.check({ days_100001: "2026-03-17" })[0]?.text).toContain("your answer already");
    expect(answer.check({ days_100001: "" })[0]?.text).toBe("Choose the days that suit, or say that none of them does");
    expect(answer.check({ days_100001: "2026-03-16" })).toEqual([]);
    expect(answer.body({ days_100001: "2026-03-16 2026-03-17" })).toEqual({ school: ashton, days: ["2026-03-16", "2026-03-17"] });
  });
  it("to say that no day suits, which is an answer", () => {
    const answer = only("answer-days", { speaks_for: [ashton] }, [ashton]);
    expect(answer.body({ days_100001: "none" })).toEqual({ school: ashton, days: [] });
    const again = only("answer-days", { speaks_for: [ashton], answers: [{ school: ashton, days: [] }] }, [ashton]);
    expect([again.first, again.blank]).toEqual([false, { days_100001: "none" }]);
  });
  it("whoever coordinates to answer for another school, which they name", () => {
    const all = offers({ may: ["answer-days"], speaks_for: [ashton, glory, cooper] }, [glory]);
    expect(names(all)).toEqual(["answer-days_100002!", "answer-days_other"]);
    const other = all[1];
    expect(other?.title).toBe("Say which days suit for another school");
    expect(offers({ may: ["answer-days"], speaks_for: [ashton, glory] })[0]?.title).toBe("Say which days suit for a school");
    expect(other?.asks[0]).toMatchObject({ as: "choice", choices: [{ value: ashton, text: "School 100001" }, { value: cooper, text: "School 100003" }] });
    expect(other?.check({ days_other: "none" })[0]).toEqual({ field: "school_other", text: "Choose the school for which you answer" });
    expect(other?.body({ school_other: cooper, days_other: "2026-03-16" })).toEqual({ school: cooper, days: ["2026-03-16"] });
  });
  it("each school its own form to somebody of two, told apart by their names", () => {
    const both = offers({ may: ["answer-days"], speaks_for: [ashton, glory] }, [ashton, glory]);
    expect(both.map(({ title }) => title)).toEqual(["Say which days suit for School 100001", "Say which days suit for School 100002"]);
  });
});

describe("the day is settled", () => {
  const settle = only("settle-day", { proposed: [{ day: "2026-03-06", suits: 3, open: 3 }, { day: "2026-03-16", suits: 2, open: 1 }] });

  it("on a proposed day that has not passed, with how many it suits, or on another", () => {
    expect(settle.asks[0]).toMatchObject({
      choices: [{ value: "2026-03-16", hint: "Suits 2 of 3 schools so far; 1 has nothing else that day" }, { value: "another" }],
    });
    expect(settle.body({ day: "2026-03-16", other_day: "2026-03-20", starts: "16:00", where: " The hall " })).toEqual({ day: "2026-03-16", starts: "16:00", where: "The hall" });
    expect(settle.body({ day: "another", other_day: "2026-03-20" })).toEqual({ day: "2026-03-20" });
  });
  it("only when it is said which", () => {
    expect(settle.check({})[0]?.field).toBe("day");
    expect(settle.check({ day: "another" })).toEqual([{ field: "other_day", text: "Enter the other day" }]);
  });
});

describe("a meeting whose day is settled", () => {
  it("asks each school whether somebody comes, in the ways in which the cluster meets", () => {
    const ways = (mode: MeetingDetail["mode"]) => {
      const ask = only("reply", { ...settled, mode, speaks_for: [ashton] }, [ashton]).asks[0];
      return ask?.as === "choice" ? ask.choices.map(({ value }) => value) : [];
    };
    expect(ways("mixed")).toEqual(["in_person", "remote", "apologies"]);
    expect(ways("in_person")).toEqual(["in_person", "apologies"]);
    expect(ways("remote")).toEqual(["remote", "apologies"]);
  });
  it("takes a substitute only for somebody who comes", () => {
    const reply = only("reply", { ...settled, speaks_for: [ashton] }, [ashton]);
    expect(reply.first).toBe(true);
    expect(reply.body({ coming_100001: "remote", substitute_100001: "Sam" })).toEqual({ school: ashton, coming: "remote", substitute: "Sam" });
    expect(reply.body({ coming_100001: "apologies", substitute_100001: "Sam" })).toEqual({ school: ashton, coming: "apologies" });
    expect(reply.check({})[0]?.field).toBe("coming_100001");
  });
  it("begins a changed reply from what was said, but not from a name that was erased", () => {
    const answers = [{ school: ashton, coming: "remote" as const, substitute: { erased: true as const } }];
    const reply = only("reply", { ...settled, speaks_for: [ashton], answers }, [ashton]);
    expect([reply.first, reply.blank]).toEqual([false, { coming_100001: "remote", substitute_100001: "" }]);
  });
  it("moves to another day or another time, not to where it is", () => {
    const move = only("move", settled);
    expect(move.check({ day: "2026-03-16", starts: "" })[0]?.text).toBe("Enter another day, or another time");
    expect(move.check({ day: "2026-03-16", starts: "16:00" }).length).toBe(1);
    expect(move.check({ day: "2026-03-16", starts: "15:00" })).toEqual([]);
    expect(move.check({})[0]?.text).toBe("Enter the new day");
    expect(move.body({ day: "2026-03-18", starts: "", reason: "" })).toEqual({ day: "2026-03-18" });
  });
  it("lets any school host but the one that does", () => {
    expect(only("change-host", settled).asks[0]).toMatchObject({ choices: [{ value: glory }, { value: cooper }], list: true });
  });
  it("keeps an agenda to go on from", () => {
    expect(only("set-agenda", { ...settled, agenda: "Reading" }).blank).toEqual({ agenda: "Reading" });
    expect(only("set-agenda", { ...settled, agenda: { erased: true } }).blank).toEqual({ agenda: "" });
  });
});

describe("who was there", () => {
  const answers = [
    { school: ashton, coming: "in_person" as const },
    { school: glory, coming: "remote" as const, substitute: "Sam" },
    { school: "100008", coming: "in_person" as const },
  ];
  const record = (part: Partial<MeetingDetail> = {}) => only("record-attendance", { ...settled, day: today, answers, ...part });

  it("begins from the replies; a school that said nothing is named, and one that left is not asked for", () => {
    expect(record().blank).toEqual({ day: today, attendance: "100001=in_person 100002=remote+" });
    expect(record().check({ ...record().blank })).toEqual([{ field: "attendance_100003", text: "Say whether School 100003 was there" }]);
  });
  it("comes first when the day has come; before it, another day is to be given", () => {
    expect(record().first).toBe(true);
    const early = record({ day: "2026-03-16" });
    expect([early.first, early.blank?.day]).toEqual([false, ""]);
    const all = "100001=absent 100002=absent 100003=absent";
    expect(early.check({ day: "", attendance: all })[0]?.text).toBe("Enter the day on which the cluster met");
    expect(early.check({ day: "2026-03-10", attendance: all })[0]?.text).toBe("Enter a day that is not in the future");
    expect(early.check({ day: today, attendance: all })).toEqual([]);
  });
  it("is sent with a row for each school, without one that a draft still held", () => {
    expect(record().body({ day: today, attendance: "100001=absent 100002=remote+ 100008=in_person" })).toEqual({
      day: today,
      attendance: [{ school: ashton, presence: "absent", substitute: false }, { school: glory, presence: "remote", substitute: true }],
    });
  });

  const stands = [{ school: ashton, presence: "in_person" as const, substitute: false }, { school: "100008", presence: "absent" as const, substitute: false }];
  const correct = only("correct-attendance", { stage: "held", day: today, schools: [ashton, glory], attendance: stands });

  it("is corrected from what stands, with the schools that have left since", () => {
    expect(correct.blank).toEqual({ attendance: "100001=in_person 100008=absent" });
    expect(correct.asks[0]).toMatchObject({ as: "attendance", schools: [ashton, glory, "100008"] });
    expect(correct.body({ attendance: "100001=remote 100008=absent", reason: " It was remote. " })).toEqual({
      attendance: [{ school: ashton, presence: "remote", substitute: false }, { school: "100008", presence: "absent", substitute: false }],
      reason: "It was remote.",
    });
  });
  it("is not corrected to what stands; a school that joined later may stay off the list", () => {
    expect(correct.check({ attendance: "100001=in_person 100008=absent" })[0]?.text).toBe("Nothing is changed yet: correct what is wrong");
    expect(correct.check({ attendance: "100001=remote 100008=absent" })).toEqual([]);
  });
});
