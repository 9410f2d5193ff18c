// The views as administrators see them: read when the page is opened, and while they are worked out anew once a second.
import { Refused, sayProblem } from "../../api/problem";
import type { ViewsStatus } from "../../api/types";
import { rebuildViews, viewsStatus } from "../../api/views";
import { announcer } from "../../stores/announcer.svelte";
import { Loaded } from "../../stores/loaded.svelte";
import { folding_began, sayRebuilt, sayRefused } from "../../words/views";

export class Views {
  readonly read = new Loaded(() => viewsStatus());
  asking = $state(false);
  /** Why it could not be begun. */
  stuck = $state("");

  get value(): ViewsStatus | null {
    return this.read.value;
  }
  get folding(): boolean {
    return this.value?.rebuild.state === "folding";
  }

  /** Says when it has come to its end. */
  async look(): Promise<void> {
    const before = this.folding;
    await this.read.load();
    if (before && !this.folding) this.#say();
  }

  async rebuild(): Promise<void> {
    if (this.asking || this.folding) return;
    this.asking = true;
    this.stuck = "";
    try {
      this.read.value = await rebuildViews();
      this.read.error = null;
      this.#say();
    } catch (error) {
      await this.#meet(error);
    } finally {
      this.asking = false;
    }
  }

  async #meet(error: unknown): Promise<void> {
    const conflict = error instanceof Refused && error.stale;
    if (conflict) await this.read.load();
    this.stuck = conflict && this.value && !this.read.error ? sayRefused(this.value.rebuild) : sayProblem(error);
  }

  #say(): void {
    if (!this.value) return;
    const { rebuild } = this.value;
    announcer.say(this.folding ? folding_began : (sayRebuilt(rebuild)?.title ?? ""));
  }
}
