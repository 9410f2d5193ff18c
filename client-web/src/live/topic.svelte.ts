// One topic as a page shows it: its view, how the connection is, and the reader's Pause. While
// paused, or while the connection is lost, what is shown stays as it was.
import type { Problem } from "../api/problem";
import type { ActivityEntry } from "../api/types";
import { announcer } from "../stores/announcer.svelte";
import { addActivity } from "./rows";
import type { ConnectionState, LiveConnection } from "./connection";

interface Shown {
  position: number;
  activity: ActivityEntry[];
}

const words: Partial<Record<ConnectionState, string>> = {
  live: "Live and up to date.",
  reconnecting: "The connection is lost. What you see stays as it was; reconnecting.",
  offline: "You are offline. What you see stays as it was.",
};

export class LiveTopic<View extends Shown, Change extends { activity: ActivityEntry[] }> {
  /** What the page shows. */
  view = $state.raw<View | null>(null);
  state = $state<ConnectionState>("connecting");
  problem = $state.raw<Problem | null>(null);
  paused = $state(false);
  /** What happened while the reader had paused, newest first; none before a resume. */
  missed = $state.raw<ActivityEntry[]>([]);
  /** When the last word from the server came, in milliseconds. */
  heard = $state(Date.now());
  waiting = $state(0);

  #latest: View | null = null;
  #said: ConnectionState = "connecting";

  constructor(
    readonly name: string,
    private readonly apply: (view: View, change: Change, position: number) => View,
  ) {}

  watch(connection: LiveConnection): () => void {
    return connection.watch(this.name, {
      snapshot: (_position, view) => this.#take(view as View),
      delta: (position, changes) => {
        if (this.#latest) this.#take(this.apply(this.#latest, changes as Change, position));
      },
      refused: (problem) => (this.problem = problem),
      state: (state) => this.#say(state),
    });
  }

  pause(): void {
    this.paused = true;
    this.missed = [];
    announcer.say(`Paused at position ${this.view?.position ?? 0}.`);
  }

  resume(): void {
    const from = this.view?.position ?? 0;
    this.paused = false;
    this.view = this.#latest;
    this.waiting = 0;
    this.missed = addActivity([], [...(this.view?.activity ?? [])].reverse()).filter((entry) => entry.position > from);
    announcer.say(this.missed.length ? `Resumed. ${this.missed.length} new while paused.` : "Resumed. Nothing changed.");
  }

  #take(view: View): void {
    this.#latest = view;
    this.heard = Date.now();
    if (this.paused && this.view) {
      const from = this.view.position;
      this.waiting = view.activity.filter((entry) => entry.position > from).length;
    } else this.view = view;
  }

  #say(state: ConnectionState): void {
    this.state = state;
    const settled = state === "catching_up" || state === this.#said;
    if (settled) return;
    const text = words[state];
    const first = this.#said === "connecting" && state === "live";
    this.#said = state;
    if (text && !first) announcer.say(text);
  }
}
