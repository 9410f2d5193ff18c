// The calendar of a cluster or a network on the screen: some months, read again when the live dashboard changes.
import { calendarOf, type Group } from "../../../api/calendar";
import type { CalendarOfGroup } from "../../../api/types";
import { Loaded } from "../../../stores/loaded.svelte";
import { firstDay, lastDay } from "../../../words/months";

/** A network in which much happens is not asked at each single event. */
const pause_ms = 1000;

export class GroupCalendar {
  readonly read: Loaded<CalendarOfGroup>;
  #months: string[] = [];
  #at = "";
  #position = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(of: Group, id: string) {
    this.read = new Loaded(() => calendarOf(of, id, firstDay(this.#months[0] ?? ""), lastDay(this.#months.at(-1) ?? ""), this.#at));
  }

  /** `at`: as they were known at a moment. */
  show(months: string[], at = ""): Promise<void> {
    [this.#months, this.#at] = [months, at];
    return this.read.load();
  }

  /** Whether what was read last has all of these months. */
  has(months: string[]): boolean {
    const value = this.read.value;
    return value !== null && value.from <= firstDay(months[0] ?? "") && lastDay(months.at(-1) ?? "") <= value.to;
  }

  /** How far the live dashboard is. */
  follow(position: number): void {
    if (!this.#at && this.#position > 0 && position > this.#position) this.#waiting ??= setTimeout(() => this.#again(), pause_ms);
    this.#position = position;
  }

  #again(): void {
    this.#waiting = undefined;
    void this.read.load();
  }

  stop(): void {
    clearTimeout(this.#waiting);
  }
}
