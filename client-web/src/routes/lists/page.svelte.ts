// A list on its way in: what was given, what was said of it when it was checked, and what was done. What is taken in is
// what was checked, byte for byte.
import { checkList, takeList, type ListBody, type ListKind, type ListResult } from "../../api/lists";
import { referenceOf } from "../../api/problem";
import { router } from "../../router/router.svelte";
import { announcer } from "../../stores/announcer.svelte";
import { directory } from "../../stores/directory.svelte";
import { dropDraft } from "../../stores/drafts";
import { Form } from "../../stores/form.svelte";
import { session } from "../../stores/session.svelte";
import { count } from "../../words/dates";
import { networkOf } from "../past/entering";
import { isKind } from "./kinds";
import { hindrance } from "./outcome";
import { bodyOf, errorsOf, faultsOf, type Given } from "./sending";

interface Asked {
  kind: ListKind;
  network: string;
  given: string | File;
}

export interface Answer extends Asked {
  body: ListBody;
  result: ListResult;
  /** False: this is what would be done. */
  taken: boolean;
}

export class ListPage {
  readonly form: Form;
  file = $state.raw<File | null>(null);
  answer = $state.raw<Answer | null>(null);
  doing = $state<"" | "checking" | "taking">("");

  constructor(private readonly networks: () => string[]) {
    const kind = router.query.get("kind");
    const asked = { kind: isKind(kind) ? kind : "", network: router.query.get("network") ?? "" };
    this.form = new Form("many-at-once", { ...asked, how: "file", text: "" });
    // The address says what is meant; a draft may be of another list.
    for (const [name, value] of Object.entries(asked)) if (value) this.form.values[name] = value;
  }

  get kind(): ListKind | null {
    const kind = this.form.values.kind ?? "";
    return isKind(kind) ? kind : null;
  }

  get network(): string {
    return networkOf(this.form.values, this.networks());
  }

  get given(): Given {
    return this.form.values.how === "text" ? (this.form.values.text ?? "") : this.file;
  }

  /** What was said of the list is of another one than is here now. */
  get stale(): boolean {
    const { answer } = this;
    return answer !== null && (answer.kind !== this.kind || answer.network !== this.network || answer.given !== this.given);
  }

  async check(): Promise<void> {
    const { kind, network, given } = this;
    if (this.doing) return;
    this.form.reference = null;
    this.form.errors = faultsOf(kind, network, given);
    if (!kind || given === null || this.form.errors.length > 0) return;
    announcer.say("Checking the list …");
    await this.#ask("checking", given, async () => {
      const body = await bodyOf(given);
      return { kind, network, given, body, result: await checkList(kind, network, body), taken: false };
    });
  }

  async takeIn(): Promise<void> {
    const checked = this.answer;
    if (this.doing || !checked || checked.taken || hindrance(checked.result, this.stale)) return;
    announcer.say(`Taking in ${count(checked.result.created, "row")} …`);
    await this.#ask("taking", checked.given, async () => {
      await bodyOf(checked.given); // A file that has changed since is another list.
      return { ...checked, result: await takeList(checked.kind, checked.network, checked.body), taken: true };
    });
    if (this.answer?.taken) this.#settle(this.answer);
  }

  async #ask(doing: "checking" | "taking", given: string | File, ask: () => Promise<Answer>): Promise<void> {
    [this.doing, this.form.reference, this.form.errors] = [doing, null, []];
    try {
      this.answer = await ask();
    } catch (error) {
      this.form.reference = referenceOf(error);
      this.form.errors = errorsOf(error, given, doing === "taking");
    } finally {
      this.doing = "";
    }
  }

  /** What has arrived whole need not be kept; those who joined are counted. */
  #settle({ kind, result }: Answer): void {
    if (result.rejected === 0) dropDraft(session.person?.id ?? "", this.form.id);
    if (kind === "members") void directory.reload().catch(() => undefined); // as before, until the page is loaded again
  }
}
