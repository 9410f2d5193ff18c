import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ClusterSummary, MeetingDetail, NetworkSummary, Person } from "../../api/types";
import { directory } from "../../stores/directory.svelte";
import { session } from "../../stores/session.svelte";
import { meetingDetail } from "../../testing/views";
import Meeting from "./Meeting.svelte";

vi.mock("../../stores/watch_row", () => ({ watchMeeting: () => () => undefined }));

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
const schools = [[ashton, "Ashton Park"], [glory, "Glory Farm"], [cooper, "Cooper"]].map(([school, name]) => ({ school, name }));
const cluster: ClusterSummary = { id: "clu_1", network: "net_1", name: "Severn South", members: 3 };
let sent: [string, unknown][] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-16T15:00:00Z") });
  localStorage.clear();
  sent = [];
  window.scrollTo = vi.fn();
});
afterEach(() => {
  cleanup();
  session.person = null;
  directory.forget();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answer(url: string, detail: MeetingDetail): object {
  if (url.includes("/schools?")) return { items: schools };
  return url.includes("/networks") ? { items: [{ id: "net_1", name: "Severn", clusters: [cluster] } as unknown as NetworkSummary] } : detail;
}

async function show(part: Partial<MeetingDetail>, ...roles: [string, string][]): Promise<void> {
  const held = roles.length > 0 ? roles : [["lead", ashton]];
  session.person = { id: "per_1", name: "Jo", roles: held.map(([role, place]) => ({ role, place })) } as unknown as Person;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url, JSON.parse(String(init.body))]);
    const body = init.method === "POST" ? { id: "mee_1", version: 1, position: 9, events: [] } : answer(url, meetingDetail(part));
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
  await directory.load();
  render(Meeting, { id: "mee_1" });
  await screen.findByRole("heading", { level: 1, name: "Meeting of Severn South" });
}

function fact(name: string): string | undefined {
  const term = screen.queryAllByRole("term").find(({ textContent }) => textContent === name);
  return term?.parentElement?.querySelector("dd")?.textContent?.replace(/\s+/g, " ").trim();
}
const settle = () => new Promise((resolve) => setTimeout(resolve));
const section = (name: string) => screen.getByRole("heading", { name }).closest("section") ?? document.body;
const words = (part: HTMLElement) => part.textContent?.replace(/\s+/g, " ") ?? "";

it("shows the proposed days with how many they suit, and who has still to answer", async () => {
  await show({
    proposed: [{ day: "2026-03-16", suits: 1, open: 2 }, { day: "2026-03-17", suits: 0, open: 3 }],
    answers: [{ school: glory, days: ["2026-03-16"] }, { school: cooper, days: [] }],
  });
  const days = section("Proposed days");
  const row = within(days).getByRole("rowheader", { name: "Monday 16 March 2026" }).closest("tr") as HTMLElement;
  expect(words(row)).toMatch(/1 of 3 Glory Farm\s*2 of 3/);
  expect(words(days)).toContain("None of these days suits Cooper.");
  expect(words(days)).toContain("Still to answer: Ashton Park.");
});

it("shows who comes, with the substitutes, and who has not replied", async () => {
  await show({
    stage: "settled", day: "2026-03-16", starts: "16:00", where: "The library",
    answers: [{ school: glory, coming: "in_person", substitute: "Sam" }, { school: ashton, coming: "apologies" }],
  });
  expect([fact("Day"), fact("Starts at"), fact("Where"), fact("How")]).toEqual(["Monday 16 March 2026", "16:00, UK time", "The library", "In person or remotely"]);
  expect([fact("In person (1)"), fact("Apologies (1)"), fact("No reply yet (1)")]).toEqual(["Glory Farm (a substitute: Sam)", "Ashton Park", "Cooper"]);
});

it("tells a reader outside the cluster that answers and attendance are not theirs to see", async () => {
  const outside = { answers: undefined, attendance: undefined } as unknown as Partial<MeetingDetail>;
  await show({ ...outside });
  expect(screen.getByText("Only the schools of the cluster see who answered what.")).toBeTruthy();
  expect(screen.queryByText(/Still to answer/)).toBeNull();
  cleanup();
  await show({ ...outside, stage: "held", day: "2026-03-16" });
  expect(words(section("Who was there"))).toContain("Only the schools of the cluster, 3 schools, see this.");
});

it("shows who was there", async () => {
  await show({
    stage: "held", day: "2026-03-16",
    attendance: [
      { school: ashton, presence: "in_person", substitute: false },
      { school: glory, presence: "remote", substitute: true },
      { school: cooper, presence: "absent", substitute: false },
    ],
  });
  expect([fact("In person (1)"), fact("Remotely (1)"), fact("Absent (1)"), fact("Apologies (0)")]).toEqual([
    "Ashton Park", "Glory Farm (a substitute)", "Cooper", undefined,
  ]);
});

it("takes the answer of the reader’s school", async () => {
  await show({ may: ["answer-days"], speaks_for: [ashton] });
  await fireEvent.click(screen.getByRole("checkbox", { name: "Tuesday 17 March 2026" }));
  await fireEvent.click(screen.getByRole("button", { name: "Send the answer" }));
  await settle();
  expect(sent).toEqual([["/api/v1/meetings/mee_1/answer-days", { school: ashton, days: ["2026-03-17"] }]]);
});

it("keeps what is typed for one of the reader’s schools apart from the other", async () => {
  const both = { may: ["answer-days"], speaks_for: [ashton, glory] };
  await show(both, ["lead", ashton], ["head", glory]);
  const form = (name: string) => screen.getByRole("form", { name: `Say which days suit for ${name}` });
  const box = (name: string) => within(form(name)).getByRole<HTMLInputElement>("checkbox", { name: "Tuesday 17 March 2026" });
  await fireEvent.click(box("Ashton Park"));
  cleanup();
  await show(both, ["lead", ashton], ["head", glory]);
  expect([box("Ashton Park").checked, box("Glory Farm").checked]).toEqual([true, false]);
  expect([form("Ashton Park").dataset.typed, form("Glory Farm").dataset.typed]).toEqual(["true", undefined]);
});

it("takes the day, the time and the place that a coordinator settles", async () => {
  await show({ may: ["settle-day"] }, ["coordinator", "net_1"]);
  await fireEvent.click(screen.getByRole("radio", { name: "Tuesday 17 March 2026" }));
  await fireEvent.input(screen.getByLabelText("When does it start? (optional)"), { target: { value: "16:00" } });
  await fireEvent.input(screen.getByLabelText("Where is it? (optional)"), { target: { value: "The library" } });
  await fireEvent.click(screen.getByRole("button", { name: "Settle the day" }));
  await settle();
  expect(sent).toEqual([["/api/v1/meetings/mee_1/settle-day", { day: "2026-03-17", starts: "16:00", where: "The library" }]]);
});

it("lets a coordinator choose another host from a list", async () => {
  await show({ may: ["change-host"] }, ["coordinator", "net_1"]);
  await fireEvent.change(screen.getByLabelText("Which school hosts?"), { target: { value: cooper } });
  await fireEvent.click(screen.getByRole("button", { name: "Change the host" }));
  await settle();
  expect(sent).toEqual([["/api/v1/meetings/mee_1/change-host", { host: cooper }]]);
});

it("takes the attendance of all schools on one screen, and names the school that was left out", async () => {
  await show(
    { stage: "settled", day: "2026-03-16", answers: [{ school: ashton, coming: "in_person" }, { school: glory, coming: "remote" }], may: ["record-attendance"] },
    ["coordinator", "clu_1"],
  );
  await fireEvent.click(screen.getByRole("button", { name: "Write it down" }));
  expect(screen.getByRole("link", { name: "Say whether Cooper was there" })).toBeTruthy();
  expect(sent).toEqual([]);
  await fireEvent.click(screen.getByRole("radio", { name: "Cooper Absent" }));
  await fireEvent.click(screen.getByRole("checkbox", { name: "Ashton Park Substitute" }));
  await fireEvent.click(screen.getByRole("button", { name: "Write it down" }));
  await settle();
  const attendance = [
    { school: ashton, presence: "in_person", substitute: true },
    { school: glory, presence: "remote", substitute: false },
    { school: cooper, presence: "absent", substitute: false },
  ];
  expect(sent).toEqual([["/api/v1/meetings/mee_1/record-attendance", { day: "2026-03-16", attendance }]]);
});

it("says why it was cancelled, and that words were erased", async () => {
  await show({ stage: "cancelled", reason: "Snow.", agenda: { erased: true } });
  const written = section("What was written");
  expect(within(written).getByRole("heading", { name: "Why it was cancelled" }).nextElementSibling?.textContent).toBe("Snow.");
  expect(words(written)).toContain("Erased:");
});
