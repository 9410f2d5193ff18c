// What can be done with a partnership, of what its reader may do: the questions and the words.
import type { PartnershipAccept, PartnershipDecline, PartnershipDetail, PartnershipEnd, PartnershipLogActivity, PartnershipNoteEffect, PartnershipPause, PartnershipResume, PartnershipSide, PartnershipWithdraw } from "../../api/types";
import { filled, need, noteHint, offered, typed, type Action, type Asked } from "../../forms/action";
import { effectAsks } from "./effect";

const why: Asked = { as: "text", name: "reason", label: "Why (optional)", hint: "Only the two schools and the coordinator can read this.", rows: 3 };

/** `nameOf` says a school's name where somebody belongs to both sides. */
export function partnershipActions(partnership: PartnershipDetail, mySchools: string[], today: string, nameOf: (urn: string) => string): Action[] {
  const sides = sidesOf(partnership, mySchools, nameOf);
  const all: Action[] = [
    accept,
    ...sides.map((side) => logActivity(side, today)),
    resume,
    ...sides.map((side) => noteEffect(side, partnership)),
    decline,
    withdraw,
    pause,
    end,
  ];
  return all.filter(({ command }) => offered(command, partnership.may));
}

interface Writing {
  side: PartnershipSide;
  /** " for Ashton Park", where it is not clear. */
  whose: string;
}

function sidesOf({ school, partner }: PartnershipDetail, mySchools: string[], nameOf: (urn: string) => string): Writing[] {
  const schools: [PartnershipSide, string][] = [["school", school], ["partner", partner]];
  const mine = schools.filter(([, urn]) => mySchools.includes(urn));
  return mine.map(([side, urn]) => ({ side, whose: mine.length > 1 ? ` for ${nameOf(urn)}` : "" }));
}

const accept: Action = {
  command: "accept",
  title: "Accept the partnership",
  asks: [{ as: "text", name: "note", label: "A note to your partner (optional)", hint: noteHint, rows: 4 }],
  button: "Accept",
  done: "You accepted the partnership. From now on both schools can write down what they do together.",
  first: true,
  exact: true,
  check: () => [],
  body: (values): PartnershipAccept => filled(values, "note"),
};

const decline: Action = {
  command: "decline",
  title: "Decline the partnership",
  asks: [why],
  button: "Decline",
  tone: "warning",
  done: "You declined the partnership.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): PartnershipDecline => filled(values, "reason"),
};

/** The fields are named after their side, so that two forms on one page do not meet. */
function logActivity({ side, whose }: Writing, today: string): Action {
  const [day, activity] = [`day_${side}`, `activity_${side}`];
  return {
    command: "log-activity",
    title: `Write down what you did together${whose}`,
    asks: [
      { as: "day", name: day, label: "On which day was it?", max: today },
      { as: "text", name: activity, label: "What did you do?", hint: noteHint, rows: 5 },
    ],
    button: "Write it down",
    done: "What you did is written down.",
    first: true,
    exact: false,
    check: (values) => [
      ...need(values, day, "Enter the day"),
      ...(typed(values, day) > today ? [{ field: day, text: "Enter a day that is not in the future" }] : []),
      ...need(values, activity, "Write what you did"),
    ],
    body: (values): PartnershipLogActivity => ({ side, day: typed(values, day), activity: typed(values, activity) }),
  };
}

function noteEffect({ side, whose }: Writing, { stage }: PartnershipDetail): Action {
  const [effect, evidence] = [`effect_${side}`, `evidence_${side}`];
  return {
    command: "note-effect",
    title: `Note what has changed${whose}`,
    asks: effectAsks(effect, evidence),
    button: "Note the change",
    done: "What has changed is noted.",
    first: stage === "ended",
    exact: false,
    check: (values) => need(values, effect, "Write what has changed"),
    body: (values): PartnershipNoteEffect => {
      const shown = typed(values, evidence);
      return { side, effect: typed(values, effect), ...(shown ? { evidence: shown } : {}) };
    },
  };
}

const pause: Action = {
  command: "pause",
  title: "Pause the partnership",
  lead: "Either school can resume it.",
  asks: [why],
  button: "Pause the partnership",
  tone: "secondary",
  done: "The partnership is paused.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): PartnershipPause => filled(values, "reason"),
};

const resume: Action = {
  command: "resume",
  title: "Resume the partnership",
  lead: "The two schools go on working together.",
  asks: [],
  button: "Resume the partnership",
  done: "The partnership is active again.",
  first: true,
  exact: true,
  check: () => [],
  body: (): PartnershipResume => ({}),
};

const withdraw: Action = {
  command: "withdraw",
  title: "Withdraw the proposal",
  asks: [why],
  button: "Withdraw the proposal",
  tone: "warning",
  done: "The proposal is withdrawn.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): PartnershipWithdraw => filled(values, "reason"),
};

const end: Action = {
  command: "end",
  title: "End the partnership",
  asks: [why],
  button: "End the partnership",
  tone: "warning",
  done: "The partnership has ended. What it changed can still be noted.",
  first: false,
  exact: true,
  check: () => [],
  body: (values): PartnershipEnd => filled(values, "reason"),
};
