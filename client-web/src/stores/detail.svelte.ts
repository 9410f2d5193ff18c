// A visit, a review or a partnership on the screen: as it was read, acted on, and read again when it was changed
// here or elsewhere. A change elsewhere waits while something is typed.
import type { Read, Written } from "../api/types";
import type { WriteOptions } from "../api/http";
import { Loaded } from "./loaded.svelte";
import { announcer } from "./announcer.svelte";

const tries_max = 8;
const pause_ms = 60;

export class Detail<T extends { version: number }> {
  readonly read: Loaded<Read<T>>;
  /** What the last action came to, in words. */
  done = $state("");
  /** Somebody else changed it, and the reader has not looked yet. */
  changed = $state(false);
  /** The reader acted on what was no longer so. */
  stale = $state(false);

  constructor(
    private readonly ask: () => Promise<Read<T>>,
    private readonly send: (command: string, body: object, options: WriteOptions) => Promise<Written>,
    private readonly typing: () => boolean,
  ) {
    this.read = new Loaded(() => this.ask());
  }

  get value(): T | null {
    return this.read.value?.value ?? null;
  }

  act(exact: boolean, command: string, body: object, options: WriteOptions): Promise<Written> {
    this.stale = false;
    const etag = exact ? (this.read.value?.etag ?? null) : null;
    return this.send(command, body, { ...options, etag });
  }

  /** Reads what was just written: the view may be a moment behind. */
  async finish(written: Written, words: string): Promise<void> {
    await this.#readUntil(written.version);
    this.changed = false;
    this.done = words;
    announcer.say(words);
    window.scrollTo(0, 0);
  }

  async refresh(): Promise<void> {
    this.changed = false;
    await this.read.load();
  }

  async meetStale(): Promise<void> {
    this.stale = true;
    await this.refresh();
  }

  /** The live page says that there is a newer version. */
  seen(version: number): void {
    if (!this.value || version <= this.value.version || this.read.loading) return;
    if (this.typing()) this.changed = true;
    else void this.refresh();
  }

  async #readUntil(version: number): Promise<void> {
    for (let tries = 0; tries < tries_max; ++tries) {
      await this.read.load();
      if ((this.value?.version ?? 0) >= version) return;
      await new Promise((resolve) => setTimeout(resolve, pause_ms));
    }
  }
}

/** Whether something is typed in a form of the page, or somebody is about to. */
export function typingOnPage(): boolean {
  const at = document.activeElement;
  return document.querySelector("main form[data-typed]") !== null || (at?.matches("input, textarea, select") === true && at.closest("main form") !== null);
}
