// A school's ledger on the screen: read with what the school is, and read again after something was entered.
import { actOnLedger, readLedger } from "../../api/ledger";
import type { WriteOptions } from "../../api/http";
import { schoolPage, schoolPageAt } from "../../api/schools";
import type { LedgerView, SchoolPageView, Written } from "../../api/types";
import { announcer } from "../../stores/announcer.svelte";
import { Loaded } from "../../stores/loaded.svelte";
import { names } from "../../stores/names.svelte";
import { lookback } from "../../time/lookback.svelte";
import type { LedgerWindow } from "./window";

export interface LedgerOfSchool {
  ledger: LedgerView;
  school: SchoolPageView;
  /** When it was read, in milliseconds. */
  at: number;
}

export class LedgerPage {
  readonly read: Loaded<LedgerOfSchool>;
  /** What the last action came to, in words. */
  done = $state("");
  /** Where in the log it stands what was written here last: what is read after it tells of it. */
  #written: number | undefined;

  constructor(
    private readonly urn: string,
    private readonly time: () => LedgerWindow,
  ) {
    this.read = new Loaded(() => this.#ask());
  }

  act(command: string, body: object, options: WriteOptions) {
    return actOnLedger(this.urn, command, body, options);
  }

  async finish(words: string, { position }: Pick<Written, "position">): Promise<void> {
    this.#written = position;
    await this.read.load();
    this.done = words;
    announcer.say(words);
    window.scrollTo(0, 0);
  }

  async #ask(): Promise<LedgerOfSchool> {
    const { at } = lookback;
    const when = at ? { at } : { after: this.#written };
    const [ledger, school] = await Promise.all([
      readLedger({ school: this.urn, ...this.time(), ...when }),
      at ? schoolPageAt(this.urn, at).then(({ value }) => value) : schoolPage(this.urn),
    ]);
    names.learn([{ school: this.urn, name: school.details.name }]);
    return { ledger, school, at: Date.now() };
  }
}
