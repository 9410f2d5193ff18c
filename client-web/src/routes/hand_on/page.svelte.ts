// What hangs on a school, on the screen: as it was read, and what was just handed on.
import { hangingOn } from "../../api/lineage";
import { schoolPage } from "../../api/schools";
import type { HangingView, Successor, Written } from "../../api/types";
import { announcer } from "../../stores/announcer.svelte";
import { directory } from "../../stores/directory.svelte";
import { Loaded } from "../../stores/loaded.svelte";
import { names } from "../../stores/names.svelte";

export interface Hanging {
  view: HangingView;
  /** With how each of them followed. */
  followed: Successor[];
}

export class HandOnPage {
  readonly read: Loaded<Hanging>;
  done = $state("");
  /** Where in the log it stands what was written here last: what is read after it tells of it. */
  #written: number | undefined;
  /** The reader acted on what was no longer so. */
  stale = $state(false);

  constructor(readonly school: string) {
    this.read = new Loaded(async () => {
      const [view, page] = await Promise.all([hangingOn(school, this.#written), schoolPage(school), directory.load()]);
      names.learn([view, ...view.successors]);
      return { view, followed: page.successors };
    });
  }

  async meetStale(): Promise<void> {
    [this.done, this.stale] = ["", true];
    await this.read.load();
  }

  /** After something was handed on: says so, and reads what is left. */
  async finish(words: string, { position }: Pick<Written, "position">): Promise<void> {
    [this.done, this.stale, this.#written] = [words, false, position];
    announcer.say(words);
    window.scrollTo(0, 0);
    await this.read.load();
  }
}
