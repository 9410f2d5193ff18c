// What can be done with the posts of a school: the questions and the words.
import type { PersonEndRole, PersonHandOver, PostView, Role } from "../../api/types";
import { need, typed, filled, type Action, type Asked } from "../../forms/action";
import { blankWho, chosenOf, faultsOfWho, whoOf, type Who, type WhoChoice } from "../../forms/who";
import { capital, sayRole } from "../../words/people";

/** Somebody new is first added, and then the rest is done. */
export interface Adding {
  role: Role;
  who: Who;
}
export interface HandingOver extends Omit<PersonHandOver, "to"> {
  to: Who;
}

/** Who holds a post, as the forms speak of them. */
export interface Holder {
  name: string;
  role: Role;
  /** It is the reader's own post. */
  mine: boolean;
}

const choiceOf = ({ role, people }: PostView) => ({ value: role, text: capital(sayRole(role)), hint: people.length === 0 ? "Nobody holds it" : "" });

/** `posts`: those that the reader may give. */
export function addToPost(posts: PostView[], school: string, choice: WhoChoice): Action {
  const vacant = posts.find(({ people }) => people.length === 0)?.role ?? "";
  const only = posts.length === 1 ? posts[0]?.role : undefined;
  const holds = (who: string, role: string) => posts.some((post) => post.role === role && post.people.some(({ id }) => id === who));
  return {
    command: "add",
    title: "Add somebody to a post",
    asks: [
      { as: "choice", name: "role", label: "Which post?", choices: posts.map(choiceOf) },
      { as: "person", name: "who", label: "Who takes it up?", choice },
    ],
    blank: { ...blankWho, role: only ?? vacant },
    button: "Add them",
    done: "They hold the post from today.",
    first: vacant !== "",
    exact: false,
    check: (values) => [
      ...need(values, "role", "Choose the post"),
      ...faultsOfWho(values, choice, "Choose who takes up the post"),
      ...(holds(chosenOf(values, choice), typed(values, "role")) ? [{ field: "who", text: "They hold this post already: choose somebody else" }] : []),
    ],
    body: (values): Adding => ({ role: { role: typed(values, "role") as Role["role"], place: school }, who: whoOf(values, choice) }),
  };
}

const fromDay = (label: string): Asked => ({ as: "day", name: "on", label, hint: "Leave it empty for today." });

export const handOver = ({ name, role, mine }: Holder, choice: WhoChoice): Action => ({
  command: "hand-over",
  title: mine ? `Hand your post as ${sayRole(role.role)} on to somebody else` : `Hand the post of ${name} on to somebody else`,
  lead: mine ? "From that day the post is no longer yours." : `From that day ${name} is no longer ${sayRole(role.role)}.`,
  asks: [{ as: "person", name: "who", label: "Who takes it over?", choice }, fromDay("From which day?")],
  blank: blankWho,
  button: "Hand it on",
  done: "The post is handed on.",
  first: false,
  exact: false,
  check: (values) => faultsOfWho(values, choice, "Choose who takes the post over"),
  body: (values): HandingOver => ({ role, to: whoOf(values, choice), ...filled(values, "on") }),
});

export function endRole({ name, role, mine }: Holder): Action {
  const post = sayRole(role.role);
  return {
    command: "end-role",
    title: mine ? `Give up your post as ${post}` : `End the time of ${name} as ${post}`,
    ...(mine ? { warning: "What you could do as its holder is then no longer yours to do. Hand the post on first if somebody follows you." } : {}),
    asks: [fromDay(mine ? `From which day are you no longer ${post}?` : `From which day is ${name} no longer ${post}?`)],
    button: mine ? "Give up the post" : `End their time as ${post}`,
    tone: "warning",
    done: `The end of the time as ${post} is written down. What was done stays.`,
    first: false,
    exact: false,
    check: () => [],
    body: (values): PersonEndRole => ({ role, ...filled(values, "on") }),
  };
}
