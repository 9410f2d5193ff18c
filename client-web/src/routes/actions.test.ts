import { describe, expect, it } from "vitest";
import type { PartnershipDetail, ReviewDetail, VisitDetail } from "../api/types";
import { readTeam, withRole, writeTeam } from "../forms/team";
import { partnershipActions } from "./partnerships/actions";
import { reviewActions } from "./reviews/actions";
import { safeguarding } from "./reviews/report";
import { visitActions } from "./visits/actions";

const today = "2026-03-09";
const visit = (part: Partial<VisitDetail>) => ({ id: "vis_1", guest: "G", host: "H", stage: "held", may: [], ...part }) as VisitDetail;
const review = (part: Partial<ReviewDetail>) => ({ id: "rev_1", host: "H", reviewing_school: "R", days: [], may: [], ...part }) as ReviewDetail;
const names = (actions: { command: string; first: boolean }[]) => actions.map(({ command, first }) => (first ? `${command}!` : command));

describe("a visit offers", () => {
  it("only what its reader may do, the next thing open", () => {
    expect(names(visitActions(visit({ stage: "requested", may: ["agree", "decline", "cancel"] }), ["H"], today))).toEqual(["agree!", "decline"]);
    expect(visitActions(visit({ stage: "requested" }), [], today)).toEqual([]);
  });
  it("to record it first when its day has come", () => {
    const may = ["move", "record-held", "cancel"];
    expect(names(visitActions(visit({ stage: "dated", day: "2026-03-09", may }), ["H"], today))).toContain("record-held!");
    expect(names(visitActions(visit({ stage: "dated", day: "2026-03-10", may }), ["H"], today))).not.toContain("record-held!");
  });
  it("a reflection for each side that has none yet", () => {
    const both = visitActions(visit({ may: ["reflect"] }), ["G", "H"], today);
    expect(both.map((action) => action.body({ guest_reflection: "a", host_reflection: "b" }))).toEqual([
      { side: "guest", reflection: "a" },
      { side: "host", reflection: "b" },
    ]);
    expect(visitActions(visit({ may: ["reflect"], host_reflection: "done" }), ["H"], today)).toEqual([]);
  });
  it("to let a return visit go that is owed, with a warning, and with a reason only where there is one", () => {
    const all = visitActions(visit({ may: ["reflect", "waive-return"] }), ["H"], today);
    expect(names(all)).toEqual(["reflect!", "waive-return"]);
    const waive = all[1];
    expect(waive?.warning).toBe("This cannot be taken back.");
    expect(waive?.check({})).toEqual([]);
    expect(waive?.body({ reason: " Too far for us. " })).toEqual({ reason: "Too far for us." });
    expect(waive?.body({ reason: "" })).toEqual({});
  });
});

describe("a review", () => {
  const action = (command: string, part: Partial<ReviewDetail>) => {
    const found = reviewActions(review({ may: [command], ...part }), today)[0];
    if (!found) throw new Error(`no ${command}`);
    return found;
  };

  it("wants a team with exactly one lead", () => {
    const name = action("name-team", { stage: "requested" });
    expect(name.check({ team: "" })[0]?.text).toBe("Choose who is on the team");
    expect(name.check({ team: "per_1=reviewer" })[0]?.text).toBe("Choose who leads the review");
    expect(name.check({ team: "per_1=lead per_2=lead" })[0]?.text).toBe("Choose only one person who leads");
    expect(name.check({ team: "per_1=lead per_2=training" })).toEqual([]);
    expect(name.body({ team: "per_1=lead" })).toEqual({ team: [{ reviewer: "per_1", role: "lead" }] });
  });
  it("wants its days in order, and says at which field they are not", () => {
    const agree = action("agree-days", { stage: "team_named" });
    expect(agree.check({})[0]?.field).toBe("day1");
    expect(agree.check({ day1: "2026-03-12", day2: "2026-03-11" })[0]?.field).toBe("day2");
    expect(agree.body({ day1: "2026-03-11", day3: "2026-03-12" })).toEqual({ days: ["2026-03-11", "2026-03-12"] });
  });
  it("starts its report with strengths, warns of safeguarding, and comes back with its words", () => {
    const draft = action("draft-report", { stage: "answered", accurate: false, strengths: "Kind.", even_better_if: { erased: true } });
    expect(draft.asks[0]).toMatchObject({ name: "strengths" });
    expect(draft.warning).toBe(safeguarding);
    expect(draft.blank).toEqual({ strengths: "Kind.", even_better_if: "" });
    expect(draft.title).toBe("Write the report anew");
  });
  it("answers yes or no as the server wants it", () => {
    const answer = action("answer-report", { stage: "drafted" });
    expect(answer.body({ accurate: "no", comments: " x " })).toEqual({ accurate: false, comments: "x" });
    expect(answer.check({})[0]?.field).toBe("accurate");
  });
});

describe("a partnership offers", () => {
  const offers = (part: Partial<PartnershipDetail>, mySchools: string[]) =>
    partnershipActions({ id: "par_1", school: "S", partner: "P", stage: "active", may: [], ...part } as PartnershipDetail, mySchools, today, (urn) => `School ${urn}`);

  it("the partner to accept or decline, and who proposed it to withdraw", () => {
    const answer = offers({ stage: "proposed", may: ["accept", "decline"] }, ["P"]);
    expect(names(answer)).toEqual(["accept!", "decline"]);
    const [withdraw] = offers({ stage: "proposed", may: ["withdraw"] }, ["S"]);
    expect(withdraw?.title).toBe("Withdraw the proposal");
    expect(withdraw?.body({ reason: " Not this year. " })).toEqual({ reason: "Not this year." });
  });
  it("to write down what was done, while it is active", () => {
    const may = ["log-activity", "note-effect", "pause", "end"];
    const all = offers({ may }, ["P"]);
    expect(names(all)).toEqual(["log-activity!", "note-effect", "pause", "end"]);
    const log = all[0];
    expect(log?.exact).toBe(false);
    expect(log?.check({}).map(({ field }) => field)).toEqual(["day_partner", "activity_partner"]);
    expect(log?.check({ day_partner: "2026-03-10", activity_partner: "x" })[0]?.text).toBe("Enter a day that is not in the future");
    expect(log?.check({ day_partner: today, activity_partner: "x" })).toEqual([]);
    expect(log?.body({ day_partner: today, activity_partner: " We planned. " })).toEqual({ side: "partner", day: today, activity: "We planned." });
  });
  it("each side its own words to somebody of both", () => {
    const both = offers({ may: ["log-activity"] }, ["S", "P"]);
    expect(both.map(({ title }) => title)).toEqual(["Write down what you did together for School S", "Write down what you did together for School P"]);
    expect(both.map((action) => action.body({ day_school: "a", day_partner: "b" }))).toMatchObject([{ side: "school", day: "a" }, { side: "partner", day: "b" }]);
  });
  it("to resume it while paused, and to note what has changed when it is over", () => {
    expect(names(offers({ stage: "paused", may: ["note-effect", "resume", "end"] }, ["S"]))).toEqual(["resume!", "note-effect", "end"]);
    const [effect] = offers({ stage: "ended", may: ["note-effect"] }, ["S"]);
    expect(effect?.first).toBe(true);
    expect(effect?.check({})[0]?.field).toBe("effect_school");
    expect(effect?.body({ effect_school: "Calmer.", evidence_school: "" })).toEqual({ side: "school", effect: "Calmer." });
  });
  it("nothing to a coordinator but to pause and end", () => {
    expect(names(offers({ may: ["pause", "end"] }, []))).toEqual(["pause", "end"]);
  });
});

it("a team survives being written and read", () => {
  const team = withRole(withRole([], "per_1", "lead"), "per_2", "training");
  expect(readTeam(writeTeam(team))).toEqual(team);
  expect(withRole(team, "per_1", null)).toEqual([{ reviewer: "per_2", role: "training" }]);
  expect(readTeam("per_1=king nonsense")).toEqual([]);
});
