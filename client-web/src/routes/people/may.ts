// Who may see and change the posts of a school, as far as this page knows; the server decides.
import type { Person, Role, RoleKind, SchoolPageView } from "../../api/types";

export type Place = Pick<SchoolPageView, "school" | "networks" | "clusters">;

const holds = (person: Person | null, fits: (role: Role) => boolean): boolean => person?.roles.some(fits) ?? false;

/**
 * Administrators and the school's head: either post. Whoever coordinates one of its networks: the lead's, but never
 * their own. `holder`: who holds the post, or is to have it.
 */
export function mayChangePost(person: Person | null, { school, networks }: Place, post: RoleKind, holder = ""): boolean {
  return holds(person, ({ role, place }) => {
    if (role === "head") return place === school;
    if (role === "coordinator") return networks.includes(place) && post === "lead" && holder !== person?.id;
    return role === "administrator";
  });
}

/** The lead or head roles that somebody holds at the school. */
export const postsHeld = (person: Person | null, school: string): Role[] =>
  (person?.roles ?? []).filter(({ role, place }) => place === school && (role === "lead" || role === "head"));

/** Those who hold a post there, whoever coordinates one of its networks or clusters, and administrators. */
export function maySeePosts(person: Person | null, { school, networks, clusters }: Place): boolean {
  const coordinated = [...networks, ...clusters];
  const convenes = ({ role, place }: Role) => role === "administrator" || (role === "coordinator" && coordinated.includes(place));
  return postsHeld(person, school).length > 0 || holds(person, convenes);
}
