// People, their roles, the posts of a school and who acts for whom, in words.
import type { Deputising, HeldView, Personal, PersonScope, PostView, Role, RoleKind } from "../api/types";
import { dayFrom, listOf, sayDate, sayDay, sayInstant } from "./dates";

export function sayName(name: Personal | undefined): string {
  if (name === undefined) return "Somebody";
  return typeof name === "string" ? name : "Somebody whose name was erased";
}

export const sayRole = (role: RoleKind): string => role.replaceAll("_", " ");

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Head and lead": what somebody is at a place. */
export function sayRoles(roles: Role[], place: string): string {
  return capital(listOf(roles.filter((role) => role.place === place).map(({ role }) => sayRole(role))));
}

/** What a deputy may do in somebody's place, but for signing off: that passes only on its own. */
export const scopes: Record<Exclude<PersonScope, "sign_off">, { text: string; hint: string }> = {
  visits: { text: "Visits", hint: "Ask for them, answer, set days, and write what the school takes from them" },
  reviews: { text: "Reviews", hint: "Ask for them, name teams, agree days and write reports" },
  partnerships: { text: "Partnerships", hint: "Propose them, answer, and write down what the schools did" },
  meetings: { text: "Meetings", hint: "Say which days suit and who comes, and write down who was there" },
};

const scopeWords: Record<PersonScope, string> = {
  visits: "visits",
  reviews: "reviews",
  partnerships: "partnerships",
  meetings: "meetings",
  sign_off: "signing off",
};

/** In the order in which they are asked, whatever the order in which they are sent. */
export const sayScopes = (of: PersonScope[]): string =>
  listOf((Object.keys(scopeWords) as PersonScope[]).filter((scope) => of.includes(scope)).map((scope) => scopeWords[scope]));

/** "visits and meetings, until Monday 20 July 2026"; where it begins only after this day, also from when. */
export function sayDeputy({ scopes, from, until }: Pick<Deputising, "scopes" | "from" | "until">, today: string): string {
  return `${sayScopes(scopes)}, ${from > today ? `from ${sayDay(from)} ` : ""}until ${sayDay(until)}`;
}

/** "the head of Ashton Park". */
export const sayPrincipal = ({ role, place }: Role, nameOf: (urn: string) => string): string => `the ${sayRole(role)} of ${nameOf(place)}`;

/** "You act for the head of Ashton Park: visits and meetings, until Monday 20 July 2026". */
export const sayYouActFor = (acting: Deputising, nameOf: (urn: string) => string): string =>
  `You act for ${sayPrincipal(acting.role, nameOf)}: ${sayDeputy(acting, acting.from)}`;

/** "Nobody has been lead of Ashton Park since Tuesday 3 March 2026"; without the school where that is clear. */
export function sayVacant({ role, vacant_since }: Pick<PostView, "role" | "vacant_since">, school = ""): string {
  const post = `${sayRole(role)}${school ? ` of ${school}` : ""}`;
  return vacant_since ? `Nobody has been ${post} since ${sayDay(vacant_since)}` : `Nobody is ${post}`;
}

/** The last day of a time in a post: it ended on the first day on which it was held no longer. */
export const lastDayOf = (ended_on: string): string => dayFrom(ended_on, -1);

/** "from 1 September 2024 to 31 August 2026", "since …", and of one still to begin "from …". */
export function sayHeld({ from, ended_on }: Pick<HeldView, "from" | "ended_on">, today: string): string {
  if (!ended_on) return `${from > today ? "from" : "since"} ${sayDate(from)}`;
  if (ended_on <= from) return `for no day: it ended on ${sayDate(from)}, the day on which it began`;
  const last = lastDayOf(ended_on);
  return last === from ? `on ${sayDate(from)} alone` : `from ${sayDate(from)} to ${sayDate(last)}`;
}

/** What follows the days in a post where they stood otherwise before: the newest of what was said. */
export function sayCorrectedDays({ from, ended_on, before }: Pick<HeldView, "from" | "ended_on" | "before">, today: string): string {
  const said = before.at(-1);
  if (!said) return sayHeld({ from, ended_on }, today);
  const now = ended_on === from ? "who never held it" : sayHeld({ from, ended_on }, today);
  return `${now} (corrected: before, it said ${sayHeld(said, today)})`;
}

/** Of a task whose school has neither lead nor head any more. */
export const sayNobodyLeft = (school: string): string => `Nobody is left at ${school} to do this`;

/** What somebody comes in as. The names of schools are not told to whoever has not signed in. */
export function sayComesAs(roles: Role[], actsFor: Deputising[]): string {
  const posts = [...new Set(roles.map(({ role }) => sayRole(role)))];
  const deputy = [...new Set(actsFor.map(({ role }) => `deputy of the ${sayRole(role.role)}`))];
  return listOf([...posts, ...deputy]);
}

/** Of the link with which somebody comes in for the first time. */
export const sayLink = (name: string, until: string): string =>
  `Pass this link on to ${name} yourself: Commonweal sends nothing. It works once, and for two weeks, until ${sayInstant(until)} UK time. Whoever opens it chooses the password, so give it to nobody else.`;
