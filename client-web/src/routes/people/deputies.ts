// Who is here to choose from, and who acts for whom.
import type { Deputising, DeputyView, Personal, PostView } from "../../api/types";
import type { WhoChoice } from "../../forms/who";
import { capital, sayName, sayRole } from "../../words/people";
import type { Newcomer } from "./newcomers.svelte";

/** Those who hold a post, their deputies, and those who were added just now; each once. */
export function peopleHere(posts: PostView[], added: Newcomer[]): WhoChoice["people"] {
  const people = new Map<string, { name: string; is: Set<string> }>();
  const put = (id: string, name: Personal | undefined, is: string[]) => {
    const known = people.get(id)?.is ?? [];
    people.set(id, { name: sayName(name), is: new Set([...known, ...is]) });
  };
  for (const { role, people: holders } of posts) for (const { id, name } of holders) put(id, name, [sayRole(role)]);
  for (const { role, deputies } of posts) for (const { id, name } of deputies) put(id, name, [`deputy of the ${sayRole(role)}`]);
  for (const { id, name } of added) put(id, name, []);
  return [...people].map(([value, { name, is }]) => ({ value, text: name, hint: capital([...is].join(" and ")) || "Holds no post" }));
}

export interface Deputy extends Pick<DeputyView, "id" | "name"> {
  /** Today's, and one for later. They are let go of both at once. */
  acting: Deputising[];
}

/** Who acts for a holder of the post, today or later; each once. */
export function deputiesOf(post: PostView | undefined, holder: string): Deputy[] {
  const deputies = new Map<string, Deputy>();
  for (const { id, name, deputising } of post?.deputies ?? []) {
    if (deputising.acts_for !== holder) continue;
    deputies.set(id, { id, name, acting: [...(deputies.get(id)?.acting ?? []), deputising] });
  }
  return [...deputies.values()];
}

/** Everybody of whom the posts tell, now or before, and who was added; each once, and none who was erased. */
export function everybodyHere(posts: PostView[], added: Newcomer[]): { id: string; name: Personal | undefined }[] {
  const told = posts.flatMap(({ people, deputies, held }) => [...people, ...deputies, ...held]);
  const everybody = new Map([...told, ...added].map(({ id, name }) => [id, name]));
  return [...everybody].filter(([, name]) => typeof name !== "object").map(([id, name]) => ({ id, name }));
}
