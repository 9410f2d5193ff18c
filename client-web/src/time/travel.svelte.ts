// A page's way through the past: the view as it was known at a moment, and the moments around it. At most one request
// is under way; of what is asked for meanwhile the last is read next.
import { tick } from "svelte";
import { readEvent } from "../api/events";
import { Refused } from "../api/problem";
import type { Read } from "../api/types";
import { router } from "../router/router.svelte";
import { announcer } from "../stores/announcer.svelte";
import { londonDay } from "../words/dates";
import { readAt } from "./at";
import type { Events } from "./events";
import { lookback } from "./lookback.svelte";
import type { Moment } from "./moments";
import { Player } from "./player.svelte";
import { Timeline } from "./timeline.svelte";

/** There is nothing to see at this moment, however often one asks. */
export const refusals = [400, 403, 404];

/** What stepping needs of it, whatever the view is. */
export type AnyTravel = Pick<TimeTravel<unknown>, "shown" | "position" | "recorded" | "error" | "loading" | "timeline" | "player" | "present" | "step" | "toSameKind" | "toDay" | "togglePlay" | "again">;

export class TimeTravel<View> {
  view = $state.raw<View | null>(null);
  /** The moment that is on the screen, as it was asked for, and up to which position it holds. */
  shown = $state("");
  position = $state(0);
  /** When that position was recorded, as far as it is known. */
  recorded = $state("");
  error = $state.raw<unknown>(null);
  loading = $state(false);
  readonly timeline: Timeline;
  readonly player = new Player(
    (events) => this.#forward(events),
    () => announcer.say(this.error ? "Paused: the next moment could not be read." : "This is the last event so far."),
  );
  #wanted = "";
  /** What was read last, or tried. */
  #done = "";
  #working: Promise<void> | null = null;

  constructor(
    private readonly ask: (at: string) => Promise<Read<View>>,
    events: Events,
  ) {
    this.timeline = new Timeline(events);
  }

  /** What happened last at the moment that is shown. */
  get present(): Moment | null {
    return this.timeline.present(this.position);
  }

  /** The address says another moment. */
  show(at: string): Promise<void> {
    if (at !== this.#wanted) this.player.pause();
    this.#wanted = at;
    if (at === this.#done) return Promise.resolve();
    return (this.#working ??= this.#work());
  }

  /** The page shows how things are now. */
  leave(): void {
    this.player.pause();
    [this.#wanted, this.#done] = ["", ""];
    [this.shown, this.view, this.error] = ["", null, null];
    [lookback.shown, lookback.day] = ["", ""];
  }

  again(): void {
    this.#done = "";
    void this.show(this.#wanted);
  }

  step(by: 1 | -1): void {
    this.player.pause();
    const to = this.timeline.from(this.#standing(), by);
    if (to) this.#go(String(to.position), true);
  }

  async toSameKind(by: 1 | -1): Promise<void> {
    this.player.pause();
    await this.#working;
    const { present } = this;
    if (!present || this.loading) return;
    this.loading = true;
    const found = await this.timeline.sameKind(present, by).catch(() => undefined);
    this.loading = false;
    if (found) this.#go(String(found), true);
    else if (found === null) announcer.say(by > 0 ? "There is none later of this kind." : "There is none earlier of this kind.");
  }

  toDay(day: string): void {
    this.player.pause();
    this.#go(day, true);
  }

  togglePlay(): void {
    if (this.player.playing) {
      this.player.pause();
      announcer.say("Paused.");
      return;
    }
    announcer.say("Playing.");
    router.step({}); // Back leads to where it began
    void this.player.play();
  }

  /** Where one stands while what was asked for last is still to come. */
  #standing(): number {
    const wanted = readAt(this.#wanted);
    return this.#working && wanted.is === "position" ? wanted.position : this.position;
  }

  /** While one plays, each picture takes the place of the one before. */
  async #forward(events: number): Promise<boolean> {
    const to = this.timeline.from(this.position, events);
    if (!to) return false;
    await this.#go(String(to.position), false);
    return this.error === null;
  }

  #go(at: string, back: boolean): Promise<void> {
    [this.#wanted, this.#done] = [at, ""];
    if (back) router.step({ at });
    else router.set({ at });
    return this.show(at);
  }

  async #work(): Promise<void> {
    this.loading = true;
    try {
      while (this.#wanted !== this.#done) await this.#load(this.#wanted);
    } finally {
      this.loading = false;
      this.#working = null;
    }
  }

  async #load(at: string): Promise<void> {
    this.#done = at;
    if (!at) return;
    try {
      const { value, position = 0 } = await this.ask(at);
      if (this.#wanted) await this.#take(at, value, position);
    } catch (error) {
      if (this.#wanted) await this.#miss(at, error);
    }
  }

  async #take(at: string, view: View, position: number): Promise<void> {
    await this.timeline.around(position);
    await this.#learnWhen(at, position);
    if (!this.#wanted) return;
    [this.view, this.position, this.error] = [view, position, null];
    this.#stand(at);
    // What parts of the page read of their own belongs to this moment: they have begun with it.
    await tick();
    await lookback.settled();
  }

  /** Of what was not there yet there is nothing to see; of what could not be read, what was there before. */
  async #miss(at: string, error: unknown): Promise<void> {
    const status = error instanceof Refused ? error.problem.status : 0;
    // From before its beginning one goes to the first event.
    if (status === 404) await this.timeline.around(0).catch(() => undefined);
    this.error = error;
    if (!refusals.includes(status)) return;
    if (status !== 404) this.timeline.clear();
    [this.view, this.position, this.recorded] = [null, 0, ""];
    this.#stand(at);
  }

  #stand(at: string): void {
    this.shown = at;
    const asked = readAt(at);
    lookback.shown = at;
    lookback.day = asked.is === "day" ? asked.day : this.recorded ? londonDay(this.recorded) : "";
  }

  async #learnWhen(at: string, position: number): Promise<void> {
    const asked = readAt(at);
    if (asked.is !== "position") return void (this.recorded = asked.is === "instant" ? asked.instant : "");
    const present = this.timeline.present(position);
    const known = present && present.first <= asked.position && asked.position <= present.position;
    this.recorded = known ? present.recorded : (await readEvent(asked.position)).recorded;
  }
}
