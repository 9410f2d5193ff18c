// Before the day of a visit: the host says where its guests arrive, the guest who comes.
import type { VisitDetail, VisitNameVisitors, VisitWriteSheet } from "../../api/types";
import { filled, need, textOf, typed, type Action } from "../../forms/action";

const readers = "Both schools and the coordinator can read this, until four weeks after the visit.";

/** Replaces what stands: the form begins from it. */
export function writeSheet({ sheet }: VisitDetail): Action {
  return {
    command: "write-sheet",
    title: sheet ? "Change what your guests need to know" : "Say what your guests need to know",
    lead: readers,
    asks: [
      { as: "text", name: "arrival", label: "When and where do your guests arrive?", hint: "The time, the entrance, and how to find it.", rows: 3 },
      { as: "text", name: "parking", label: "Where can they park? (optional)", rows: 2 },
      { as: "text", name: "identification", label: "What do they bring to show who they are? (optional)", hint: "For example a staff badge with a photograph.", rows: 2 },
      { as: "text", name: "contact", label: "Whom do they ring on the day? (optional)", hint: "A name, and a number that is answered that morning.", rows: 2 },
      { as: "text", name: "programme", label: "What is the programme? (optional)", hint: "Do not write about single children.", rows: 6 },
    ],
    blank: {
      arrival: textOf(sheet?.arrival),
      parking: textOf(sheet?.parking),
      identification: textOf(sheet?.identification),
      contact: textOf(sheet?.contact),
      programme: textOf(sheet?.programme),
    },
    button: "Give it to the guest",
    done: "The guest can read what you wrote.",
    first: false,
    exact: true,
    check: (values) => need(values, "arrival", "Write when and where your guests arrive"),
    body: (values): VisitWriteSheet => filled(values, "arrival", "parking", "identification", "contact", "programme"),
  };
}

/** Replaces what stands, but for the tick: whoever sends this confirms the checks, of everybody who is named now. */
export function nameVisitors({ visitors }: VisitDetail): Action {
  const anew = visitors ? " Tick this again with each change: it is for everybody on the list." : "";
  return {
    command: "name-visitors",
    title: visitors ? "Change who comes" : "Say who comes",
    lead: readers,
    asks: [
      { as: "text", name: "visitors", label: "Who comes?", hint: "Write each name on its own line.", rows: 4 },
      { as: "text", name: "needs", label: "What do they need? (optional)", hint: "Access and diet, and only what the host has to know.", rows: 3 },
      { as: "check", name: "checks_confirmed", label: "Our school has made the checks that the law asks for on everybody who comes", hint: `Never write a certificate’s number.${anew}` },
    ],
    blank: { visitors: textOf(visitors?.visitors), needs: textOf(visitors?.needs), checks_confirmed: "" },
    button: "Give it to the host",
    done: "The host can read who comes.",
    first: false,
    exact: true,
    check: (values) => need(values, "visitors", "Write who comes"),
    body: (values): VisitNameVisitors => ({
      visitors: typed(values, "visitors"),
      ...filled(values, "needs"),
      checks_confirmed: values.checks_confirmed === "yes",
    }),
  };
}
