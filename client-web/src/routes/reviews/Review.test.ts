import { cleanup, render, screen, within } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { ReviewDetail } from "../../api/types";
import { directory } from "../../stores/directory.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import Review from "./Review.svelte";

vi.mock("../../stores/watch_row", () => ({ watchRow: () => () => undefined }));

const [ashton, glory] = ["100001", "100002"] as const;
names.learn([{ school: ashton, name: "Ashton Park" }, { school: glory, name: "Glory Farm" }]);
const [staff, left] = [person("per_2", "Lead, Ashton Park", [["lead", ashton]]), { id: "per_1", name: "Former lead, Ashton Park" }];

afterEach(() => {
  cleanup();
  localStorage.clear();
  session.person = null;
  directory.forget();
  vi.unstubAllGlobals();
});

/** Ashton Park reviews Glory Farm. */
async function show(part: Partial<ReviewDetail>): Promise<void> {
  const review = { id: "rev_1", version: 4, host: glory, reviewing_school: ashton, network: "net_1", clusters: [], stage: "days_agreed", team: [], people: [], days: ["2027-03-09"], attested: false, may: [], ...part };
  vi.stubGlobal("fetch", (url: string) =>
    Promise.resolve(new Response(JSON.stringify(url.includes("/people") ? { items: [staff] } : review), { headers: { ETag: `"${review.version}"` } })));
  render(Review, { id: "rev_1" });
  await screen.findByRole("heading", { name: "Ashton Park reviews Glory Farm" });
}
const notice = () => screen.queryByText(/Whoever was to lead this review/)?.closest("p")?.textContent;
const ofTeam = (name: string) => within(screen.getByRole("form", { name }));

it("says to the reviewing school that nobody leads the team any more, and asks who does at once", async () => {
  await show({ team: [{ reviewer: "per_2", role: "reviewer" }], people: [staff], may: ["name-team"] });
  expect(notice()).toBe("Whoever was to lead this review no longer works at Ashton Park. Name who leads it.");
  expect(screen.getByRole("heading", { level: 2, name: "Change the team" })).toBeTruthy();
  expect((await ofTeam("Change the team").findByLabelText<HTMLSelectElement>(/Lead, Ashton Park/)).value).toBe("reviewer");
});

it("says to the host who is to name it, and nothing to whoever may not see the team", async () => {
  await show({});
  expect(notice()).toBe("Whoever was to lead this review no longer works at Ashton Park. Ashton Park is to name who leads it.");
  cleanup();
  await show({ team: undefined } as unknown as Partial<ReviewDetail>);
  expect(notice()).toBeUndefined();
});

it("says nothing where somebody leads, and the team is changed behind a line", async () => {
  await show({ team: [{ reviewer: "per_2", role: "lead" }], people: [staff], may: ["name-team"] });
  expect(notice()).toBeUndefined();
  expect(screen.queryByRole("heading", { name: "Change the team" })).toBeNull();
  expect(ofTeam("Change the team")).toBeTruthy();
});

it("says before the days that somebody on the team has left, and lets them stay afterwards", async () => {
  const both = { team: [{ reviewer: "per_1", role: "lead" }, { reviewer: "per_2", role: "reviewer" }], people: [staff, left], may: ["name-team"] } satisfies Partial<ReviewDetail>;
  await show({ stage: "days_agreed", ...both });
  expect(await screen.findByText(/Somebody on the team no longer works here/)).toBeTruthy();
  cleanup();
  await show({ stage: "held", ...both });
  expect(await screen.findByText("No longer works here")).toBeTruthy();
  expect(screen.queryByText(/Somebody on the team no longer works here/)).toBeNull();
});
