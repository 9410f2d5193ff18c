// What a list may hold, and the columns that it then needs.
import type { ListKind } from "../../api/lists";

export interface Column {
  name: string;
  says: string;
  example: string;
  optional?: boolean;
}

/** The words of a network that a list may use. */
export interface NetworkWords {
  themes: string[];
  clusters: string[];
}

interface Kind {
  text: string;
  hint: string;
  columns: (words: NetworkWords) => Column[];
  /** Where what was taken in is seen afterwards. */
  seen: (network: string) => { href: string; text: string };
}

const school = (name: string, says: string, example = "100001"): Column => ({ name, says: `${says}: its number in the register, the URN`, example });
const day = (name: string, says: string): Column => ({ name, says: `${says}, like 09/03/2026 or 2026-03-09`, example: "09/03/2026" });
const theme = (name: string, { themes }: NetworkWords): Column => ({
  name,
  says: `A theme of the network${some(themes)}`,
  example: themes[0] ?? "equity",
});

const afterwards = "Entered afterwards, on your word.";

export const kinds: Record<ListKind, Kind> = {
  members: {
    text: "Schools that join the network",
    hint: "Each becomes a member, and joins a cluster where you name one.",
    columns: ({ clusters }) => [
      school("URN", "The school that joins"),
      { name: "Cluster", says: `The cluster that it joins, by its name${some(clusters)}`, example: clusters[0] ?? "", optional: true },
    ],
    seen: (network) => ({ href: `/networks/${network}`, text: "See the network" }),
  },
  people: {
    text: "Leads and heads of schools",
    hint: "Each gets the post at their school. Nobody is written to: you pass their links on afterwards.",
    columns: () => [
      { name: "Name", says: "First name and surname", example: "First name and surname" },
      { name: "Email", says: "Their own e-mail address, with which they sign in", example: "lead@school.example" },
      { name: "Role", says: "lead or head", example: "lead" },
      school("URN", "Their school"),
    ],
    seen: (network) => ({ href: `/schools?network=${network}`, text: "Choose a school, to see its people and to make their links" }),
  },
  visits: {
    text: "Visits from before",
    hint: `Staff of one school went to see another. ${afterwards}`,
    columns: (words) => [school("Guest URN", "The school that visited"), school("Host URN", "The school that was visited", "100002"), theme("Theme", words), day("Date", "The day of the visit")],
    seen: () => ({ href: "/visits?of=all", text: "See the visits" }),
  },
  reviews: {
    text: "Reviews from before",
    hint: `One school reviewed another; the reports stay where they are. ${afterwards}`,
    columns: () => [
      school("Host URN", "The school that was reviewed"),
      school("Reviewing school URN", "The school that reviewed it", "100002"),
      day("First day", "The first day on which it was held"),
      { ...day("Last day", "The last day, if there were several"), example: "10/03/2026", optional: true },
    ],
    seen: () => ({ href: "/reviews?of=all", text: "See the reviews" }),
  },
  partnerships: {
    text: "Partnerships from before",
    hint: `Two schools began to work together, and still do. ${afterwards}`,
    columns: (words) => [school("School URN", "One of the two schools"), school("Partner URN", "The other", "100002"), theme("Purpose", words), day("Since", "The day since when")],
    seen: () => ({ href: "/partnerships?of=all", text: "See the partnerships" }),
  },
};

export const isKind = (text: string | null): text is ListKind => text !== null && Object.hasOwn(kinds, text);

const shown_max = 8;
/** ": Equity, Reading …", as far as there is room. */
function some(words: string[]): string {
  if (words.length === 0) return "";
  return `: ${words.slice(0, shown_max).join(", ")}${words.length > shown_max ? " …" : ""}`;
}
