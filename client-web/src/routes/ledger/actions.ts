// What may be put into a school's ledger: what cover costs it, and what did not take place here.
import type { EnterInLedger, LedgerKind, SetCoverRate } from "../../api/types";
import { need, typed, type Action } from "../../forms/action";
import type { FieldError, Values } from "../../stores/form.svelte";
import { ledgerKinds } from "../../words/ledger";

const pence_max = 200_000;
const amount_max = 1_000;

export interface NetworkChoice {
  id: string;
  name: string;
}

/** Those that the server says the reader may do. `networks`: for which of them an entry can be made. */
export function ledgerActions(may: string[], today: string, networks: NetworkChoice[]): Action[] {
  return [setCoverRate(today), enterInLedger(today, networks)].filter(({ command }) => may.includes(command));
}

/** "212.50", "£1,200" → pence; none where it is no amount. */
export function penceOf(text: string): number | null {
  const found = /^£?\s*(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (!found) return null;
  return Number(found[1]?.replaceAll(",", "")) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
}

export const setCoverRate = (today: string): Action => ({
  command: "set-cover-rate",
  title: "Say what a day of cover costs your school",
  lead: "Your school and its coordinator alone see it. Reviewer-days that your school gave before that day keep the rate of their time.",
  asks: [
    { as: "text", name: "pence_per_day", label: "Cover for one day, in pounds", hint: "For example 210 or 210.50.", rows: 0 },
    { as: "day", name: "from", label: "From which day?" },
  ],
  blank: { from: today },
  button: "Save the rate",
  tone: "secondary",
  done: "What cover costs is saved.",
  first: false,
  exact: false,
  check: (values) => {
    const pence = penceOf(typed(values, "pence_per_day"));
    const fault = pence === null || pence > pence_max ? [{ field: "pence_per_day", text: "Enter an amount of at most £2,000, such as 210 or 210.50" }] : [];
    return [...fault, ...need(values, "from", "Enter the day from which it holds")];
  },
  body: (values): SetCoverRate => ({ pence_per_day: penceOf(typed(values, "pence_per_day")) ?? 0, from: typed(values, "from") }),
});

const hints: Record<LedgerKind, string> = {
  opening: "What was given or received before anything was written down here",
  write_off: "What is owed and let go",
  correction: "What was counted wrongly",
};

/** "-2", "−2", "+3": whole, and within bounds. */
export function amountOf(text: string): number | null {
  const plain = text.trim().replace("−", "-");
  if (plain === "") return 0;
  return /^[+-]?\d{1,4}$/.test(plain) && Math.abs(Number(plain)) <= amount_max ? Number(plain) + 0 : null;
}

export function enterInLedger(today: string, networks: NetworkChoice[]): Action {
  const only = networks.length === 1 ? networks[0]?.id : undefined;
  return {
    command: "enter-in-ledger",
    title: "Enter an opening balance, a write-off or a correction",
    lead: "An entry stays: one that was wrong is made good by a contrary one. Enter + where the school gave more, − where it received more.",
    asks: [
      ...(only ? [] : [{ as: "choice" as const, name: "network", label: "For which network?", choices: networks.map(({ id, name }) => ({ value: id, text: name })), list: true }]),
      { as: "choice", name: "kind", label: "What is it?", choices: (Object.keys(hints) as LedgerKind[]).map((kind) => ({ value: kind, text: ledgerKinds[kind], hint: hints[kind] })) },
      { as: "day", name: "day", label: "On which day does it count?", max: today },
      { as: "text", name: "reviews", label: "Reviews", hint: "For example 2 or -1. Empty for none.", rows: 0 },
      { as: "text", name: "days", label: "Reviewer-days", hint: "For example 4 or -2. Empty for none.", rows: 0 },
      { as: "text", name: "reason", label: "Why?", hint: "The school and the coordinator can read this.", rows: 3 },
    ],
    blank: { day: today, network: only ?? "" },
    button: "Make the entry",
    tone: "secondary",
    done: "The entry is made.",
    first: false,
    exact: false,
    check: (values) => faultsOf(values),
    body: (values): EnterInLedger => ({
      network: only ?? typed(values, "network"),
      kind: typed(values, "kind") as LedgerKind,
      day: typed(values, "day"),
      reviews: amountOf(typed(values, "reviews")) ?? 0,
      days: amountOf(typed(values, "days")) ?? 0,
      reason: typed(values, "reason"),
    }),
  };
}

function faultsOf(values: Values): FieldError[] {
  const [reviews, days] = [amountOf(typed(values, "reviews")), amountOf(typed(values, "days"))];
  const amount = (field: string) => ({ field, text: `Enter a whole number from -${amount_max.toLocaleString("en-GB")} to ${amount_max.toLocaleString("en-GB")}` });
  return [
    ...need(values, "network", "Choose the network"),
    ...need(values, "kind", "Say what it is"),
    ...need(values, "day", "Enter the day on which it counts"),
    ...(reviews === null ? [amount("reviews")] : []),
    ...(days === null ? [{ ...amount("days"), text: `Reviewer-days: ${amount("days").text.toLowerCase()}` }] : []),
    ...(reviews === 0 && days === 0 ? [{ field: "reviews", text: "Enter reviews, reviewer-days or both" }] : []),
    ...need(values, "reason", "Say why"),
  ];
}
