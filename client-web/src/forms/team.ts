// A team as one text value of a form: "per_1=lead per_2=reviewer".
import type { TeamMember, TeamRole } from "../api/types";

export const teamRoles: Record<TeamRole, string> = {
  lead: "Leads the review",
  reviewer: "Reviewer",
  training: "In training",
};

export function readTeam(text: string): TeamMember[] {
  return text
    .split(" ")
    .map((part) => part.split("="))
    .flatMap(([reviewer, role]) => (reviewer && role && role in teamRoles ? [{ reviewer, role: role as TeamRole }] : []));
}

export const writeTeam = (team: TeamMember[]) => team.map(({ reviewer, role }) => `${reviewer}=${role}`).join(" ");

/** The team with this person in this role; without them where the role is none. */
export function withRole(team: TeamMember[], reviewer: string, role: TeamRole | null): TeamMember[] {
  const rest = team.filter((member) => member.reviewer !== reviewer);
  return role ? [...rest, { reviewer, role }] : rest;
}
