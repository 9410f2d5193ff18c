import { expect, it } from "vitest";
import type { ReviewDetail } from "../../api/types";
import { reviewActions } from "./actions";
import { leadIsMissing, nameTeam } from "./team";

const lead = { reviewer: "per_1", role: "lead" } as const;
const other = { reviewer: "per_2", role: "reviewer" } as const;
const review = (part: Partial<ReviewDetail>) =>
  ({ id: "rev_1", host: "H", reviewing_school: "R", stage: "requested", team: [], days: ["2026-03-09"], may: ["name-team", "agree-days"], ...part }) as ReviewDetail;

it("the first team says yes; one that is named is changed, from what stands", () => {
  expect(nameTeam(review({}))).toMatchObject({ title: "Name the team", lead: "Naming the team says yes for the reviewing school.", blank: { team: "" } });
  const change = nameTeam(review({ stage: "days_agreed", team: [lead, other] }));
  expect([change.title, change.button, change.lead]).toEqual(["Change the team", "Change the team", undefined]);
  expect(change.blank).toEqual({ team: "per_1=lead per_2=reviewer" });
  expect(nameTeam(review({ stage: "team_named", team: [] }))).toMatchObject({ title: "Name the team", done: "The team is now as you named it." });
});

it("the same team in another order is no change", () => {
  const { check, body } = nameTeam(review({ stage: "held", team: [lead, other] }));
  expect(check({ team: "per_2=reviewer per_1=lead" })[0]?.text).toBe("Nothing is changed yet: choose who else is on the team, or who is not");
  expect(check({ team: "per_2=training per_1=lead" })).toEqual([]);
  expect(body({ team: "per_1=lead" })).toEqual({ team: [lead] });
});

it("once the review has taken place its team may stay, though somebody has left since", () => {
  const people = [{ id: "per_1", name: "Lead" }];
  const stay = (stage: ReviewDetail["stage"]) => nameTeam(review({ stage, people, team: [lead] })).asks.map((ask) => (ask.as === "team" ? ask.stay : null));
  expect(stay("days_agreed")).toEqual([[]]);
  expect(stay("held")).toEqual([people]);
});

it("nobody leads any more where the lead has left before the days, as far as one may see the team", () => {
  expect(leadIsMissing(review({ stage: "team_named", team: [other] }))).toBe(true);
  expect(leadIsMissing(review({ stage: "days_agreed", team: [] }))).toBe(true);
  expect(leadIsMissing(review({ stage: "days_agreed", team: [lead] }))).toBe(false);
  expect(leadIsMissing(review({ stage: "requested", team: [] }))).toBe(false);
  expect(leadIsMissing(review({ stage: "held", team: [other] }))).toBe(false);
  expect(leadIsMissing({ stage: "team_named" })).toBe(false);
});

it("a team that nobody leads is to be named now; another is changed behind a line", () => {
  const first = (team: ReviewDetail["team"]) => reviewActions(review({ stage: "team_named", team }), "2026-03-02").filter((each) => each.first).map(({ command }) => command);
  expect(first([other])).toEqual(["name-team", "agree-days"]);
  expect(first([lead])).toEqual(["agree-days"]);
});
