// The term dates of a school on the screen: as they were read, and read again when they were changed here.
import type { WriteOptions } from "../../api/http";
import { carryTermDates, readTermDates, setTermDates } from "../../api/term_dates";
import type { CarryTermDates, SetTermDates, TermDatesView, WhoseDays, Written } from "../../api/types";
import { announcer } from "../../stores/announcer.svelte";
import { Loaded } from "../../stores/loaded.svelte";
import { londonDay } from "../../words/dates";
import { schoolYearOf } from "../../words/months";

const tries_max = 8;
const pause_ms = 60;

export class TermDatesPage {
  readonly read: Loaded<TermDatesView>;
  done = $state("");

  constructor(readonly school: string) {
    this.read = new Loaded(() => readTermDates(school));
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

  /** After something was written: reads how the calendar stands, which may be a moment behind, and says so. */
  async finish(of: WhoseDays, written: Written, words: string): Promise<void> {
    const stands = () => this.read.value?.calendars.find((calendar) => calendar.of === of)?.version ?? 0;
    for (let tries = 0; tries < tries_max; ++tries) {
      await this.read.load();
      if (this.read.error || stands() >= written.version) break;
      await new Promise((resolve) => setTimeout(resolve, pause_ms));
    }
    this.done = words;
    announcer.say(words);
    window.scrollTo(0, 0);
  }
}
