// All that is held about somebody, in words that they can read: the account, and each event with what it says.
import type { HeldAccount, HeldEvent, Personal } from "../api/types";
import type { Lookup } from "./activity";
import { count, isDay, listOf, londonDay, sayDay, sayInstant } from "./dates";
import { reasons } from "./erasing";
import { sayKind } from "./held_kinds";
import { capital, sayName } from "./people";

/** Whom it is all about, and whether that is the reader. */
export interface Whose {
  id: string;
  name?: Personal | undefined;
  mine: boolean;
}

/** "You" and "your" to the reader; of somebody else the name, and "their". */
const subject = ({ name, mine }: Whose) => (mine ? "You" : sayName(name));
const own = ({ mine }: Whose) => (mine ? "your" : "their");

export function sayAccount({ password, sessions, tokens }: HeldAccount, whose: Whose): string[] {
  const [who, has, is] = [subject(whose), whose.mine ? "have" : "has", whose.mine ? "are" : "is"];
  return [
    password ? `${who} ${has} a password. Commonweal keeps only a check of it, from which it cannot be read.` : `${who} ${has} no password.`,
    sessions > 0 ? `${who} ${is} signed in at ${count(sessions, "place")} at present.` : `${who} ${is} signed in nowhere.`,
    tokens > 0 ? `${count(tokens, "program acts", "programs act")} in ${own(whose)} name.` : `No program acts in ${own(whose)} name.`,
  ];
}

export const sayHeldEvent = ({ kind, event }: HeldEvent, whose: Whose): string =>
  sayKind(kind, event?.person === whose.id ? subject(whose) : "Somebody");

const sayPerson = (id: unknown, whose: Whose): string => (id === whose.id ? (whose.mine ? "you" : sayName(whose.name)) : "somebody else");

/** "entered by you for somebody else; it happened on Friday 6 March 2026". */
export function sayHowEntered({ said }: HeldEvent, whose: Whose): string {
  if (said.how === "by_policy") return "entered by Commonweal itself";
  const { on_behalf_of, how, happened } = said;
  const by = sayPerson(said.entered_by, whose);
  const for_whom = on_behalf_of ? ` for ${sayPerson(on_behalf_of, whose)}` : "";
  const since = happened ? `; it happened on ${sayDay(happened.day)}` : "";
  return `${how === "imported" ? "taken from a list" : "entered"} by ${by}${for_whom}${since}`;
}

/** A field of an event: what it is called, what it says, and the page of the thing that it names. */
export interface HeldField {
  name: string;
  value: string;
  href?: string;
}

const labels: Record<string, string> = {
  acts_for: "For whom", by: "Visit that returns it", clusters: "Clusters", even_better_if: "Even better if", from: "From", ended_on: "No longer from",
  given: "First day as it was written down", guest: "Guest", host: "Host", member: "Who", on: "On", person: "Who", pence_per_day: "Pence for a day of cover",
  places: "Places", purpose: "Theme", returns: "Visit that it returns", reviewing_school: "Reviewing school", scopes: "For what", side: "For which side", to: "To",
  until: "Until", event: "Number of the event", words: "Which words", why: "Why", source: "Number of the event that it answers",
};

const sides: Record<string, string> = { guest: "the guest", host: "the host", school: "the school that proposed it", partner: "its partner" };

const schools = ["school", "guest", "host", "reviewing_school", "partner", "predecessor", "from", "to", "place"];
const pages: Record<string, [path: string, words: string]> = {
  vis: ["visits", "page of the visit"], rev: ["reviews", "page of the review"],
  par: ["partnerships", "page of the partnership"], mee: ["meetings", "page of the meeting"],
};

const labelOf = (name: string) => labels[name] ?? capital(name.replaceAll("_", " "));
const isInstant = (text: string) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);

function sayText(name: string, text: string, whose: Whose, look: Lookup): string {
  if (isDay(text)) return sayDay(text);
  if (isInstant(text)) return sayInstant(text);
  if (/^per_/.test(text)) return sayPerson(text, whose);
  if (/^clu_/.test(text)) return look.cluster(text);
  if (/^net_/.test(text)) return look.network(text);
  if (name === "why") return (reasons as Record<string, string>)[text] ?? text;
  if (name === "side") return sides[text] ?? text;
  if (name === "theme" || name === "purpose") return look.theme(text);
  if (schools.includes(name) && /^\d+$/.test(text)) return look.school(text);
  const page = pages[text.slice(0, 3)];
  if (page && text[3] === "_") return page[1];
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll("_", " ") : text;
}

/** Any value of an event: of what has parts, "Name: value; name: value". */
function sayValue(name: string, value: unknown, whose: Whose, look: Lookup): string {
  if (typeof value === "string") return sayText(name, value, whose, look);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-GB");
  if (Array.isArray(value)) return sayAll(value.map((each) => sayValue(name, each, whose, look)));
  if (typeof value !== "object" || value === null) return "";
  if ("erased" in value) return "erased";
  if ("role" in value && "place" in value) return sayRoleAt(value as { role: string; place: string }, look);
  const parts = Object.entries(value).map(([part, of]) => [labelOf(part), sayValue(part, of, whose, look)]);
  return parts.filter(([, said]) => said !== "").map(([label, said]) => `${label}: ${said}`).join("; ");
}

const sayAll = (said: string[]) => (said.some((each) => /[,;]/.test(each)) ? said.join(" · ") : listOf(said));

/** "lead of Ashton Park", "coordinator of South West", "administrator". */
export function sayRoleAt({ role, place }: { role: string; place: string }, look: Lookup): string {
  const at = /^clu_/.test(place) ? look.cluster(place) : /^net_/.test(place) ? look.network(place) : /^\d+$/.test(place) ? look.school(place) : place;
  return role.replaceAll("_", " ") + (at ? ` of ${at}` : "");
}

/** What an event says, field by field, but for whom it is about where the sentence has said so. */
export function fieldsOf({ event = {} }: HeldEvent, whose: Whose, look: Lookup): HeldField[] {
  return Object.entries(event).flatMap(([name, of]) => {
    const value = sayValue(name, of, whose, look);
    if (value === "" || (name === "person" && of === whose.id)) return [];
    const page = typeof of === "string" && of[3] === "_" ? pages[of.slice(0, 3)] : undefined;
    return [{ name: labelOf(name), value, ...(page ? { href: `/${page[0]}/${String(of)}` } : {}) }];
  });
}

/** Newest first, by the day in London on which they were recorded. */
export function byDay(events: HeldEvent[]): { day: string; events: HeldEvent[] }[] {
  const days: { day: string; events: HeldEvent[] }[] = [];
  for (const event of [...events].sort((a, b) => b.position - a.position)) {
    const day = londonDay(event.recorded);
    if (days.at(-1)?.day === day) days.at(-1)?.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
