// Deputies: naming one for a post of one's own, and letting one go.
import type { Deputising, PersonNameDeputy, PersonReleaseDeputy, Role } from "../../api/types";
import { filled, need, typed, type Action } from "../../forms/action";
import { readScopes } from "../../forms/scopes";
import { blankWho, faultsOfWho, whoOf, type Who, type WhoChoice } from "../../forms/who";
import type { FieldError, Values } from "../../stores/form.svelte";
import { dayFrom, isDay, sayDay } from "../../words/dates";
import { sayPrincipal, sayRole } from "../../words/people";

export interface NamingDeputy extends PersonNameDeputy {
  who: Who;
}

export const days_max = 400;

/** `acts_for`: whose deputy it is to be: the reader, who holds this role. */
export const nameDeputy = (acts_for: string, role: Role, choice: WhoChoice, today: string): Action => ({
  command: "name-deputy",
  title: `Name a deputy for your post as ${sayRole(role.role)}`,
  lead: `What a deputy does is recorded “for the ${sayRole(role.role)}”. You can still do everything yourself.`,
  asks: [
    { as: "person", name: "who", label: "Who acts for you?", choice },
    { as: "scopes", name: "scopes", label: "What may they do for you?" },
    { as: "day", name: "from", label: "From which day?", hint: "Leave it empty for today.", min: today },
    { as: "day", name: "until", label: "Until which day?", hint: `At most ${days_max} days on. You can let them go earlier.`, min: today },
  ],
  blank: blankWho,
  button: "Name the deputy",
  done: "Your deputy is named.",
  first: false,
  exact: false,
  check: (values) => [
    ...faultsOfWho(values, choice, "Choose who acts for you"),
    ...need(values, "scopes", "Choose what they may do for you"),
    ...faultsOfUntil(values, today),
  ],
  body: (values): NamingDeputy => ({
    who: whoOf(values, choice), acts_for, role, scopes: readScopes(typed(values, "scopes")), until: typed(values, "until"), ...filled(values, "from"),
  }),
});

function faultsOfUntil(values: Values, today: string): FieldError[] {
  const [from, until] = [typed(values, "from") || today, typed(values, "until")];
  if (!isDay(until)) return [{ field: "until", text: "Enter until which day they act for you" }];
  if (until < from) return [{ field: "until", text: "Enter a day after the first" }];
  const last = dayFrom(from, days_max);
  return until > last ? [{ field: "until", text: `Enter a day until ${sayDay(last)}: that is ${days_max} days on` }] : [];
}

const body = (acts_for: string, role: Role) => (): PersonReleaseDeputy => ({ acts_for, role });

export const releaseDeputy = (name: string, { acts_for, role }: Pick<Deputising, "acts_for" | "role">): Action => ({
  command: "release-deputy",
  title: `Let ${name} go as deputy`,
  lead: "From now on they no longer act for you. What they did stays.",
  asks: [],
  button: "Let them go",
  tone: "warning",
  done: `${name} no longer acts for you.`,
  first: false,
  exact: false,
  check: () => [],
  body: body(acts_for, role),
});

export const stopActing = ({ acts_for, role }: Pick<Deputising, "acts_for" | "role">, nameOf: (urn: string) => string): Action => ({
  ...releaseDeputy("", { acts_for, role }),
  title: `Stop acting for ${sayPrincipal(role, nameOf)}`,
  lead: "From now on you no longer act for them. What you did stays.",
  button: "Stop acting for them",
  done: `You no longer act for ${sayPrincipal(role, nameOf)}.`,
});
