// The term dates of a school on the screen: as they were read, and read again when they were changed here.
import type { WriteOptions } from "../../api/http";
import { carryTermDates, readTermDates, setTermDates } from "../../api/term_dates";
import type { CarryTermDates, SetTermDates, TermDatesView, Written } from "../../api/types";
import { announcer } from "../../stores/announcer.svelte";
import { Loaded } from "../../stores/loaded.svelte";
import { lookback } from "../../time/lookback.svelte";
import { londonDay } from "../../words/dates";
import { schoolYearOf } from "../../words/months";

export class TermDatesPage {
  readonly read: Loaded<TermDatesView>;
  done = $state("");
  /** Where in the log it stands what was written here last: what is read after it tells of it. */
  #written: number | undefined;

  constructor(readonly school: string) {
    this.read = new Loaded(() => readTermDates(school, lookback.at ? undefined : this.#written, lookback.at));
  }

  get today(): string {
    return this.read.value?.today ?? londonDay(new Date());
  }

  /** This school year and the next, and any other that the server tells of. */
  get years(): number[] {
    const now = schoolYearOf(this.today);
    return [...new Set([now, now + 1, ...(this.read.value?.years ?? []).map(({ year }) => year)])].sort();
  }

  act(command: string, body: object, options: WriteOptions): Promise<Written> {
    if (command === "carry-term-dates") return carryTermDates(this.school, body as CarryTermDates, options);
    return setTermDates(this.school, body as SetTermDates, options);
  }

  /** After something was written: reads how the calendars stand, and says so. */
  async finish({ position }: Pick<Written, "position">, words: string): Promise<void> {
    this.#written = position;
    await this.read.load();
    this.done = words;
    announcer.say(words);
    window.scrollTo(0, 0);
  }
}
