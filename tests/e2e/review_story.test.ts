// A review from the request to the closed report, through the screens of both schools.
import { afterAll, beforeAll, it } from "vitest";
import type { Browser } from "playwright-core";
import { chooseSchool, done, heading, homeSection, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let host: Window;
let reviewer: Window;
let place: Place;
let review = "";

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [host, reviewer] = [await openWindow(browser, program), await openWindow(browser, program, 360)];
  await signIn(host, program.account("lead"));
  place = await findPlace(host);
  await signIn(reviewer, program.addAccount("reviewer@e2e.example", "Lead, the neighbour", `lead@${place.other.urn}`));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the host asks to be reviewed", async () => {
  await host.goto("/reviews/new");
  await host.getByRole("radio", { name: "It is reviewed" }).check();
  await chooseSchool(host, /Which school do you ask to review yours/, place.other.name);
  await host.getByLabel(/What should the review look at/).fill("How reading is taught across subjects.");
  await press(host, "Ask for the review");
  await heading(host, new RegExp(`${place.other.name} reviews`));
  review = new URL(host.url()).pathname;
});

it("the reviewing school names its team", async () => {
  await (await homeSection(reviewer, "Waiting for you")).locator(`a[href="${review}"]`).click();
  await press(reviewer, "Name the team");
  await reviewer.getByRole("link", { name: "Choose who is on the team" }).waitFor();
  await reviewer.getByLabel(/Lead, the neighbour/).selectOption("lead");
  await press(reviewer, "Name the team");
  await done(reviewer, "The team is named");
  await reviewer.getByText("(leads the review)").waitFor();
});

it("the host agrees the days, and days out of order are refused at the field", async () => {
  await host.reload();
  await host.getByLabel("First day").fill(weekdayFromToday(15));
  await host.getByLabel(/Second day/).fill(weekdayFromToday(8));
  await press(host, "Agree the days");
  await host.getByRole("link", { name: /Enter the days in order/ }).waitFor();
  await host.getByLabel(/Second day/).fill("");
  await press(host, "Agree the days");
  await done(host, "The days are agreed");
});

it("the review is recorded as held", async () => {
  await reviewer.reload();
  await reviewer.getByText("Say that the review was held").click();
  await reviewer.getByLabel("First day on which it was held").fill(weekdayFromToday(-3));
  await press(reviewer, "It was held");
  await done(reviewer, "The review is recorded");
});

it("the team writes a report that starts with strengths; the host says it is not accurate", async () => {
  await reviewer.getByText("Safeguarding concerns do not belong in this report: tell the head at once.").waitFor();
  await reviewer.getByLabel("What is strong at this school?").fill("Pupils talk about books.");
  await reviewer.getByLabel(/Even better if/).fill("Share the reading list.");
  await press(reviewer, "Give the report to the host");
  await done(reviewer, "The report is with the host");
  await host.reload();
  await host.getByText("Pupils talk about books.").first().waitFor();
  await host.getByRole("radio", { name: "No, something is not right" }).check();
  await host.getByLabel("Comments").fill("The list is shared already.");
  await press(host, "Send the answer");
  await done(host, "Your answer is with the team");
});

it("the team writes it anew from its own words, and the host agrees", async () => {
  await reviewer.reload();
  await reviewer.getByText("The list is shared already.").waitFor();
  await reviewer.getByLabel(/Even better if/).fill("Read the list aloud to parents.");
  await press(reviewer, "Give the report to the host");
  await done(reviewer, "The report is with the host");
  await host.reload();
  await host.getByRole("radio", { name: "Yes, it is accurate" }).check();
  await press(host, "Send the answer");
  await done(host, "Your answer is with the team");
});

it("the review is closed", async () => {
  await reviewer.reload();
  await press(reviewer, "Close the review");
  await done(reviewer, "The review is complete");
  await host.reload();
  await host.locator(".tag").filter({ hasText: "Closed" }).first().waitFor();
});

it("nothing complained", () => noComplaints(host, reviewer));
