// Whom the reader has added to a school since they opened Commonweal. No list of the server holds those who neither hold
// a post nor act for anybody yet, so without this they could not be chosen a moment later.
import { session } from "../../stores/session.svelte";

export interface Newcomer {
  id: string;
  name: string;
  email: string;
}

class Newcomers {
  #added = $state.raw<(Newcomer & { by: string; school: string })[]>([]);

  add(school: string, newcomer: Newcomer): void {
    this.#added = [...this.#added.filter(({ id }) => id !== newcomer.id), { ...newcomer, by: reader(), school }];
  }

  /** Whoever was erased, or is called something else now. */
  forget(id: string): void {
    this.#added = this.#added.filter((each) => each.id !== id);
  }

  at(school: string): Newcomer[] {
    return this.#added.filter((each) => each.by === reader() && each.school === school);
  }

  byAddress(school: string, email: string): Newcomer | undefined {
    return this.at(school).find((each) => each.email.toLowerCase() === email.toLowerCase());
  }
}

const reader = () => session.person?.id ?? "";

export const newcomers = new Newcomers();
