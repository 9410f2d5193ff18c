// What schools answer: which of the proposed days suit, and whether somebody comes. One form for each of the reader's
// schools; whoever coordinates may answer for the others, too.
import type { MeetingAnswerDays, MeetingComing, MeetingDetail, MeetingReply } from "../../api/types";
import { need, textOf, typed, filled, type Action, type Asked } from "../../forms/action";
import { none, readDays, writeDays } from "../../forms/days";
import type { Values } from "../../stores/form.svelte";
import { sayDay } from "../../words/dates";
import { sayProposed } from "../../words/meetings";
import { answerOf, clusterHint, waysToCome } from "./about";

type NameOf = (urn: string) => string;

/** For whom a form answers: one of the reader's schools, or one that is chosen in it. */
interface Voice {
  /** Names of fields and drafts end in it, so that two forms on one page do not meet. */
  mark: string;
  /** "of Ashton Park", or "of the school". */
  of: string;
  /** " for Ashton Park", where it is not clear. */
  whose: string;
  school: string | null;
  others: { value: string; text: string }[];
}

function voicesOf({ speaks_for }: MeetingDetail, own: string[], nameOf: NameOf): Voice[] {
  const others = speaks_for.filter((school) => !own.includes(school)).map((value) => ({ value, text: nameOf(value) }));
  const mine = own.map((school) => ({
    mark: `_${school}`, of: `of ${nameOf(school)}`, whose: own.length > 1 ? ` for ${nameOf(school)}` : "", school, others: [],
  }));
  const whose = own.length > 0 ? " for another school" : " for a school";
  return others.length > 0 ? [...mine, { mark: "_other", of: "of the school", whose, school: null, others }] : mine;
}

const asksWhich = ({ mark, school, others }: Voice): Asked[] =>
  school ? [] : [{ as: "choice", name: `school${mark}`, label: "For which school do you answer?", choices: others, list: true }];
const needsWhich = ({ mark, school }: Voice, values: Values) => (school ? [] : need(values, `school${mark}`, "Choose the school for which you answer"));
const schoolOf = ({ mark, school }: Voice, values: Values) => school ?? typed(values, `school${mark}`);

export const answers = (meeting: MeetingDetail, own: string[], nameOf: NameOf): Action[] =>
  voicesOf(meeting, own, nameOf).map((voice) => answerDays(meeting, voice));
export const replies = (meeting: MeetingDetail, own: string[], nameOf: NameOf): Action[] =>
  voicesOf(meeting, own, nameOf).map((voice) => reply(meeting, voice));

function answerDays(meeting: MeetingDetail, voice: Voice): Action {
  const before = voice.school ? answerOf(meeting, voice.school)?.days : undefined;
  const days = `days${voice.mark}`;
  const standing = before?.length === 0 ? none : writeDays(before ?? []);
  const choices = meeting.proposed.map((row) => ({ day: row.day, hint: sayProposed(row, meeting.schools.length) }));
  return {
    command: "answer-days",
    apart: voice.mark,
    title: `${before ? "Change which days suit" : "Say which days suit"}${voice.whose}`,
    asks: [...asksWhich(voice), { as: "days", name: days, label: "Which of these days suit?", choices, none: "None of these days" }],
    blank: { [days]: standing },
    button: "Send the answer",
    done: "Your answer is with the cluster.",
    first: voice.school !== null && !before,
    exact: false,
    check: (values) => [
      ...needsWhich(voice, values),
      ...need(values, days, "Choose the days that suit, or say that none of them does"),
      ...(before && values[days] === standing ? [{ field: days, text: "This is your answer already: change it, or leave it as it is" }] : []),
    ],
    body: (values): MeetingAnswerDays => ({ school: schoolOf(voice, values), days: readDays(typed(values, days)) }),
  };
}

const ways: Record<MeetingComing, string> = { in_person: "Yes, in person", remote: "Yes, remotely", apologies: "No, it sends apologies" };

function reply(meeting: MeetingDetail, voice: Voice): Action {
  const before = voice.school ? answerOf(meeting, voice.school) : undefined;
  const [coming, substitute] = [`coming${voice.mark}`, `substitute${voice.mark}`];
  const on = meeting.day ? ` on ${sayDay(meeting.day)}` : "";
  return {
    command: "reply",
    apart: voice.mark,
    title: `${before?.coming ? "Change whether somebody comes" : "Say whether somebody comes"}${voice.whose}`,
    asks: [
      ...asksWhich(voice),
      { as: "choice", name: coming, label: `Does somebody ${voice.of} come${on}?`, choices: waysToCome(meeting).map((value) => ({ value, text: ways[value] })) },
      { as: "text", name: substitute, label: "Who comes in the place of the lead? (optional)", hint: `Leave it empty if the lead comes. ${clusterHint}`, rows: 0 },
    ],
    blank: { [coming]: before?.coming ?? "", [substitute]: textOf(before?.substitute) },
    button: "Send the reply",
    done: "Your reply is with the cluster.",
    first: voice.school !== null && !before?.coming,
    exact: false,
    check: (values) => [...needsWhich(voice, values), ...need(values, coming, "Choose whether somebody comes")],
    body: (values): MeetingReply => {
      const way = typed(values, coming) as MeetingComing;
      const named = way === "apologies" ? "" : typed(values, substitute);
      return { school: schoolOf(voice, values), coming: way, ...filled({ substitute: named }, "substitute") };
    },
  };
}
