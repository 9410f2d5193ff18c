import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import type { PartnershipDetail } from "../../api/types";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import Written from "./Written.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Cooper" }]);
afterEach(() => {
  cleanup();
  localStorage.clear();
  session.person = null;
});

const partnership = (part: Partial<PartnershipDetail>) =>
  ({ id: "par_1", school: "100001", partner: "100002", stage: "active", may: [], ...part }) as PartnershipDetail;
const activities: PartnershipDetail["activities"] = [
  { number: 2, day: "2026-03-10", side: "partner", activity: "Looked at books." },
  { number: 1, day: "2026-03-09", side: "school", activity: { erased: true } },
];
let sent: [string, object][] = [];
const written = { id: "par_1", version: 2, position: 9, events: [] };
function show(of: PartnershipDetail): void {
  sent = [];
  const act = (command: string, body: object) => Promise.resolve((sent.push([command, body]), written));
  render(Written, { partnership: of, act, ondone: () => undefined, onstale: () => undefined });
}
const titles = () => screen.queryAllByRole("heading").map(({ textContent }) => textContent);

it("shows what the two did as the server orders it, and who wrote it down", () => {
  show(partnership({ activities, effects: [{ number: 1, side: "school", effect: "More pupils read aloud.", evidence: "Their reading logs." }] }));
  expect(titles()).toEqual(["What they did", "Tuesday 10 March 2026", "Monday 9 March 2026", "What has changed", "Ashton Park notes", "What shows it"]);
  expect(screen.getByText("Written down by Cooper")).toBeTruthy();
  expect(screen.getByText(/Erased:/)).toBeTruthy();
});

it("says who may act where nothing is written yet", () => {
  show(partnership({ activities: [], effects: [] }));
  expect(screen.getByText(/What either school writes down appears here/)).toBeTruthy();
});

it("shows nothing to somebody who may not read it", () => {
  show(partnership({}));
  expect(titles()).toEqual([]);
});

it("calls a reason by what it was for", () => {
  show(partnership({ stage: "declined", reason: "No time.", activities: [], effects: [] }));
  expect(titles()).toEqual(["What was written", "Why it was declined"]);
  cleanup();
  show(partnership({ stage: "withdrawn", reason: "Our staff change.", activities: [], effects: [] }));
  expect(titles()).toEqual(["What was written", "Why it was withdrawn"]);
  cleanup();
  show(partnership({ reason: "A new head begins.", activities: [], effects: [] }));
  expect(titles()).toContain("Why it was paused");
});

it("lets only the side that wrote it down correct what they did, from what stands, under its own number", async () => {
  session.person = person("per_1", "Jo", [["lead", "100002"]]);
  show(partnership({ activities, may: ["correct-activity"] }));
  const forms = screen.getAllByRole("form");
  expect(forms.map((form) => form.getAttribute("aria-label"))).toEqual(["Correct what is written of Tuesday 10 March 2026"]);
  const words = within(forms[0]!).getByLabelText<HTMLTextAreaElement>("What did you do?");
  expect(words.value).toBe("Looked at books.");
  await fireEvent.click(within(forms[0]!).getByRole("button", { name: "Correct it" }));
  expect(within(forms[0]!).getAllByText(/Nothing is changed yet/).length).toBeGreaterThan(0);
  await fireEvent.input(words, { target: { value: "Looked at maths books." } });
  await fireEvent.click(within(forms[0]!).getByRole("button", { name: "Correct it" }));
  expect(sent).toEqual([["correct-activity", { number: 2, day: "2026-03-10", activity: "Looked at maths books." }]]);
});

it("lets only the side that noted it correct an effect, known by its first words, and what shows it", async () => {
  session.person = person("per_1", "Jo", [["lead", "100001"]]);
  const effects: PartnershipDetail["effects"] = [
    { number: 2, side: "school", effect: "More pupils read aloud in every lesson of the week.", evidence: "Their reading logs." },
    { number: 1, side: "partner", effect: "Staff plan together." },
  ];
  show(partnership({ effects, activities: [], may: ["correct-effect"] }));
  const [form, ...others] = screen.getAllByRole("form");
  expect(others).toEqual([]);
  expect(form!.getAttribute("aria-label")).toBe("Correct what is noted: “More pupils read aloud in every …”");
  const of = within(form!);
  const press = () => fireEvent.click(of.getByRole("button", { name: "Correct it" }));
  await press();
  expect(of.getAllByText(/Nothing is changed yet/).length).toBeGreaterThan(0);
  await fireEvent.input(of.getByLabelText("What has changed?"), { target: { value: " " } });
  await press();
  expect(of.getByLabelText("What has changed?").getAttribute("aria-describedby")).toContain("-error");
  await fireEvent.input(of.getByLabelText("What has changed?"), { target: { value: effects[0]!.effect } });
  await fireEvent.input(of.getByLabelText(/What shows it/), { target: { value: "The library’s list." } });
  await press();
  expect(sent).toEqual([["correct-effect", { number: 2, effect: effects[0]!.effect, evidence: "The library’s list." }]]);
});

it("an effect that was erased is known by its number, and asked for anew", () => {
  session.person = person("per_1", "Jo", [["lead", "100001"]]);
  show(partnership({ effects: [{ number: 3, side: "school", effect: { erased: true } }], activities: [], may: ["correct-effect"] }));
  expect(screen.getByRole("form", { name: "Correct what was noted, number 3" })).toBeTruthy();
});

it("corrects nothing where the server does not offer it", () => {
  session.person = person("per_1", "Jo", [["lead", "100002"]]);
  show(partnership({ activities }));
  expect(screen.queryByRole("form")).toBeNull();
});
