// What happened before: which questions each of the three kinds has, what is missing, and what is sent.
import { enterPastPartnership, enterPastReview, enterPastVisit } from "../../api/past";
import type { WriteOptions } from "../../api/http";
import type { PartnershipAttest, ReviewAttest, VisitAttest, Written } from "../../api/types";
import { need, typed } from "../../forms/action";
import type { FieldError, Values } from "../../stores/form.svelte";

export type Kind = "visit" | "review" | "partnership";

/** A field as the server calls it, and its question. */
interface Side {
  field: string;
  label: string;
}

export const kinds: Record<Kind, { text: string; hint: string; sides: [Side, Side]; theme?: Side; days: Side[] }> = {
  visit: {
    text: "A visit",
    hint: "Staff of one school went to see another",
    sides: [{ field: "guest", label: "Which school visited?" }, { field: "host", label: "Which school was visited?" }],
    theme: { field: "theme", label: "What was the visit about?" },
    days: [{ field: "day", label: "On which day was it?" }],
  },
  review: {
    text: "A review",
    hint: "One school reviewed another; its report stays where it is",
    sides: [{ field: "host", label: "Which school was reviewed?" }, { field: "reviewing_school", label: "Which school reviewed it?" }],
    days: [
      { field: "days1", label: "First day on which it was held" },
      { field: "days2", label: "Second day (if there was one)" },
      { field: "days3", label: "Third day (if there was one)" },
    ],
  },
  partnership: {
    text: "A partnership",
    hint: "Two schools began to work together, and still do",
    sides: [{ field: "school", label: "Which school works together with another?" }, { field: "with", label: "With which school?" }],
    theme: { field: "purpose", label: "What do they work on together?" },
    days: [{ field: "since", label: "Since which day?" }],
  },
};

export const kindOf = (values: Values): Kind | null => ((values.kind ?? "") in kinds ? (values.kind as Kind) : null);

/** The only one is not asked for; one that a draft names may be the reader's no longer. */
export function networkOf(values: Values, networks: string[]): string {
  if (networks.length === 1) return networks[0] ?? "";
  return networks.includes(values.network ?? "") ? typed(values, "network") : "";
}

export function faultsOf(values: Values, networks: string[], today: string): FieldError[] {
  const kind = kindOf(values);
  if (!kind) return [{ field: "kind", text: "Choose what happened" }];
  const { sides: [one, other], theme, days } = kinds[kind];
  const same = typed(values, one.field) !== "" && values[one.field] === values[other.field];
  return [
    ...need({ network: networkOf(values, networks) }, "network", "Choose the network"),
    ...need(values, one.field, "Choose the school"),
    ...need(values, other.field, "Choose the other school"),
    ...(same ? [{ field: other.field, text: "These are the same school: choose another" }] : []),
    ...(theme ? need(values, theme.field, "Choose the theme") : []),
    ...faultsOfDays(values, days.map(({ field }) => field), today),
  ];
}

function faultsOfDays(values: Values, fields: string[], today: string): FieldError[] {
  const given = fields.filter((field) => typed(values, field) !== "");
  const late = given.filter((field) => typed(values, field) > today).map((field) => ({ field, text: "Enter a day that is not in the future" }));
  const wrong = given.find((field, index) => index > 0 && typed(values, field) <= typed(values, given[index - 1] ?? ""));
  return [
    ...need(values, fields[0] ?? "", "Enter the day"),
    ...late,
    ...(wrong ? [{ field: wrong, text: "Enter the days in order, each later than the one before" }] : []),
  ];
}

export function pastVisitOf(values: Values, network: string): VisitAttest {
  return { guest: typed(values, "guest"), host: typed(values, "host"), network, theme: typed(values, "theme"), day: typed(values, "day") };
}

export function pastReviewOf(values: Values, network: string): ReviewAttest {
  const days = kinds.review.days.map(({ field }) => typed(values, field)).filter((day) => day !== "");
  return { host: typed(values, "host"), reviewing_school: typed(values, "reviewing_school"), network, days };
}

export function pastPartnershipOf(values: Values, network: string): PartnershipAttest {
  return { school: typed(values, "school"), with: typed(values, "with"), network, purpose: typed(values, "purpose"), since: typed(values, "since") };
}

export function enter(values: Values, networks: string[], options: WriteOptions): Promise<Written> {
  const network = networkOf(values, networks);
  if (values.kind === "visit") return enterPastVisit(pastVisitOf(values, network), options);
  if (values.kind === "review") return enterPastReview(pastReviewOf(values, network), options);
  return enterPastPartnership(pastPartnershipOf(values, network), options);
}
