// What a check of the record showed, for those who never heard of hashes. What is not as it should be is said with what
// to do.
import { count } from "../../words/dates";
import { sayNumber, sayRecorded } from "../../words/record";
import type { Head } from "../../log/note";
import type { EventOutcome, HeadFault, KeptOutcome } from "./checks";

/** What a check showed: a title, and what it means and asks for. */
export interface Verdict {
  good: boolean;
  title: string;
  lines: string[];
}

const tell = "Tell the administrator of Commonweal";

const faults: Record<HeadFault, string> = {
  key: "The server gave a key that is none.",
  name: "The name that the server gives its key does not fit the key.",
  fields: "What the server says is not what it signed.",
  "no-note": "What the server gave as its head is none.",
  "other-log": "The server’s head is signed under another name than its key has.",
  unsigned: "The server’s head is not signed with its key.",
  altered: "The signature of the server’s head does not fit what the head says.",
};

/** The server's own head could not be trusted. */
export const sayDoubt = (fault: HeadFault): Verdict => ({
  good: false,
  title: "The record could not be checked",
  lines: [faults[fault], `Load the page again. If it says the same, do not rely on what the record says, and ${lower(tell)} today.`],
});

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export function sayKept(outcome: KeptOutcome): Verdict {
  switch (outcome.is) {
    case "doubt":
      return sayDoubt(outcome.fault);
    case "other-log":
      return {
        good: false,
        title: "This head is not of this record",
        lines: [
          `It was signed by ${outcome.origin}; the key of this record is ${outcome.own}.`,
          `If you kept it from another installation of Commonweal, check it there. If you kept it here, the key was exchanged: ${lower(tell)}, and give them your file.`,
        ],
      };
    case "altered":
      return {
        good: false,
        title: "This head was altered after it was signed",
        lines: [
          "It says something else than what was signed: a character was changed, put in or left out. It shows nothing about the record.",
          `Look for the file as you saved it, and check that. If you are sure that nobody touched it, ${lower(tell)}, and give them the file.`,
        ],
      };
    case "lost":
      return {
        good: false,
        title: "Events are missing from the record",
        lines: [
          `When you kept this head, the record had ${count(outcome.kept.size, "event")}; now it has only ${sayNumber(outcome.now.size)}. What came after was lost or removed.`,
          `${tell} at once, and give them your file. Keep a copy of it: it is the evidence.`,
        ],
      };
    case "changed":
      return {
        good: false,
        title: "The record is not what it was",
        lines: [
          `The server could not show that all up to event ${sayNumber(outcome.kept.size)} (${sayRecorded(outcome.kept.at)}) is as it was when you kept this head: something there was changed or removed since.`,
          `${tell} at once, and give them your file. Keep a copy of it: it is the evidence.`,
        ],
      };
    case "same":
      return saySame(outcome.kept, outcome.now);
  }
}

function saySame(kept: Head, now: Head): Verdict {
  const since = now.size - kept.size;
  const grown = since > 0 ? `Since then ${count(since, "event")} came after it, the last on ${sayRecorded(now.at)}.` : "Nothing has been written down since.";
  if (kept.size === 0) return { good: true, title: "This head is from before the first event", lines: ["It is signed as it should be; there was nothing yet that could be changed.", grown] };
  return {
    good: true,
    title: `Nothing up to event ${sayNumber(kept.size)} (${sayRecorded(kept.at)}) has been changed or removed since.`,
    lines: [grown, "Both heads’ signatures and the proof between them were checked in this browser."],
  };
}

export function sayEventOutcome(outcome: EventOutcome): Verdict {
  if (outcome.is === "doubt") return sayDoubt(outcome.fault);
  const event = `Event ${sayNumber(outcome.position)}`;
  if (outcome.is === "unproven")
    return {
      good: false,
      title: `${event} could not be found in the record`,
      lines: [`The server’s proof does not lead to the root that it signed. Try again; if it says the same, ${lower(tell)} at once, with the number of the event.`],
    };
  const steps = outcome.steps.length === 0 ? "It is the only event: its hash is the root itself." : `From its hash ${count(outcome.steps.length, "step")} lead to the root that the server signed.`;
  return { good: true, title: `${event} is in the record, at its own place.`, lines: [`${steps} All of it was computed in this browser.`] };
}
