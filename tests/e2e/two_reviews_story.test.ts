// A Lead of Ashton Park reviews St Clere's in Thurrock and Lipson in Plymouth, from the request to the closed report.
// St Clere's asks for its review; to Lipson it is offered.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { chooseSchool, done, heading, homeSection, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { findPlace } from "./setup/cluster";
import { lineOf, openLedger, sum, sumsOf, type Sums } from "./setup/ledger";
import { endProgram, startProgram, type Program } from "./setup/program";
import { addressOf, ashton, lipson, openAs, read, st_cleres, unfold, type School } from "./setup/staff";
import { chooseNetwork } from "./setup/visiting";

let program: Program;
let browser: Browser;
let reviewer: Window;
let network = "";
let before: Sums;
const hosts = new Map<string, Window>();
const befores = new Map<string, Sums>();
const reviews = new Map<string, string>();

const held: Record<string, [string, string]> = {
  [st_cleres.urn]: [weekdayFromToday(-25), weekdayFromToday(-22)],
  [lipson.urn]: [weekdayFromToday(-15), weekdayFromToday(-12)],
};
const strong: Record<string, string> = {
  [st_cleres.urn]: "Pupils speak for themselves, and are heard.",
  [lipson.urn]: "Every form has a voice in what the school buys.",
};
const windowOf = ({ urn }: School): Window => hosts.get(urn) as Window;
const reviewOf = ({ urn }: School): string => reviews.get(urn) ?? "";

interface Opened {
  side: "It is reviewed" | "It reviews";
  question: RegExp;
  other: School;
  focus: string;
}

/** Asks for a review or offers one; answers the address of its page. */
async function ask(page: Page, { side, question, other, focus }: Opened): Promise<string> {
  await page.goto("/reviews/new");
  await page.getByRole("radio", { name: side }).check();
  await chooseNetwork(page, network);
  await chooseSchool(page, question, other.name);
  await page.getByLabel(/What should the review look at/).fill(focus);
  await press(page, "Ask for the review");
  await heading(page, /reviews/);
  return addressOf(page);
}

async function writeReport(school: School, strengths: string, better: string): Promise<void> {
  await reviewer.goto(reviewOf(school));
  await reviewer.getByLabel("What is strong at this school?").fill(strengths);
  await reviewer.getByLabel(/Even better if/).fill(better);
  await press(reviewer, "Give the report to the host");
  await done(reviewer, "The report is with the host");
}

async function answer(school: School, accurate: boolean, comments: string): Promise<void> {
  const host = windowOf(school);
  await host.goto(reviewOf(school));
  await host.getByText(strong[school.urn] ?? "").first().waitFor();
  await host.getByRole("radio", { name: accurate ? "Yes, it is accurate" : "No, something is not right" }).check();
  await host.getByLabel("Comments").fill(comments);
  await press(host, "Send the answer");
  await done(host, "Your answer is with the team");
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  reviewer = await openWindow(browser, program, 360);
  await signIn(reviewer, program.account("lead"));
  network = (await findPlace(reviewer)).network;
  before = await sumsOf(reviewer, ashton.urn);
  for (const school of [st_cleres, lipson]) {
    hosts.set(school.urn, await openAs(browser, program, "head", school));
    befores.set(school.urn, await sumsOf(windowOf(school), school.urn));
  }
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the head of St Clere's asks Ashton Park for a review", async () => {
  const host = windowOf(st_cleres);
  reviews.set(st_cleres.urn, await ask(host, { side: "It is reviewed", question: /Which school do you ask to review yours/, other: ashton, focus: "How quieter pupils are heard." }));
  await (await homeSection(reviewer, "Waiting for you")).locator(`a[href="${reviewOf(st_cleres)}"]`).waitFor();
});

it("the Lead of Ashton Park offers one to Lipson", async () => {
  reviews.set(lipson.urn, await ask(reviewer, { side: "It reviews", question: /Which school do you offer to review/, other: lipson, focus: "What democracy changes in lessons." }));
  expect(reviewOf(lipson)).not.toBe(reviewOf(st_cleres));
});

it.each([st_cleres, lipson])("the Lead leads the team for $name, and its head agrees two days", async (school) => {
  await reviewer.goto(reviewOf(school));
  await reviewer.getByLabel(/^Lead, Ashton Park/).selectOption("lead");
  await press(reviewer, "Name the team");
  await done(reviewer, "The team is named");
  const host = windowOf(school);
  await host.goto(reviewOf(school));
  await host.getByLabel("First day").fill(weekdayFromToday(20));
  await host.getByLabel(/Second day/).fill(weekdayFromToday(27));
  await press(host, "Agree the days");
  await done(host, "The days are agreed");
});

it.each([st_cleres, lipson])("the review of $name is held, and the report written", async (school) => {
  const [first, second] = held[school.urn] ?? ["", ""];
  await reviewer.goto(reviewOf(school));
  const form = await unfold(reviewer, "Say that the review was held");
  await form.getByLabel("First day on which it was held").fill(first);
  await form.getByLabel(/Second day/).fill(second);
  await form.getByRole("button", { name: "It was held" }).click();
  await done(reviewer, "The review is recorded");
  await writeReport(school, strong[school.urn] ?? "", "Tell parents what comes of it.");
});

it("the words of a report are not for the other school that was reviewed", async () => {
  const other = windowOf(lipson);
  await other.goto(reviewOf(st_cleres));
  await heading(other, /reviews/);
  expect(await other.getByText(strong[st_cleres.urn] ?? "").count()).toBe(0);
  expect(await other.getByRole("button", { name: "Send the answer" }).count()).toBe(0);
  const seen = await read<{ strengths?: string }>(other, `${reviewOf(st_cleres)}`);
  expect(seen.strengths).toBeUndefined();
});

it("St Clere's finds its report accurate", () => answer(st_cleres, true, "We know ourselves in it."));

it("Lipson does not, and the Lead writes it anew", async () => {
  await answer(lipson, false, "The forms had no money of their own that year.");
  await reviewer.goto(reviewOf(lipson));
  await reviewer.getByText("The forms had no money of their own that year.").waitFor();
  expect(await reviewer.getByRole("button", { name: "Close the review" }).count()).toBe(0);
  strong[lipson.urn] = "Every form has a voice in what the school plans.";
  await writeReport(lipson, strong[lipson.urn] ?? "", "Give each form some money of its own.");
  await answer(lipson, true, "Now it is right.");
});

it.each([st_cleres, lipson])("the review of $name is closed, and its head sees so", async (school) => {
  await reviewer.goto(reviewOf(school));
  await press(reviewer, "Close the review");
  await done(reviewer, "The review is complete");
  const host = windowOf(school);
  await host.goto(reviewOf(school));
  await host.locator(".tag").filter({ hasText: "Closed" }).first().waitFor();
  const mine = await homeSection(host, "Waiting for you");
  expect(await mine.locator(`a[href="${reviewOf(school)}"]`).count()).toBe(0);
});

it("the ledger of Ashton Park has given two reviews and four reviewer-days more", async () => {
  await openLedger(reviewer, ashton.urn);
  expect(await sum(reviewer, "Reviews", "Gave")).toBe(before.reviews_given + 2);
  expect(await sum(reviewer, "Reviews", "Received")).toBe(before.reviews_received);
  expect(await sum(reviewer, "Reviewer-days", "Gave")).toBe(before.days_given + 4);
  for (const school of [st_cleres, lipson]) {
    const line = lineOf(reviewer, reviewOf(school));
    await line.filter({ hasText: `Reviewed ${school.name}` }).waitFor();
    expect(await line.locator('[data-name="Travel"]').textContent()).toMatch(/^[\d,]+ km$/);
  }
});

it.each([st_cleres, lipson])("and that of $name has received one", async (school) => {
  const host = windowOf(school);
  await openLedger(host, school.urn);
  const was = befores.get(school.urn);
  expect(await sum(host, "Reviews", "Received")).toBe((was?.reviews_received ?? 0) + 1);
  expect(await sum(host, "Reviewer-days", "Received")).toBe((was?.days_received ?? 0) + 2);
  await lineOf(host, reviewOf(school)).filter({ hasText: `Was reviewed by ${ashton.name}` }).waitFor();
});

it("nothing complained", () => noComplaints(reviewer, ...hosts.values()));
