// A visit from the request to both sides' reflections, through the screens of both schools.
import { afterAll, beforeAll, expect, it } from "vitest";
import { chooseSchool, done, heading, homeSection, noComplaints, press, weekdayFromToday, type Window } from "./setup/browser";
import type { Place } from "./setup/cluster";
import { closeTwoSchools, openTwoSchools, type TwoSchools } from "./setup/two_schools";

let schools: TwoSchools | undefined;
let guest: Window;
let host: Window;
let place: Place;
let visit = "";

beforeAll(async () => {
  schools = await openTwoSchools();
  ({ guest, host, place } = schools);
});
afterAll(() => closeTwoSchools(schools));

it("the guest asks, on a phone; what is missing is said at the top and at the field", async () => {
  await guest.goto("/visits/new");
  await press(guest, "Ask for the visit");
  await guest.getByRole("link", { name: "Choose the school to visit" }).waitFor();
  await chooseSchool(guest, /Which school do you want to visit/, place.other.name);
  await guest.getByLabel("What is the visit about?").selectOption("equity");
  await guest.getByLabel(/What would you like to see/).fill("How do you include pupils who join mid-year?");
  await press(guest, "Ask for the visit");
  await heading(guest, new RegExp(`visits ${place.other.name}`));
  visit = new URL(guest.url()).pathname;
});

it("the host finds it on the home page with the day by which to answer, reads the note, and agrees", async () => {
  const task = (await homeSection(host, "Waiting for you")).getByRole("listitem").filter({ has: host.locator(`a[href="${visit}"]`) });
  await task.filter({ hasText: /Answer the request for a visit: [^]*Equity · Due on \w+day \d+ \w+ \d{4}/ }).waitFor();
  await task.getByRole("link").click();
  await host.getByText("How do you include pupils who join mid-year?").waitFor();
  await host.getByLabel("A note to the guest (optional)").fill("You are welcome.");
  await press(host, "Agree");
  await done(host, "You agreed to the visit");
});

it("what is answered waits for the host no longer, but for the guest", async () => {
  const others = await homeSection(host, "Waiting for others");
  await others.locator(`a[href="${visit}"]`).filter({ hasText: /^Waiting for .* to set a day for the visit$/ }).waitFor();
  const mine = await homeSection(host, "Waiting for you");
  expect(await mine.locator(`a[href="${visit}"]`).count()).toBe(0);
  await host.goto(visit);
});

it("the guest's page follows by itself, and the guest sets the day", async () => {
  await guest.getByText("You are welcome.").waitFor();
  const day = weekdayFromToday(14);
  await guest.getByLabel("On which day is the visit?").fill(day);
  await press(guest, "Set the day");
  await done(guest, "The day is set");
});

it("the host's page follows while a decision that is no longer so is stopped, and the words stay", async () => {
  await host.getByText("Move the visit to another day").click();
  const form = host.getByRole("form", { name: "Move the visit to another day" });
  await form.getByLabel("What is the new day?").fill(weekdayFromToday(21));
  await form.getByLabel("Why (optional)").fill("Our hall is in use.");
  await guest.getByText("Move the visit to another day").click();
  const other = guest.getByRole("form", { name: "Move the visit to another day" });
  await other.getByLabel("What is the new day?").fill(weekdayFromToday(28));
  await other.getByRole("button", { name: "Move the visit" }).click();
  await done(guest, "The visit has a new day");
  await form.getByRole("button", { name: "Move the visit" }).click();
  await host.getByText("Somebody changed this visit while you were looking at it.").waitFor();
  expect(await form.getByLabel("Why (optional)").inputValue()).toBe("Our hall is in use.");
});

it("the visit is recorded as held", async () => {
  await host.reload();
  await host.getByText("Say that the visit was held").click();
  await host.getByLabel("On which day was it held?").fill(weekdayFromToday(-3));
  await press(host, "It was held");
  await done(host, "The visit is recorded");
});

it("both sides write what they take from it", async () => {
  await host.getByLabel("What do you take from hosting this visit?").fill("Questions that we had not asked ourselves.");
  await press(host, "Send the reflection");
  await done(host, "Your reflection is with both schools");
  await guest.reload();
  await guest.getByText("Questions that we had not asked ourselves.").waitFor();
  await guest.getByLabel("What do you take from this visit?").fill("A buddy for each new pupil.");
  await press(guest, "Send the reflection");
  await done(guest, "Your reflection is with both schools");
  await guest.getByText("A buddy for each new pupil.").waitFor();
});

it("nothing complained", () => noComplaints(guest, host));
