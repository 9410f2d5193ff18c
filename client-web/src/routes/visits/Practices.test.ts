import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Person, VisitDetail, VisitPractice } from "../../api/types";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { fromOutside, visitDetail } from "../../testing/views";
import Practices from "./Practices.svelte";

const [guest, host] = ["100001", "100002"] as const;
names.learn([{ school: guest, name: "Ashton Park" }, { school: host, name: "Glory Farm" }]);

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.person = null;
});

const written = { id: "vis_1", version: 5, position: 9, events: [] };
const buddies: VisitPractice = { number: 1, side: "guest", day: "2026-03-10", practice: "A buddy for each new pupil.", follow_ups: [] };
const books: VisitPractice = {
  number: 2, side: "host", day: "2026-03-11", practice: { erased: true },
  follow_ups: [{ day: "2026-06-01", in_use: "adapted", note: "With pictures." }, { day: "2026-07-01", in_use: "given_up" }],
};

function show(visit: VisitDetail, schools: string[] = [guest]) {
  session.person = { id: "per_1", name: "Jo", roles: schools.map((place) => ({ role: "lead", place })) } as unknown as Person;
  const given = { act: vi.fn((..._: unknown[]) => Promise.resolve(written)), ondone: vi.fn(), onstale: vi.fn() };
  render(Practices, { visit, ...given, act: given.act as never });
  return given;
}
const held = (part: Partial<VisitDetail>) => visitDetail({ stage: "held", ...part });
const titles = () => screen.queryAllByRole("heading").map(({ textContent }) => textContent);
const forms = () => screen.queryAllByRole("form").map((form) => form.getAttribute("aria-label"));

it("shows what each school took over, and what became of it", () => {
  show(held({ practices: [buddies, books] }));
  expect(titles()).toEqual(["Practices taken over", "1. Ashton Park took this over on Tuesday 10 March 2026", "2. Glory Farm took this over on Wednesday 11 March 2026"]);
  expect(screen.getByText("A buddy for each new pupil.")).toBeTruthy();
  expect(screen.getByText(/Erased:/)).toBeTruthy();
  const became = screen.getAllByRole("listitem").map(({ textContent }) => textContent?.replace(/\s+/g, " ").trim());
  expect(became).toEqual(["In use, changed on Monday 1 June 2026: With pictures.", "Given up on Wednesday 1 July 2026"]);
});

it("lets each school follow up its own", () => {
  const visit = held({ practices: [buddies, books], may: ["follow-up-practice"] });
  show(visit);
  expect(forms()).toEqual(["Say what became of practice 1"]);
  cleanup();
  show(visit, [guest, host]);
  expect(forms()).toEqual(["Say what became of practice 1", "Say what became of practice 2"]);
  cleanup();
  show({ ...visit, may: [] });
  expect(forms()).toEqual([]);
});

it("sends what became of the one that was chosen, and mixes up no drafts", async () => {
  const { act, ondone } = show(held({ practices: [buddies, { ...books, side: "guest" }], may: ["follow-up-practice"] }));
  const [first, second] = screen.getAllByLabelText("What did you learn? (optional)") as [HTMLTextAreaElement, HTMLTextAreaElement];
  await fireEvent.input(first, { target: { value: "It needs time." } });
  await fireEvent.click(screen.getAllByLabelText("In use as seen")[1] ?? document.body);
  await fireEvent.click(screen.getAllByRole("button", { name: "Say what became of it" })[1] ?? document.body);
  await vi.waitFor(() => expect(ondone).toHaveBeenCalledWith(written, "What became of the practice is written down."));
  expect(act.mock.calls.map((call) => call.slice(0, 2))).toEqual([["follow-up-practice", { number: 2, in_use: "as_seen" }]]);
  expect([first.value, second.value]).toEqual(["It needs time.", ""]);
  expect(Object.keys(localStorage).filter((key) => key.includes("vis_1"))).toHaveLength(1);
});

it("says what will appear where nothing was taken over yet", () => {
  show(held({}));
  expect(screen.getByText(/What either school takes over from this visit appears here/)).toBeTruthy();
});

it("is nothing before the visit was held, and nothing to others", () => {
  show(visitDetail());
  show(fromOutside({ stage: "held" }));
  expect(titles()).toEqual([]);
});
