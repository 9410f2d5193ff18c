// Naming the team of a review, and changing it: somebody falls ill, somebody leaves the school.
import type { ReviewDetail, ReviewNameTeam, ReviewStage, TeamMember } from "../../api/types";
import type { Action } from "../../forms/action";
import { readTeam, writeTeam } from "../../forms/team";
import type { FieldError } from "../../stores/form.svelte";

const planned: ReviewStage[] = ["team_named", "days_agreed"];

/** Whoever was to lead it has left the school before its days. Whoever may not see the team is not told. */
export const leadIsMissing = ({ stage, team }: Pick<ReviewDetail, "stage"> & { team?: TeamMember[] }): boolean =>
  planned.includes(stage) && team !== undefined && !team.some(({ role }) => role === "lead");

/** In whatever order they were chosen. */
const sameTeam = (one: TeamMember[], other: TeamMember[]) => writeTeam(one).split(" ").sort().join() === writeTeam(other).split(" ").sort().join();

export function nameTeam(review: ReviewDetail): Action {
  const stands = review.team ?? [];
  const asked = review.stage === "requested";
  const words = stands.length > 0 ? "Change the team" : "Name the team";
  return {
    command: "name-team",
    title: words,
    ...(asked ? { lead: "Naming the team says yes for the reviewing school." } : {}),
    asks: [{ as: "team", name: "team", label: "Who is on the team?", hint: "Exactly one person leads.", school: review.reviewing_school, stay: planned.includes(review.stage) ? [] : (review.people ?? []) }],
    blank: { team: writeTeam(stands) },
    button: words,
    done: asked ? "The team is named. Next, the two schools agree the days." : "The team is now as you named it.",
    first: asked || leadIsMissing(review),
    exact: true,
    check: (values) => faultsOf(readTeam(values.team ?? ""), stands),
    body: (values): ReviewNameTeam => ({ team: readTeam(values.team ?? "") }),
  };
}

function faultsOf(team: TeamMember[], stands: TeamMember[]): FieldError[] {
  const fault = (text: string) => [{ field: "team", text }];
  if (team.length === 0) return fault("Choose who is on the team");
  const leads = team.filter(({ role }) => role === "lead").length;
  if (leads === 0) return fault("Choose who leads the review");
  if (leads > 1) return fault("Choose only one person who leads");
  return sameTeam(team, stands) ? fault("Nothing is changed yet: choose who else is on the team, or who is not") : [];
}
