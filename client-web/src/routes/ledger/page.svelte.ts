// A school's ledger on the screen: read with what the school is, and read again after something was entered.
import { actOnLedger, readLedger } from "../../api/ledger";
import type { WriteOptions } from "../../api/http";
import { schoolPage } from "../../api/schools";
import type { LedgerView, SchoolPageView } from "../../api/types";
import { announcer } from "../../stores/announcer.svelte";
import { Loaded } from "../../stores/loaded.svelte";
import { names } from "../../stores/names.svelte";
import type { LedgerWindow } from "./window";

const tries_max = 8;
const pause_ms = 60;

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

  constructor(
    private readonly urn: string,
    private readonly time: () => LedgerWindow,
  ) {
    this.read = new Loaded(() => this.#ask());
  }

  act(command: string, body: object, options: WriteOptions) {
    return actOnLedger(this.urn, command, body, options);
  }

  /** The view may be a moment behind what was just written; a rate of another time may change nothing that is shown. */
  async finish(words: string): Promise<void> {
    const before = JSON.stringify(this.read.value?.ledger);
    for (let tries = 0; tries < tries_max; ++tries) {
      await this.read.load();
      if (JSON.stringify(this.read.value?.ledger) !== before) break;
      await new Promise((resolve) => setTimeout(resolve, pause_ms));
    }
    this.done = words;
    announcer.say(words);
    window.scrollTo(0, 0);
  }

  async #ask(): Promise<LedgerOfSchool> {
    const [ledger, school] = await Promise.all([readLedger({ school: this.urn, ...this.time() }), schoolPage(this.urn)]);
    names.learn([{ school: this.urn, name: school.details.name }]);
    return { ledger, school, at: Date.now() };
  }
}
