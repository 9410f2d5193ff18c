// Posts that nobody holds: of the schools that the reader heads, and of the networks that they coordinate.
import { postsOf, vacantPosts } from "../../api/people";
import type { Person, PostView } from "../../api/types";

export interface VacantPost extends PostView {
  id: string;
}

/** Those that nobody has held yet stand last. */
const later = "9999-12-31";
const isVacant = ({ people }: PostView) => people.length === 0;

/** The head is told of the lead's post; of the head's own the coordinator is. */
export async function leadsMissing(person: Person | null): Promise<PostView[]> {
  const headed = (person?.roles ?? []).filter(({ role }) => role === "head").map(({ place }) => place);
  const lists = await Promise.all(headed.map((school) => postsOf(school)));
  return lists.flatMap(({ items }) => items).filter((post) => post.role === "lead" && isVacant(post));
}

/** Each once, though a school may be in two networks; the longest vacant first. */
export async function vacantIn(networks: string[]): Promise<VacantPost[]> {
  const lists = await Promise.all(networks.map(vacantPosts));
  const posts = lists.flatMap(({ items }) => items.filter(isVacant).map((post) => ({ ...post, id: `${post.school} ${post.role}` })));
  const once = [...new Map(posts.map((post) => [post.id, post])).values()];
  return once.sort((a, b) => (a.vacant_since ?? later).localeCompare(b.vacant_since ?? later));
}
