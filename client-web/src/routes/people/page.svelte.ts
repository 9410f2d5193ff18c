// The people of a school on the screen: its posts as they were read, what was just done, and the link that somebody new
// is to be given. Somebody new is added first, and then does what they were added for.
import { actOnPerson, addPerson, invite, postsOf } from "../../api/people";
import { schoolPage } from "../../api/schools";
import type { WriteOptions } from "../../api/http";
import type { Personal, PostView, SchoolPageView, Written } from "../../api/types";
import type { Who } from "../../forms/who";
import { announcer } from "../../stores/announcer.svelte";
import { dropDraft } from "../../stores/drafts";
import { Loaded } from "../../stores/loaded.svelte";
import { session } from "../../stores/session.svelte";
import { sayName } from "../../words/people";
import type { Adding, HandingOver } from "./actions";
import type { NamingDeputy } from "./deputy_actions";
import { newcomers } from "./newcomers.svelte";

export interface LinkFor {
  name: string;
  secret: string;
  until: string;
}

interface Somebody {
  id: string;
  name?: Personal;
}

export class PeoplePage {
  readonly read: Loaded<{ posts: PostView[]; school: SchoolPageView }>;
  done = $state("");
  link = $state.raw<LinkFor | null>(null);
  /** Why there is no link for somebody who was just added. */
  unlinked = $state.raw<{ person: Somebody; error: unknown } | null>(null);
  /** Where in the log it stands what was written here last: what is read after it tells of it. */
  #written: number | undefined;
  /** Was added, and has no link yet. */
  #uninvited: Somebody | null = null;

  constructor(readonly school: string) {
    this.read = new Loaded(async () => {
      const [posts, page] = await Promise.all([postsOf(school, this.#written), schoolPage(school)]);
      return { posts: posts.items, school: page };
    });
  }

  /** Puts somebody into a post: somebody who is here, or somebody new, who then gets the post with the account. */
  async add({ role, who }: Adding, { key = "" }: WriteOptions): Promise<Written> {
    const id = this.#knownId(who);
    if (id) return actOnPerson(id, "give-role", { role }, { key });
    return this.#take(who, await addPerson({ ...nameOf(who), roles: [role] }, { key }));
  }

  async handOver(holder: string, { to, ...body }: HandingOver, { key = "" }: WriteOptions): Promise<Written> {
    return actOnPerson(holder, "hand-over", { ...body, to: await this.#idOf(to, key) }, { key });
  }

  async nameDeputy({ who, ...body }: NamingDeputy, { key = "" }: WriteOptions): Promise<Written> {
    return actOnPerson(await this.#idOf(who, key), "name-deputy", body, { key });
  }

  /** After somebody was erased, or is called something else: nothing that was typed or added here tells of them any more. */
  async finishAbout(id: string, words: string, written: Pick<Written, "position">): Promise<void> {
    newcomers.forget(id);
    for (const form of ["correct-details", "erase"]) dropDraft(session.person?.id ?? "", `${id}.${form}`);
    await this.finish(words, written);
  }

  /** After something was done: says so, makes the link that somebody new needs, and reads how the posts stand. */
  async finish(words: string, { position }: Pick<Written, "position">): Promise<void> {
    [this.done, this.link, this.unlinked, this.#written] = [words, null, null, position];
    announcer.say(words);
    window.scrollTo(0, 0);
    const somebody = this.#uninvited;
    if (somebody) await this.invite(somebody).catch((error: unknown) => (this.unlinked = { person: somebody, error }));
    await this.read.load();
    await session.refresh().catch(() => undefined); // the reader's own roles may be other ones now
  }

  async invite(person: Somebody): Promise<void> {
    const { secret, until } = await invite(person.id);
    if (this.#uninvited?.id === person.id) this.#uninvited = null;
    this.unlinked = null;
    this.link = { name: sayName(person.name), secret, until };
    announcer.say(`The link for ${sayName(person.name)} is at the top of the page`);
    window.scrollTo(0, 0);
  }

  /** An id that is known already: a second attempt does not add somebody twice. */
  #knownId(who: Who): string | undefined {
    return "id" in who ? who.id : newcomers.byAddress(this.school, who.email)?.id;
  }

  async #idOf(who: Who, key: string): Promise<string> {
    const known = this.#knownId(who);
    if (known) return known;
    return this.#take(who, await addPerson({ ...nameOf(who), roles: [] }, { key: `${key}.add` })).id;
  }

  #take(who: Who, written: Written): Written {
    const newcomer = { id: written.id, ...nameOf(who) };
    newcomers.add(this.school, newcomer);
    this.#uninvited = newcomer;
    return written;
  }
}

function nameOf(who: Who): { name: string; email: string } {
  if ("id" in who) throw new Error("Whoever is here already is not added.");
  return { name: who.name, email: who.email };
}
