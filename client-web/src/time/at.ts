// The moment that an address asks for, `?at=`: an event by its position, a day (as known at its end), or an instant.
import { isDay } from "../words/dates";

export type At = { is: "position"; position: number } | { is: "day"; day: string } | { is: "instant"; instant: string } | { is: "none" };

/** The server has the last word; this one says what it was meant to be. */
export function readAt(text: string): At {
  if (/^[1-9]\d{0,14}$/.test(text)) return { is: "position", position: Number(text) };
  if (isDay(text)) return { is: "day", day: text };
  return text.includes("T") && !Number.isNaN(Date.parse(text)) ? { is: "instant", instant: text } : { is: "none" };
}

const things = "visits|reviews|partnerships|meetings";
/** The pages that can show a moment of the past; `new` is a form. */
const pages = [new RegExp(`^/(networks|clusters|schools|${things})/(?!new$)[^/]+$`), new RegExp(`^/(${things})$`), /^\/schools\/[^/]+\/(ledger|term-dates)$/];

/** Whether the page at this path can show a moment of the past. */
export const hasPast = (path: string): boolean => pages.some((page) => page.test(path));

/** The same address at this moment, where its page can show it. */
export function addressAt(href: string, at: string): string {
  const url = new URL(href, "http://client");
  if (!at || !hasPast(url.pathname) || url.searchParams.has("at")) return href;
  url.searchParams.set("at", at);
  return url.pathname + url.search;
}
