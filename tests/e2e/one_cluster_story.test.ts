// Three primary schools of Bristol and a secondary school work together as one cluster: they meet, visit each other,
// and see on the cluster's pages what they do.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Locator } from "playwright-core";
import { done, heading, homeSection, live, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { command } from "./setup/commands";
import { endProgram, startProgram, type Program } from "./setup/program";
import { findPlace } from "./setup/cluster";
import { addressOf, ashton, ashton_vale, compass_point, luckwell, openAs, read, showAll, unfold, type School } from "./setup/staff";
import { agreeToVisit, askForVisit, recordVisit, setDay } from "./setup/visiting";

const schools = [ashton, ashton_vale, compass_point, luckwell];
const name = "Ashton Schools Together";
const met = weekdayFromToday(-1);

interface Planned {
  guest: School;
  host: School;
  /** On which it was held; none: it is still to come. */
  held?: string;
}
const plan: Planned[] = [
  { guest: ashton_vale, host: ashton, held: weekdayFromToday(-20) },
  { guest: ashton, host: luckwell, held: weekdayFromToday(-6) },
  { guest: luckwell, host: compass_point },
];
const to_come = weekdayFromToday(12);

let program: Program;
let browser: Browser;
let coordinator: Window;
let network = "";
let cluster = "";
let meeting = "";
const leads = new Map<string, Window>();
const visits: string[] = [];

const leadOf = ({ urn }: School): Window => leads.get(urn) as Window;

/** What is on a day of the cluster's calendar. */
async function entry(page: Window, day: string, address: string): Promise<Locator> {
  await page.goto(`/clusters/${cluster}?view=calendar&month=${day.slice(0, 7)}`);
  await page.locator(".calendar__month").waitFor();
  await showAll(page.locator(".calendar__month"), /^\d+ more/);
  return page.locator(".entries li").filter({ has: page.locator(`a[href="${address}"][data-day="${day}"]`) });
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  coordinator = await openWindow(browser, program);
  await signIn(coordinator, program.account("coordinator"));
  network = (await findPlace(coordinator)).network;
  for (const school of schools.slice(1)) leads.set(school.urn, await openAs(browser, program, "lead", school, 360));
  const lead = await openWindow(browser, program);
  await signIn(lead, program.account("lead"));
  leads.set(ashton.urn, lead);
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the coordinator forms the cluster of the four, and its page has them and nobody else", async () => {
  cluster = (await command(coordinator, "/clusters", { network, name })).id;
  for (const { urn } of schools) {
    const { position } = await command(coordinator, `/clusters/${cluster}/join`, { school: urn });
    await read(coordinator, `/schools/${urn}?after=${position}`);
  }
  await coordinator.goto(`/clusters/${cluster}`);
  await live(coordinator);
  await heading(coordinator, name);
  const among = coordinator.getByRole("listbox", { name: "Schools" }).getByRole("option");
  for (const school of schools) await among.filter({ hasText: school.name }).waitFor();
  expect(await among.count()).toBe(schools.length);
});

it("a meeting is proposed, on one day on which all four are open", async () => {
  await coordinator.goto(`/meetings/new?cluster=${cluster}`);
  await coordinator.getByText("It is its turn").waitFor();
  const days = coordinator.getByRole("group", { name: "On which days might it meet?" });
  await days.locator("input:enabled").first().check();
  await coordinator.getByRole("radio", { name: "In person or remotely" }).check();
  await coordinator.getByLabel(/What is it about/).fill("How children of year 6 come to us.");
  await press(coordinator, "Propose the days");
  await heading(coordinator, `Meeting of ${name}`);
  meeting = addressOf(coordinator);
});

it.each(schools)("the lead of $name finds it on the home page, and says that it suits", async (school) => {
  const lead = leadOf(school);
  await (await homeSection(lead, "Waiting for you")).locator(`a[href="${meeting}"]`).filter({ hasText: "Say which days suit" }).click();
  const form = await unfold(lead, "Say which days suit");
  await form.getByRole("checkbox").first().check();
  await form.getByRole("button", { name: "Send the answer" }).click();
  await done(lead, "Your answer is with the cluster");
});

it("the day is settled, and each says how somebody comes", async () => {
  await coordinator.getByText("Suits 4 of 4 schools").first().waitFor();
  const form = await unfold(coordinator, "Settle the day");
  await form.getByRole("radio").first().check();
  await form.getByRole("button", { name: "Settle the day" }).click();
  await done(coordinator, "The day is settled");
  for (const school of schools) {
    const lead = leadOf(school);
    await lead.goto(meeting);
    const reply = await unfold(lead, "Say whether somebody comes");
    await reply.getByRole("radio", { name: school === luckwell ? "Yes, remotely" : "Yes, in person" }).check();
    await reply.getByRole("button", { name: "Send the reply" }).click();
    await done(lead, "Your reply is with the cluster");
  }
});

it("who was there is written down: three in the room, one from afar", async () => {
  await coordinator.goto(meeting);
  const form = await unfold(coordinator, "Write down who was there");
  await form.getByLabel("On which day was it?").fill(met);
  await form.getByRole("button", { name: "Write it down" }).click();
  await done(coordinator, "Who was there is written down");
  await coordinator.getByText("In person (3)").waitFor();
  await coordinator.getByText("Remotely (1)").waitFor();
});

it.each(plan)("$guest.name visits $host.name", async ({ guest, host, held }) => {
  const visit = await askForVisit(leadOf(guest), host, { network, theme: "transition" });
  await agreeToVisit(leadOf(host), visit);
  await setDay(leadOf(guest), visit, to_come);
  if (held) await recordVisit(leadOf(host), visit, held);
  visits.push(visit);
});

it("the dashboard counts them, and links the schools that visited each other", async () => {
  await coordinator.goto(`/clusters/${cluster}`);
  await live(coordinator);
  const counted = coordinator.locator('dl[data-counts="visits"]');
  await counted.locator('[data-stage="held"] dd').filter({ hasText: /^2$/ }).waitFor();
  await counted.locator('[data-stage="dated"] dd').filter({ hasText: /^1$/ }).waitFor();
  const line = coordinator.locator('[data-part="meetings"]').getByRole("listitem").filter({ has: coordinator.locator(`a[href="${meeting}"]`) });
  await line.filter({ hasText: "4 of 4 were there" }).waitFor();
  const { links } = await read<{ links: { giver: string; receiver: string; open: number; held: number }[] }>(coordinator, `/clusters/${cluster}/dashboard`);
  const linked = links.map(({ giver, receiver, open, held }) => `${giver} ${receiver} ${open} ${held}`);
  expect(linked.sort()).toEqual(plan.map(({ guest, host, held }) => `${host.urn} ${guest.urn} ${held ? "0 1" : "1 0"}`).sort());
});

it("so it does on the lead's phone, without anybody else's visits", async () => {
  const lead = leadOf(luckwell);
  await lead.goto(`/clusters/${cluster}`);
  await live(lead);
  await lead.locator('dl[data-counts="visits"] [data-stage="held"] dd').filter({ hasText: /^2$/ }).waitFor();
});

it("the calendar has each on its day: what took place, and what is planned", async () => {
  for (const [index, { guest, host, held }] of plan.entries()) {
    const on = await entry(coordinator, held ?? to_come, visits[index] ?? "");
    await on.filter({ hasText: `${guest.name} ${held ? "visited" : "visits"} ${host.name}` }).waitFor();
    expect(await on.getAttribute("data-state")).toBe(held ? "took-place" : "planned");
  }
  const on = await entry(coordinator, met, meeting);
  await on.filter({ hasText: /^\s*Met at / }).waitFor();
});

it("a lead's phone shows the calendar as a list of days, and the way to the meeting", async () => {
  const lead = leadOf(ashton_vale);
  await (await entry(lead, met, meeting)).getByRole("link").click();
  await heading(lead, `Meeting of ${name}`);
});

it("nothing complained", () => noComplaints(coordinator, ...leads.values()));
