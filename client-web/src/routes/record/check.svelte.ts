// One of the page's forms: what is typed, what is wrong with it, and what its check showed.
import { referenceOf, sayProblem } from "../../api/problem";
import { announcer } from "../../stores/announcer.svelte";
import { PlainForm } from "../../stores/form.svelte";
import { Wrong } from "./checks";
import type { Verdict } from "./say";

interface Asked<Outcome> {
  id: string;
  /** The one thing that is asked for. */
  field: string;
  /** What is wrong with it before anything is asked; nothing where it will do. */
  faultOf: (text: string) => string;
  ask: (text: string) => Promise<Outcome>;
  say: (outcome: Outcome) => Verdict;
}

export class Check<Outcome> {
  readonly form: PlainForm;
  doing = $state(false);
  #done = $state.raw<{ text: string; outcome: Outcome } | null>(null);

  constructor(private readonly asked: Asked<Outcome>) {
    this.form = new PlainForm(asked.id, { [asked.field]: "" });
  }

  get text(): string {
    return this.form.values[this.asked.field] ?? "";
  }

  /** Of what is there now, not of what was there before. */
  get outcome(): Outcome | null {
    return this.#done?.text === this.text ? this.#done.outcome : null;
  }

  get verdict(): Verdict | null {
    return this.outcome && this.asked.say(this.outcome);
  }

  set(text: string): void {
    this.form.set(this.asked.field, text);
  }

  say(fault: string): void {
    this.form.errors = fault ? [{ field: this.asked.field, text: fault }] : [];
  }

  async run(): Promise<void> {
    if (this.doing) return;
    const { text } = this;
    [this.#done, this.form.reference] = [null, null];
    this.say(this.asked.faultOf(text));
    if (this.form.errors.length > 0) return;
    this.doing = true;
    try {
      const outcome = await this.asked.ask(text);
      this.#done = { text, outcome };
      announcer.say(this.asked.say(outcome).title);
    } catch (error) {
      if (error instanceof Wrong) this.say(error.message);
      else [this.form.errors, this.form.reference] = [[{ field: null, text: sayProblem(error) }], referenceOf(error)];
    } finally {
      this.doing = false;
    }
  }
}
