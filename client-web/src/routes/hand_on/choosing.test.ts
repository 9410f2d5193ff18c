import { expect, it } from "vitest";
import type { HangingView, Person, SchoolChange, Successor } from "../../api/types";
import { hanging, person, schoolSummary } from "../../testing/views";
import { blankOf, faultsOf, handOnOf, sayWent, toOf } from "./choosing";
import { isEmpty, thingsOf, type Lookup } from "./things";

const today = "2026-03-09";
const look: Lookup = { school: (urn) => `School ${urn}`, network: (id) => `Network ${id}`, cluster: (id) => `Cluster ${id}`, networkOf: () => "net_1" };
const coordinator = person("per_9", "Coordinator", [["coordinator", "net_1"]]);
const things = (view: HangingView, reader: Person = coordinator) => thingsOf(view, reader, look);
const followed = (change: SchoolChange, school = "100002"): Successor => ({ school, change, handed_on: false });
const blank = (view: HangingView, ...by: Successor[]) => blankOf(view, things(view), by, today);

it("where one school followed, all is chosen, from today", () => {
  expect(blank(hanging(), followed("conversion"))).toEqual({
    to: "100002", on: today, history: "yes", networks: "net_1", clusters: "", people: "per_1", visits: "vis_1", reviews: "", partnerships: "", meetings: "",
  });
});

it("where a school was divided, nothing is chosen, even if only one part of it is here", () => {
  expect(blank(hanging(), followed("split"))).toMatchObject({ to: "100002", history: "", networks: "", people: "", visits: "" });
  expect(blank(hanging(), followed("split"), followed("split", "100005"))).toMatchObject({ history: "", networks: "", visits: "" });
});

it("where several followed, neither the school nor what goes there is chosen", () => {
  const view = hanging({ successors: [schoolSummary("100002", "Glory Farm"), schoolSummary("100004", "Bluebell")] });
  const values = blank(view, followed("conversion"), followed("merger", "100004"));
  expect(values).toMatchObject({ to: "", history: "", networks: "", visits: "" });
  expect(faultsOf(values, view)).toEqual([{ field: "to", text: "Choose the school that followed it" }]);
  expect(faultsOf({ ...values, to: "100004" }, view)).toEqual([]);
});

it("history that was handed on already is neither chosen nor sent again", () => {
  const view = hanging({ history_at: "100002" });
  expect(blank(view, followed("conversion")).history).toBe("");
  expect(handOnOf({ ...blank(view), history: "yes" }, view, things(view)).history).toBe(false);
});

it("sends exactly what is ticked", () => {
  const view = hanging();
  const values = { ...blank(view, followed("conversion")), people: "", on: "" };
  expect(handOnOf(values, view, things(view))).toEqual({
    to: "100002", history: true, networks: ["net_1"], clusters: [], people: [], visits: ["vis_1"], reviews: [], partnerships: [], meetings: [],
  });
  expect(handOnOf({ ...values, on: "2026-03-02" }, view, things(view)).on).toBe("2026-03-02");
});

it("sends nothing that a draft had and that is gone, nor to a school that did not follow", () => {
  const view = hanging();
  expect(handOnOf({ ...blank(view), visits: "vis_1 vis_8" }, view, things(view)).visits).toEqual(["vis_1"]);
  expect(toOf({ to: "100009" }, view)).toBe("");
});

it("what is of another network is shown, but cannot be chosen; to an administrator all is open", () => {
  const view = hanging({ networks: ["net_1", "net_2"] });
  expect(things(view).networks.map(({ value, blocked }) => [value, blocked])).toEqual([["net_1", undefined], ["net_2", "Of Network net_2, which you do not coordinate"]]);
  expect(blank(view, followed("conversion")).networks).toBe("net_1");
  expect(things(view, person("per_9", "Administrator", [["administrator", ""]])).networks.every(({ blocked }) => blocked === undefined)).toBe(true);
});

it("each thing says what it is, and who somebody is here", () => {
  const acting = { acts_for: "per_1", role: { role: "head" as const, place: "100001" }, scopes: [], from: "2026-03-02", until: "2026-07-20" };
  const of = things(hanging({ people: [person("per_2", "Deputy", [["lead", "100005"]], [acting]), person("per_1", "Head", [["head", "100001"], ["lead", "100001"]])] }));
  expect(of.visits[0]).toMatchObject({ text: "Visit of School 100001 to School 100003", hint: "Day set, Thursday 12 March 2026", href: "/visits/vis_1" });
  expect(of.people.map(({ hint }) => hint)).toEqual(["Deputy of the head", "Head and lead"]);
  expect([isEmpty(of), isEmpty(things(hanging({ networks: [], people: [], visits: [] })))]).toEqual([false, true]);
});

it("says what went", () => {
  const view = hanging();
  const body = handOnOf(blank(view, followed("conversion")), view, things(view));
  expect(sayWent(body, "Glory Farm")).toBe("Handed on to Glory Farm: 1 network, 1 person, 1 visit and what it gave and received.");
  expect(sayWent({ ...body, networks: [], visits: [], history: false, people: ["a", "b"] }, "Glory Farm")).toBe("Handed on to Glory Farm: 2 people.");
});

it("leaves people to an administrator where the school does not itself go on", () => {
  const of = (view: HangingView, change: "merger" | "conversion") =>
    thingsOf(view, coordinator, look, [{ school: "100002", change, handed_on: false }]).people.map(({ blocked }) => blocked);
  const words = "An administrator says who takes up posts there";
  const people = hanging().people.length;
  expect(of(hanging(), "conversion")).toEqual(Array(people).fill(undefined));
  expect(of(hanging({ open: true }), "conversion")).toEqual(Array(people).fill(words));
  expect(of(hanging(), "merger")).toEqual(Array(people).fill(words));
});
