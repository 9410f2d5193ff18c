// One form: what is typed, what is wrong with it, and whether it is being sent. What is typed is
// kept as a draft until it has arrived; sending the same words twice does the thing once.
import { newKey } from "../api/http";
import { Refused, referenceOf, sayProblem } from "../api/problem";
import { dayOf, sayNoSchool } from "../words/term_dates";
import { dropDraft, findDraft, keepDraft } from "./drafts";
import { names } from "./names.svelte";
import { session } from "./session.svelte";

export type Values = Record<string, string>;

export interface FieldError {
  /** None: it is about the whole. */
  field: string | null;
  text: string;
}

/** What went wrong, in words of the form's own. */
export class Said extends Error {}

export class Form {
  values = $state<Values>({});
  errors = $state.raw<FieldError[]>([]);
  reference = $state<string | null>(null);
  sending = $state(false);
  /** When the draft that was found here had been kept; none where there was none. */
  restored = $state<string | null>(null);

  #key = newKey();
  #sent = "";
  #person = session.person?.id ?? "";

  constructor(
    readonly id: string,
    private readonly blank: Values,
  ) {
    const draft = findDraft<Values>(this.#person, id);
    this.values = { ...blank, ...draft?.values };
    this.restored = draft?.kept_at ?? null;
  }

  fieldId(field: string): string {
    return `${this.id}-${field}`.replaceAll(/[^\w-]/g, "-");
  }

  set(field: string, value: string): void {
    this.values[field] = value;
    this.keep();
  }

  protected keep(): void {
    keepDraft(this.#person, this.id, $state.snapshot(this.values));
  }

  errorOf(field: string): string | null {
    return this.errors.find((error) => error.field === field)?.text ?? null;
  }

  /** Whether something is typed that would be lost. */
  get typed(): boolean {
    return Object.entries(this.values).some(([field, value]) => value !== (this.blank[field] ?? ""));
  }

  discard(): void {
    dropDraft(this.#person, this.id);
    this.values = { ...this.blank };
    this.restored = null;
    this.errors = [];
  }

  /** Sends what `body` makes of the values, unless `check` finds fault. True when it arrived. */
  async send<T>(check: (values: Values) => FieldError[], send: (values: Values, key: string) => Promise<T>): Promise<T | null> {
    if (this.sending) return null;
    this.reference = null;
    this.errors = check(this.values);
    if (this.errors.length > 0) return null;
    this.sending = true;
    try {
      const values = $state.snapshot(this.values);
      const answer = await send(values, this.#keyFor(JSON.stringify(values)));
      this.discard();
      return answer;
    } catch (error) {
      this.reference = referenceOf(error);
      this.errors = errorsOf(error, this.values);
      if (error instanceof Refused && error.stale) throw error;
      return null;
    } finally {
      this.sending = false;
    }
  }

  #keyFor(text: string): string {
    if (text !== this.#sent) this.#key = newKey();
    this.#sent = text;
    return this.#key;
  }
}

/** A form whose values are never stored: a password's. */
export class PlainForm extends Form {
  protected override keep(): void {}
}

/** What the server said, at the fields that it named. */
function errorsOf(error: unknown, values: Values): FieldError[] {
  const fields = Object.keys(values);
  if (error instanceof Refused && closed.includes(error.rule ?? "")) return [closedThen(error.message, values)];
  if (!(error instanceof Refused) || !error.problem.errors?.length) {
    const said = error instanceof Said ? error.message : sayProblem(error);
    return [{ field: null, text: said }];
  }
  return error.problem.errors.map(({ pointer, detail }) => {
    const name = pointer?.split("/")[1] ?? "";
    const field = fields.find((each) => each === name) ?? fields.find((each) => name !== "" && each.startsWith(name));
    return { field: field ?? null, text: detail };
  });
}

/** No school on that day, or none any more. */
const closed = ["not-a-school-day", "school-closed"];

/** A school is closed on a day that was chosen: said at the field that has the day. */
function closedThen(detail: string, values: Values): FieldError {
  const day = dayOf(detail);
  const field = Object.entries(values).find(([, value]) => day && value.split(" ").includes(day))?.[0];
  return { field: field ?? null, text: sayNoSchool(detail, (urn) => names.of(urn)) };
}
