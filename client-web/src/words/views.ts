// The views in words: how far they are worked out from the record, and what came of working them out anew.
import type { RebuildStatus, ViewsStatus } from "../api/types";
import { sayNumber } from "./record";

type Far = Pick<ViewsStatus, "position" | "head">;

/** "Event 12,408, the last one", "Event 12,400 of 12,408". */
export function sayFar({ position, head }: Far): string {
  if (head === 0) return "Nothing has been written down yet";
  return position < head ? `Event ${sayNumber(position)} of ${sayNumber(head)}` : `Event ${sayNumber(position)}, the last one`;
}

export const sayLive = ({ position, head }: Far): string =>
  position < head ? "The pages are catching up with what was just written down." : "The pages are live: they show everything that is written down.";

/** "Event 3,400 of 12,408"; at the end there is still something to do. */
export function sayFolding({ folded, of }: RebuildStatus): string {
  const done = `Event ${sayNumber(Math.min(folded, of))} of ${sayNumber(of)}`;
  return folded < of ? done : `${done}: being compared with what the pages show`;
}

/** What came of it, the last time. */
export interface Outcome {
  good: boolean;
  title: string;
  lines: string[];
}

const right = (of: number): Outcome => ({
  good: true,
  title: "The pages were right",
  lines: [`When everything was last worked out anew, up to event ${sayNumber(of)}, it came out as the pages had shown it, to the last letter.`],
});
const renewed: Outcome = {
  good: true,
  title: "The pages are as this version of Commonweal works them out",
  lines: ["Everything was worked out anew after Commonweal was renewed."],
};
const differed = (of: number): Outcome => ({
  good: false,
  title: "The pages differed from the record, and are put right",
  lines: [
    `When everything was last worked out anew, up to event ${sayNumber(of)}, something else came out than the pages had shown. They show since then what was worked out anew; nothing of the record was changed.`,
    "Unless Commonweal was renewed shortly before, this should not happen: tell whoever runs the server, so that they look for the cause.",
  ],
});
const failed = (because: string): Outcome => ({
  good: false,
  title: "It could not be done: the pages go on as before",
  lines: [
    `The reason that the server gives: ${because || "none"}.`,
    "Nothing of the record was changed. Try it again; if it fails once more, tell whoever runs the server, with this reason.",
  ],
});

/** None: not yet since the server was started, or still under way. */
export function sayRebuilt({ state, of, differed: other, failed_because = "" }: RebuildStatus): Outcome | null {
  if (state === "failed") return failed(failed_because.replace(/\.$/, ""));
  if (state !== "swapped") return null;
  return other === undefined ? renewed : other ? differed(of) : right(of);
}

/** After Commonweal was renewed; nothing where the pages are as this version works them out. */
export function sayEarlier({ current, rebuild }: Pick<ViewsStatus, "current" | "rebuild">): string {
  if (current) return "";
  const next = rebuild.state === "folding" ? "Everything is being worked out anew, by itself." : "Work everything out anew.";
  return `Commonweal was renewed, and the pages still show what its earlier version had worked out. ${next}`;
}

export const folding_began = "Everything is being worked out anew. Everybody goes on working meanwhile.";

/** Why it could not be begun: somebody else has, or the server has stopped working anything out. */
export const sayRefused = ({ state }: RebuildStatus): string =>
  state === "folding"
    ? "Somebody else has just begun it. The page shows how far it is."
    : "It cannot be done now: the server has stopped working anything out. Whoever runs the server starts it again.";
