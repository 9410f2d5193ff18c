// Words of an event erased for good: which of them, and why.
import type { ForgetReason, HistoryRow, RedactText } from "../api/types";
import { reasons, sayBeginning, sayField } from "../words/erasing";
import { capital } from "../words/people";
import { filled, need, typed, type Action, type Asked } from "./action";
import { readTicks, type Tick } from "./ticks";

type Words = Pick<HistoryRow, "event" | "may_redact">;

const choices = (Object.keys(reasons) as ForgetReason[]).map((value) => ({ value, text: capital(reasons[value]) }));

const ticksOf = (row: Words): Tick[] =>
  (row.may_redact ?? []).map((name) => ({ value: name, text: capital(sayField(name)), hint: capital(sayBeginning(row, name)) }));

const noteAsk: Asked = {
  as: "text",
  name: "note",
  label: "Who asked, and what is wrong with these words (optional)",
  hint: "Only coordinators can read this. Do not repeat the words here.",
  rows: 3,
};

/** Of several words one chooses; of one, it is said which. */
export function eraseWords(row: Words): Action {
  const ticks = ticksOf(row);
  const only = ticks.length === 1 ? ticks[0] : undefined;
  const which: Asked = { as: "ticks", name: "words", label: "Which words?", choices: ticks };
  return {
    command: "redact",
    title: "Erase words",
    ...(only ? { lead: `What is erased: ${sayField(only.value)}, ${sayBeginning(row, only.value)}` } : {}),
    warning: "The words are gone for good, from the past too: nobody can bring them back, not even you. The event itself stays.",
    asks: [...(only ? [] : [which]), { as: "choice", name: "why", label: "Why are they erased?", choices }, noteAsk],
    button: "Erase for good",
    tone: "warning",
    done: "The words are erased.",
    first: false,
    exact: false,
    check: (values) => [
      ...(only || readTicks(values.words ?? "", ticks).length > 0 ? [] : need({}, "words", "Choose which words are erased")),
      ...need(values, "why", "Choose why they are erased"),
    ],
    body: (values): RedactText => ({
      words: only ? [only.value] : readTicks(values.words ?? "", ticks),
      why: typed(values, "why") as ForgetReason,
      ...filled(values, "note"),
    }),
  };
}
