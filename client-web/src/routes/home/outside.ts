// To somebody who has no role at a school: what they can see here, and what not.
import type { Person, RoleKind } from "../../api/types";

const nothing_waits = "You have no role at a school, so no visit, review or partnership waits for you. The networks and clusters beside this show what goes on.";
const may_see =
  "you see the networks and clusters beside this, and their schools: who visits, reviews and works with whom, about what, and when. What they write to each other is for them and their coordinator alone.";

const as: Partial<Record<RoleKind, string>> = { researcher: "As a researcher", assessor: "As an assessor" };

export function sayOutside(person: Person | null): string {
  const roles = person?.roles ?? [];
  const guest = roles.length > 0 && roles.every(({ role }) => role in as);
  const role = roles[0]?.role;
  return guest && role ? `${as[role]} ${may_see}` : nothing_waits;
}
