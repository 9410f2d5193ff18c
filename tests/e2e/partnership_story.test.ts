// A partnership from the proposal to its end, through the screens of both schools.
import { afterAll, beforeAll, it } from "vitest";
import type { Browser } from "playwright-core";
import { chooseSchool, done, heading, homeSection, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";
import { freePurpose } from "./setup/purpose";

let program: Program;
let browser: Browser;
let school: Window;
let partner: Window;
let place: Place;
let partnership = "";

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [school, partner] = [await openWindow(browser, program, 360), await openWindow(browser, program)];
  await signIn(school, program.account("lead"));
  place = await findPlace(school);
  await signIn(partner, program.addAccount("partner@e2e.example", "Lead, the neighbour", `lead@${place.other.urn}`));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

/** Opens the line behind which a form waits, and answers the form. */
async function unfold(page: Window, title: string) {
  await page.locator("summary").filter({ hasText: title }).click();
  return page.getByRole("form", { name: title });
}

/** Fills in the page for a new partnership and sends it. */
async function propose(idea: string) {
  await school.goto("/partnerships/new");
  await chooseSchool(school, /Which school do you want to work with/, place.other.name);
  await school.getByLabel("What do you want to work on together?").selectOption(await freePurpose(school, ashton_park, place.other.urn, ["equity", "solidarity", "democracy", "equality"]));
  await school.getByLabel(/What do you have in mind/).fill(idea);
  await press(school, "Propose the partnership");
  await heading(school, new RegExp(`and ${place.other.name}`));
}

it("one school proposes, on a phone; what is missing is said at the top and at the field", async () => {
  await school.goto("/partnerships/new");
  await press(school, "Propose the partnership");
  await school.getByRole("link", { name: "Choose the school to work with" }).waitFor();
  await propose("A reading club that both schools share.");
  partnership = new URL(school.url()).pathname;
});

it("the other finds it on the home page, reads the note, and accepts", async () => {
  await (await homeSection(partner, "Waiting for you")).locator(`a[href="${partnership}"]`).click();
  await partner.getByText("A reading club that both schools share.").waitFor();
  await partner.getByLabel("A note to your partner (optional)").fill("We would like that.");
  await press(partner, "Accept");
  await done(partner, "You accepted the partnership");
});

it("the proposer's page follows by itself, and the proposer writes down what they did", async () => {
  await school.getByText("We would like that.").waitFor();
  await school.getByLabel("On which day was it?").fill(weekdayFromToday(-3));
  await school.getByLabel("What did you do?").fill("Chose the first twelve books.");
  await press(school, "Write it down");
  await done(school, "What you did is written down");
});

it("the partner's page follows, and the partner notes what has changed", async () => {
  await partner.getByText("Chose the first twelve books.").waitFor();
  const form = await unfold(partner, "Note what has changed");
  await form.getByLabel("What has changed?").fill("More pupils borrow books.");
  await form.getByLabel("What shows it? (optional)").fill("The library’s list.");
  await form.getByRole("button", { name: "Note the change" }).click();
  await done(partner, "What has changed is noted");
  await school.getByText("More pupils borrow books.").waitFor();
});

it("one school pauses, and the other resumes", async () => {
  const form = await unfold(school, "Pause the partnership");
  await form.getByLabel("Why (optional)").fill("Our library moves.");
  await form.getByRole("button", { name: "Pause the partnership" }).click();
  await done(school, "The partnership is paused");
  await partner.getByText("Our library moves.").waitFor();
  await press(partner, "Resume the partnership");
  await done(partner, "The partnership is active again");
});

it("either ends it; what was done stays", async () => {
  const form = await unfold(partner, "End the partnership");
  await form.getByRole("button", { name: "End the partnership" }).click();
  await done(partner, "The partnership has ended");
  await partner.getByText("Chose the first twelve books.").waitFor();
});

it("a proposal that nobody has answered is taken back, and the two may try again", async () => {
  await propose("A reading week, later.");
  const form = await unfold(school, "Withdraw the proposal");
  await form.getByLabel("Why (optional)").fill("Our dates have changed.");
  await form.getByRole("button", { name: "Withdraw the proposal" }).click();
  await done(school, "The proposal is withdrawn");
  await school.getByRole("heading", { name: "Why it was withdrawn" }).waitFor();
  await propose("A reading week, in autumn.");
});

it("nothing complained", () => noComplaints(school, partner));
