// Words erased: a lead erases the note of their own request from the visit's history, with the keyboard. Both schools read
// when, by whom and why; only the coordinator reads more; and in the past nobody is offered to erase anything.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Locator } from "playwright-core";
import { fitsBoth } from "./setup/axe";
import { heading, noComplaints, openWindow, signIn, type Window } from "./setup/browser";
import { ashton_park } from "./setup/cluster";
import { command } from "./setup/commands";
import { past } from "./setup/looking_back";
import { read } from "./setup/staff";
import { closeTwoSchools, openTwoSchools, type TwoSchools } from "./setup/two_schools";

let schools: TwoSchools | undefined;
let guest: Window;
let host: Window;
let coordinator: Window;
let visit = "";
/** Of the event that asked for the visit. */
let position = 0;
let erased: RegExp;

const note = "How do you settle Robin, who came to us in May?";
const why = "it should not have been written down";
const noted = "Robin's mother wrote to us.";
const gone = "Erased: these words are gone for good.";

/** Opens the history of the visit as it is now, or was. */
async function openHistory(page: Window, query = ""): Promise<void> {
  await page.goto(visit + query);
  await heading(page, /visits/);
  await page.locator("summary").filter({ hasText: "History: what happened" }).click();
  await line(page).waitFor();
}
const line = (page: Window): Locator => page.locator("ol.feed > li").filter({ has: page.locator(`a[href="/record?position=${position}"]`) });
const way = (page: Window): Locator => page.getByRole("button", { name: `Erase words… of event ${position}` });
const ways = (page: Window): Promise<number> => page.getByRole("button", { name: /^Erase words…/ }).count();
const form = (): Locator => guest.getByRole("form", { name: "Erase words" });
const words = (page: Window): Promise<string> => page.locator("body").innerText();
const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((at) => at === document.activeElement);

/** On with the keyboard, until the focus is on it. */
async function tabTo(target: Locator): Promise<void> {
  for (let steps_left = 10; steps_left > 0 && !(await hasFocus(target)); --steps_left) await guest.keyboard.press("Tab");
  expect(await hasFocus(target)).toBe(true);
}

beforeAll(async () => {
  schools = await openTwoSchools();
  const { program, browser, place } = schools;
  ({ guest, host } = schools);
  coordinator = await openWindow(browser, program);
  await signIn(coordinator, program.account("coordinator"));
  const { id } = await command(guest, "/visits", { guest: ashton_park, host: place.other.urn, network: place.network, theme: "equity", note });
  await command(host, `/visits/${id}/agree`, {});
  visit = `/visits/${id}`;
  const { items } = await read<{ items: { position: number; kind: string }[] }>(guest, `/visits/${id}/history`);
  position = items.find(({ kind }) => kind === "visit-requested")?.position ?? 0;
  const { name } = await read<{ name: string }>(guest, "/people/me");
  erased = new RegExp(`Erased on \\d+ \\w+ \\d{4} by ${name}: ${why}`);
});
afterAll(() => closeTwoSchools(schools));

it("whoever wrote the words is offered to erase them, and so is the coordinator; the other school's lead is not", async () => {
  for (const page of [guest, host, coordinator]) {
    await openHistory(page);
    await page.getByText(note).first().waitFor();
  }
  expect([await ways(guest), await ways(host), await ways(coordinator)]).toEqual([1, 0, 1]);
});

it("the lead opens the form with the keyboard, is told what is missing, and is back where they were with Escape", async () => {
  await way(guest).focus();
  await guest.keyboard.press("Enter");
  await form().getByText(`What is erased: the note, “${note}”`).waitFor();
  expect(await hasFocus(guest.getByRole("heading", { name: "Erase words of this event" }))).toBe(true);
  await fitsBoth(guest);
  await tabTo(form().getByRole("button", { name: "Erase for good" }));
  await guest.keyboard.press("Enter");
  await form().getByRole("link", { name: "Choose why they are erased" }).waitFor();
  await fitsBoth(guest);
  await guest.keyboard.press("Escape");
  await form().waitFor({ state: "detached" });
  expect(await hasFocus(way(guest))).toBe(true);
  expect(await way(guest).getAttribute("aria-expanded")).toBe("false");
});

it("chooses why, writes who asked, and erases the note; it is said, and the focus is on what was erased", async () => {
  await guest.keyboard.press("Enter");
  await tabTo(form().getByRole("radio").first());
  await guest.keyboard.press("ArrowDown");
  await guest.keyboard.press("ArrowDown");
  expect(await form().getByRole("radio", { name: "It should not have been written down" }).isChecked()).toBe(true);
  await tabTo(form().getByLabel(/^Who asked, and what is wrong/));
  await guest.keyboard.type(noted);
  await tabTo(form().getByRole("button", { name: "Erase for good" }));
  await guest.keyboard.press("Enter");
  await line(guest).getByText(erased).waitFor();
  await guest.getByRole("status").filter({ hasText: erased }).waitFor({ state: "attached" });
  await form().waitFor({ state: "detached" });
  await guest.waitForFunction((id) => document.activeElement?.id === id, `erased-${position}`);
});

it("the page itself says that the note is erased, and the button is gone", async () => {
  await guest.getByText(gone).waitFor();
  expect(await words(guest)).not.toContain(note);
  expect(await ways(guest)).toBe(0);
  await fitsBoth(guest);
});

it("the other school reads when, by whom and why, and nothing of what was noted", async () => {
  await openHistory(host);
  await line(host).getByText(erased).waitFor();
  await line(host).getByText("What was erased: the note").waitFor();
  await host.getByText(gone).waitFor();
  for (const secret of [note, noted]) expect(await words(host)).not.toContain(secret);
  expect(await ways(host)).toBe(0);
  await fitsBoth(host);
});

it("the coordinator reads what was noted, too, and has nothing left to erase", async () => {
  await openHistory(coordinator);
  await line(coordinator).getByText(erased).waitFor();
  await line(coordinator).getByText(`Note: ${noted}`).waitFor();
  expect(await words(coordinator)).not.toContain(note);
  expect(await ways(coordinator)).toBe(0);
  await fitsBoth(coordinator);
});

it("in the past the words are gone as well, and nobody erases anything there", async () => {
  const { id } = await command(guest, "/visits", { guest: ashton_park, host: schools?.place.other.urn, network: schools?.place.network, theme: "equity", note });
  const later = (await read<{ items: { position: number }[] }>(guest, `/visits/${id}/history`)).items[0]?.position ?? 0;
  for (const page of [guest, host, coordinator]) {
    await openHistory(page, `?at=${position}`);
    await past(page).waitFor();
    await line(page).getByText(erased).waitFor();
    await page.getByText(gone).waitFor();
    expect(await words(page)).not.toContain(note);
    expect(await ways(page)).toBe(0);
  }
  await fitsBoth(guest);
  [visit, position] = [`/visits/${id}`, later];
  await openHistory(guest, `?at=${later}`);
  expect(await ways(guest)).toBe(0);
  await openHistory(guest);
  expect(await ways(guest)).toBe(1);
});

it("nothing complained", () => noComplaints(guest, host, coordinator));
