// What was written wrongly is put right: since when somebody has been lead, what a partnership has changed, a report and
// the answer to it. And whoever was to lead a review leaves the school.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Locator, Page } from "playwright-core";
import { fits } from "./setup/axe";
import { done, heading, homeSection, live, noComplaints, openBrowser, openWindow, press, signIn, weekdayFromToday, type Window } from "./setup/browser";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { command } from "./setup/commands";
import { endProgram, startProgram, type Program } from "./setup/program";
import { freePurpose } from "./setup/purpose";
import { read, showAll, unfold } from "./setup/staff";

let program: Program;
let browser: Browser;
let head: Window;
let lead: Window;
let neighbour: Window;
let place: Place;
let lead_id = "";
/** As the pages call the sample's own lead. */
let lead_name = "";
const addresses = { partnership: "", written: "", planned: "" };

const people = `/schools/${ashton_park}/people`;
const posted = "Posted by mistake, Ashton Park";
const strong = "Pupils ask each other good questions.";

/** Somebody's time in the lead's post, as the list of all who held it tells it. */
const timeOf = (name: string, days: string | RegExp): Locator =>
  head.locator("section").filter({ has: head.getByRole("heading", { level: 2, name: "Lead", exact: true }) })
    .getByRole("listitem").filter({ hasText: name }).filter({ hasText: days });

async function correctDays(name: string, days: string | RegExp): Promise<Locator> {
  const row = timeOf(name, days);
  await row.locator("summary").click();
  await row.getByRole("form").waitFor();
  return row.getByRole("form");
}

const names = (review: string) => `${review}/name-team`;

/** Ashton Park is asked to review its neighbour; its lead leads the team, and the days are agreed. */
async function planReview(focus: string): Promise<string> {
  const body = { host: place.other.urn, reviewing_school: ashton_park, network: place.network, focus };
  const review = `/reviews/${(await command(neighbour, "/reviews", body)).id}`;
  await command(lead, names(review), { team: [{ reviewer: lead_id, role: "lead" }] });
  await command(neighbour, `${review}/agree-days`, { days: [weekdayFromToday(20)] });
  return review;
}

/** The history at the end of a page, opened by keyboard; its entries. */
async function history(page: Page): Promise<Locator> {
  const part = page.locator("details").filter({ hasText: "History: what happened" });
  await part.locator("summary").first().focus();
  await page.keyboard.press("Enter");
  await part.getByRole("listitem").first().waitFor();
  return part.getByRole("listitem");
}

/** What happened at a school, as its page tells it, has this. */
async function told(page: Page, urn: string, ...all: (string | RegExp)[]): Promise<void> {
  await page.goto(`/schools/${urn}`);
  await live(page);
  await showAll(page);
  for (const words of all) await page.getByText(words, { exact: true }).first().waitFor();
}

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [head, lead, neighbour] = [await openWindow(browser, program), await openWindow(browser, program, 360), await openWindow(browser, program, 360)];
  await signIn(head, program.account("head"));
  await signIn(lead, program.account("lead"));
  place = await findPlace(lead);
  await signIn(neighbour, program.addAccount("neighbour@e2e.example", "Lead, the neighbour", `lead@${place.other.urn}`));
  const { person } = await read<{ person: { id: string; name: string } }>(lead, "/session");
  [lead_id, lead_name] = [person.id, person.name];
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the head corrects since when the lead has held the post; what is wrong is said at the top and at the field", async () => {
  await head.goto(people);
  const form = await correctDays(lead_name, "since");
  await form.getByRole("button", { name: "Correct the days" }).click();
  await form.getByRole("link", { name: "Nothing is changed yet: correct what is wrong" }).click();
  const first = form.getByLabel("First day");
  expect(await first.evaluate((field) => field === document.activeElement)).toBe(true);
  await first.fill("2024-09-02");
  await form.getByLabel("Last day").fill("2024-09-01");
  await form.getByRole("button", { name: "Correct the days" }).click();
  await form.getByRole("link", { name: "Enter a last day that is not before the first" }).waitFor();
  await fits(head);
  await form.getByLabel("Last day").fill("");
  await form.getByRole("button", { name: "Correct the days" }).click();
  await done(head, `The days of ${lead_name} as lead are corrected`);
  await timeOf(lead_name, "since 2 September 2024 (corrected: before, it said since").waitFor();
});

it("somebody who was put into the post by mistake never held it, on a phone and by keyboard", async () => {
  await command(head, "/people", { name: posted, email: "posted@e2e.example", roles: [{ role: "lead", place: ashton_park }] });
  await head.setViewportSize({ width: 360, height: 800 });
  await head.goto(people);
  await head.getByRole("heading", { level: 3, name: posted }).waitFor();
  await timeOf(posted, "since").locator("summary").focus();
  await head.keyboard.press("Enter");
  await timeOf(posted, "since").getByRole("checkbox", { name: `${posted} never held this post` }).focus();
  await head.keyboard.press("Space");
  await fits(head);
  await head.keyboard.press("Tab");
  await head.keyboard.press("Enter");
  await done(head, `The days of ${posted} as lead are corrected`);
  const left = timeOf(posted, "who never held it (corrected: before, it said since");
  await left.waitFor();
  expect(await left.getByText("Correct the days").count()).toBe(0);
  expect(await head.getByRole("heading", { level: 3, name: posted }).count()).toBe(0);
  await head.setViewportSize({ width: 1280, height: 800 });
});

it("a lead reads from when until when each held it, and changes nothing", async () => {
  await lead.goto(people);
  await lead.getByText("since 2 September 2024").first().waitFor();
  expect(await lead.getByText("Correct the days").count()).toBe(0);
  await fits(lead);
});

it("the partner that noted an effect corrects it, on a phone; the other may not", async () => {
  const purpose = await freePurpose(lead, ashton_park, place.other.urn, ["equity", "solidarity", "democracy", "equality"]);
  const { id } = await command(lead, "/partnerships", { school: ashton_park, with: place.other.urn, network: place.network, purpose });
  addresses.partnership = `/partnerships/${id}`;
  await command(neighbour, `${addresses.partnership}/accept`, {});
  await command(neighbour, `${addresses.partnership}/note-effect`, { side: "partner", effect: "Fewer pupils read at home.", evidence: "The reading diaries." });
  await neighbour.goto(addresses.partnership);
  const form = await unfold(neighbour, "Correct what is noted: “Fewer pupils read at home.”");
  await form.getByLabel("What has changed?").fill("More pupils read at home.");
  await fits(neighbour);
  await form.getByRole("button", { name: "Correct it" }).click();
  await done(neighbour, "What has changed is corrected");
  await lead.goto(addresses.partnership);
  await lead.getByText("More pupils read at home.").waitFor();
  await lead.getByText("The reading diaries.").waitFor();
  expect(await lead.getByText("Fewer pupils").count()).toBe(0);
  expect(await lead.getByText(/^Correct what is noted/).count()).toBe(0);
});

it("the team corrects its report after the host has answered it", async () => {
  addresses.written = await planReview("How questions are asked.");
  const review = addresses.written;
  await command(lead, `${review}/record-held`, { days: [weekdayFromToday(-3)] });
  await command(lead, `${review}/draft-report`, { strengths: "Pupils ask each other good question.", even_better_if: "Ask parents, too." });
  await command(neighbour, `${review}/answer-report`, { accurate: true, comments: "We know ourselves in it" });
  await lead.goto(review);
  const form = await unfold(lead, "Correct the report");
  await form.getByText("Safeguarding concerns do not belong in this report").waitFor();
  await form.getByLabel("What is strong at this school?").fill(strong);
  await fits(lead);
  await form.getByRole("button", { name: "Correct the report" }).click();
  await done(lead, "The report is corrected");
  await lead.locator(".said").filter({ hasText: strong }).waitFor();
});

it("the host corrects its answer, and of a closed review only its comments", async () => {
  const correct = async (comments: string) => {
    await neighbour.goto(addresses.written);
    const form = await unfold(neighbour, "Correct the answer");
    await form.getByLabel(/^Comments/).fill(comments);
    return form;
  };
  const form = await correct("We know ourselves in it, mostly.");
  expect(await form.getByRole("radio", { name: "Yes, it is accurate" }).isChecked()).toBe(true);
  await form.getByRole("button", { name: "Correct the answer" }).click();
  await done(neighbour, "Your answer is corrected");
  await lead.goto(addresses.written);
  await lead.getByText("We know ourselves in it, mostly.").waitFor();
  await press(lead, "Close the review");
  await done(lead, "The review is complete");
  const closed = await correct("We know ourselves in it.");
  expect(await closed.getByRole("radio").count()).toBe(0);
  await fits(neighbour);
  await closed.getByRole("button", { name: "Correct the answer" }).click();
  await done(neighbour, "Your answer is corrected");
  await neighbour.locator(".tag").filter({ hasText: "Closed" }).first().waitFor();
});

it("what was corrected stands in what happened at the two schools", async () => {
  const ashton = (await read<{ details: { name: string } }>(head, `/schools/${ashton_park}`)).details.name;
  await told(lead, ashton_park, `${ashton} corrected its report on ${place.other.name}`);
  await told(neighbour, place.other.urn, `${place.other.name} corrected its answer to the report of ${ashton}`, /^What was noted as an effect of the work of .* was corrected$/);
});

it("the history of the review and of the partnership shows both, and who entered them", async () => {
  await neighbour.goto(addresses.written);
  const review = await history(neighbour);
  const report = review.filter({ hasText: "corrected its report" });
  expect(await report.locator("del").allInnerTexts()).toEqual(["Pupils ask each other good question."]);
  expect(await report.locator("ins").allInnerTexts()).toEqual([strong]);
  expect(await report.locator("time").innerText()).toContain(`, by ${lead_name}`);
  const answers = review.filter({ hasText: "corrected its answer" });
  expect(await answers.locator("del").allInnerTexts()).toEqual(["We know ourselves in it, mostly.", "We know ourselves in it"]);
  expect(await review.filter({ hasText: "Corrected later" }).count()).toBe(3);
  await fits(neighbour);
  await lead.goto(addresses.partnership);
  const effect = (await history(lead)).filter({ hasText: "was corrected" });
  expect(await effect.locator("del").allInnerTexts()).toEqual(["Fewer pupils read at home."]);
  expect(await effect.locator("ins").allInnerTexts()).toEqual(["More pupils read at home."]);
});

it("when the lead leaves before the days of a review, its page says that somebody else is to lead it", async () => {
  addresses.planned = await planReview("How pupils are heard.");
  await head.goto(people);
  const form = await unfold(head, `End the time of ${lead_name} as lead`);
  await form.getByRole("button", { name: "End their time as lead" }).click();
  await done(head, "The end of the time as lead is written down");
  await timeOf(lead_name, /to \d+ \w+ \d{4}/).waitFor();
  await expect.poll(async () => (await read<{ team: object[] }>(head, addresses.planned)).team).toEqual([]);
  await head.goto(addresses.planned);
  await head.getByText(/^Whoever was to lead this review no longer works at /).waitFor();
  await head.getByText("Name who leads it.").waitFor();
  await fits(head);
  await neighbour.goto(addresses.planned);
  await neighbour.getByText(/is to name who leads it\.$/).waitFor();
});

it("the head's home page has it to do, and it is gone when somebody is named", async () => {
  const task = (section: Locator) => section.locator(`a[href="${addresses.planned}"]`).filter({ hasText: "Name the review team" });
  await task(await homeSection(head, "Waiting for you")).click();
  await heading(head, /reviews/);
  await head.getByLabel(/^Head, /).selectOption("lead");
  await press(head, "Name the team");
  await done(head, "The team is now as you named it");
  expect(await head.getByText(/^Whoever was to lead this review/).count()).toBe(0);
  await head.locator(".tag").filter({ hasText: "Days agreed" }).first().waitFor();
  await expect.poll(async () => task(await homeSection(head, "Waiting for you")).count()).toBe(0);
});

it("the team that is named is changed from what stands", async () => {
  await head.goto(addresses.planned);
  const form = await unfold(head, "Change the team");
  const own = form.getByLabel(/^Head, /);
  await expect.poll(() => own.inputValue()).toBe("lead");
  await form.getByRole("button", { name: "Change the team" }).click();
  await form.getByRole("link", { name: /^Nothing is changed yet/ }).click();
  expect(await own.evaluate((field) => field === document.activeElement)).toBe(true);
});

it("nothing complained", () => noComplaints(head, lead, neighbour));
