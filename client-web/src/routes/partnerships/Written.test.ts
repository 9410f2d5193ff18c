import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import type { PartnershipDetail } from "../../api/types";
import { names } from "../../stores/names.svelte";
import Written from "./Written.svelte";

names.learn([{ school: "100001", name: "Ashton Park" }, { school: "100002", name: "Cooper" }]);
afterEach(cleanup);

const partnership = (part: Partial<PartnershipDetail>) =>
  ({ id: "par_1", school: "100001", partner: "100002", stage: "active", may: [], ...part }) as PartnershipDetail;
const titles = () => screen.queryAllByRole("heading").map(({ textContent }) => textContent);

it("shows what the two did as the server orders it, and who wrote it down", () => {
  render(Written, {
    partnership: partnership({
      activities: [
        { day: "2026-03-10", side: "partner", activity: "Looked at books." },
        { day: "2026-03-09", side: "school", activity: { erased: true } },
      ],
      effects: [{ side: "school", effect: "More pupils read aloud.", evidence: "Their reading logs." }],
    }),
  });
  expect(titles()).toEqual(["What they did", "Tuesday 10 March 2026", "Monday 9 March 2026", "What has changed", "Ashton Park notes", "What shows it"]);
  expect(screen.getByText("Written down by Cooper")).toBeTruthy();
  expect(screen.getByText(/Erased:/)).toBeTruthy();
});

it("says who may act where nothing is written yet", () => {
  render(Written, { partnership: partnership({ activities: [], effects: [] }) });
  expect(screen.getByText(/What either school writes down appears here/)).toBeTruthy();
});

it("shows nothing to somebody who may not read it", () => {
  render(Written, { partnership: partnership({}) });
  expect(titles()).toEqual([]);
});

it("calls a reason by what it was for", () => {
  render(Written, { partnership: partnership({ stage: "declined", reason: "No time.", activities: [], effects: [] }) });
  expect(titles()).toEqual(["What was written", "Why it was declined"]);
  cleanup();
  render(Written, { partnership: partnership({ stage: "withdrawn", reason: "Our staff change.", activities: [], effects: [] }) });
  expect(titles()).toEqual(["What was written", "Why it was withdrawn"]);
  cleanup();
  render(Written, { partnership: partnership({ reason: "A new head begins.", activities: [], effects: [] }) });
  expect(titles()).toContain("Why it was paused");
});
