// What hangs on a school, on the screen: as it was read, and what was just handed on.
import { hangingOn } from "../../api/lineage";
import { schoolPage } from "../../api/schools";
import type { HangingView, Successor } from "../../api/types";
import { announcer } from "../../stores/announcer.svelte";
import { directory } from "../../stores/directory.svelte";
import { Loaded } from "../../stores/loaded.svelte";
import { names } from "../../stores/names.svelte";

const tries_max = 8;
const pause_ms = 60;

export interface Hanging {
  view: HangingView;
  /** With how each of them followed. */
  followed: Successor[];
}

export class HandOnPage {
  readonly read: Loaded<Hanging>;
  done = $state("");
  /** The reader acted on what was no longer so. */
  stale = $state(false);

  constructor(readonly school: string) {
    this.read = new Loaded(async () => {
      const [view, page] = await Promise.all([hangingOn(school), schoolPage(school), directory.load()]);
      names.learn([view, ...view.successors]);
      return { view, followed: page.successors };
    });
  }

  async meetStale(): Promise<void> {
    [this.done, this.stale] = ["", true];
    await this.read.load();
  }

  /** After something was handed on: says so, and reads what is left. The views may be a moment behind. */
  async finish(words: string): Promise<void> {
    [this.done, this.stale] = [words, false];
    announcer.say(words);
    window.scrollTo(0, 0);
    const before = JSON.stringify(this.read.value);
    for (let tries = 0; tries < tries_max; ++tries) {
      await this.read.load();
      if (this.read.error || JSON.stringify(this.read.value) !== before) return;
      await new Promise((resolve) => setTimeout(resolve, pause_ms));
    }
  }
}
