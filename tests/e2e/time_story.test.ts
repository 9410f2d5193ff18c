// A head looks back at their cluster before a visit was agreed, steps forward until it was, and comes back to now.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { fits } from "./setup/axe";
import { heading, live, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { command } from "./setup/commands";
import { dayOf, day_ms } from "./setup/closed_days";
import { agreed, at, past, places, quiet, told } from "./setup/looking_back";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let place: Place;
let visit = "";

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  const guest = await openWindow(browser, program);
  await signIn(guest, program.account("lead"));
  place = await findPlace(guest);
  const host = await openWindow(browser, program);
  await signIn(host, program.addAccount("host@e2e.example", "Lead, the neighbour", `lead@${place.other.urn}`));
  visit = (await command(guest, "/visits", { guest: ashton_park, host: place.other.urn, theme: "equity" })).id;
  await command(host, `/visits/${visit}/agree`, {});
  await Promise.all([guest.context().close(), host.context().close()]);
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

describe.each([[1280], [360]])("at %i pixels", (width) => {
  let page: Window;
  let now = 0;
  let said: string[] = [];

  beforeAll(async () => {
    page = await openWindow(browser, program, width);
    page.on("websocket", (socket) => socket.on("framesent", ({ payload }) => said.push(String(payload))));
    await signIn(page, program.account("head"), `/clusters/${place.cluster}`);
    await live(page);
    now = await agreed(page);
  });
  afterAll(() => page?.context().close());

  it("looks back from the keyboard: first at the moment that was on the screen, and nothing is watched any more", async () => {
    await page.getByRole("button", { name: "Look back" }).press("Enter");
    await told(page, `${place.other.name} agreed to a visit by Ashton Park School about equity`);
    await past(page).getByText(/^As it was known on \w+day \d+ \w+ \d{4} at \d\d:\d\d, at position [\d,]+$/).waitFor();
    expect(at(page)).toMatch(/^\d+$/);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-step"))).toBe("earlier");
    expect(said.filter((each) => each.includes(`cluster/${place.cluster}`)).at(-1)).toContain('"unsubscribe"');
    expect(await agreed(page)).toBe(now);
    expect(await page.title()).toBe("Bristol South (looking back) – Commonweal");
    await fits(page);
  });

  it("steps back to before the visit was agreed; nothing can be done there, and no button has moved", async () => {
    const before = await places(page);
    await page.keyboard.press("Enter");
    await told(page, `Ashton Park School asked to visit ${place.other.name} about equity`);
    expect(await agreed(page)).toBe(now - 1);
    await page.locator('[data-stage="agreed"] .counts__now').filter({ hasText: `now ${now}` }).waitFor();
    expect(await places(page)).toEqual(before);
    expect(await page.getByRole("link", { name: "Plan a meeting" }).count()).toBe(0);
    await page.getByRole("option", { name: new RegExp(place.other.name) }).click();
    await page.locator(".inspector").waitFor();
    expect(await page.getByRole("link", { name: "Ask to visit" }).count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("follows the last event to the visit as it was then; its history leads on, and Back leads back", async () => {
    const then = at(page);
    await page.locator("[data-present] a").click();
    await heading(page, `Ashton Park School visits ${place.other.name}`);
    expect(page.url()).toContain(`/visits/${visit}?at=${then}`);
    await page.locator(".facts").getByText("Asked for", { exact: true }).waitFor();
    expect(await page.locator("main form:not(.lookback__day), main details:not(.section)").count()).toBe(0);
    await page.getByText("History: what happened, and who entered it").click();
    await page.locator(".feed li").filter({ hasText: /Later\s+.+ agreed to a visit/ }).waitFor();
    await fits(page);
    await page.locator(".feed li").filter({ hasText: "agreed to a visit" }).getByRole("link", { name: /^As it was then/ }).click();
    await page.locator(".facts").getByText("Agreed", { exact: true }).waitFor();
    await page.goBack();
    await page.locator(".facts").getByText("Asked for", { exact: true }).waitFor();
    await page.goBack();
    await heading(page, "Bristol South");
    await told(page, "asked to visit");
    expect(at(page)).toBe(then);
  });

  it("steps forward until it was agreed, from there to the one agreed before, and back with the browser", async () => {
    await press(page, "Later");
    await told(page, "agreed to a visit");
    expect(await agreed(page)).toBe(now);
    expect(await past(page).locator('[data-step="later"]').getAttribute("aria-disabled")).toBe("true");
    const here = at(page);
    await page.getByRole("button", { name: /Previous like this *: A visit was agreed to/ }).click();
    await page.waitForURL((url) => Number(url.searchParams.get("at")) < Number(here));
    await quiet(page);
    await told(page, "agreed to a visit by");
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("at") === here);
    await quiet(page);
    expect(await agreed(page)).toBe(now);
  });

  it("goes to a day, and from view to view within it", async () => {
    const day = dayOf(Date.now() - 300 * day_ms);
    await page.locator("#time-day").fill(dayOf(Date.now() + 9 * day_ms));
    await page.keyboard.press("Enter");
    await page.getByText("Enter a day that has been").waitFor();
    await page.locator("#time-day").fill(day);
    await page.keyboard.press("Enter");
    await past(page).getByText(/^As it was known at the end of /).waitFor();
    for (const view of ["Calendar", "Overdue", "Ledger", "Overview"]) {
      await page.getByRole("link", { name: view, exact: true }).click();
      await page.getByRole("heading", { level: 2, name: view === "Overview" ? "How far things were" : view, exact: true }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(at(page)).toBe(day);
      await fits(page);
    }
  });

  it("plays until the end, one request at a time, and can be paused; Back leads to where it began", async () => {
    const day = dayOf(Date.now() - 60 * day_ms);
    let [under_way, at_once, views] = [0, 0, 0];
    const ours = (url: string) => url.includes("/api/v1/") && !url.includes("/log/");
    page.on("request", (request) => {
      if (!ours(request.url())) return;
      at_once = Math.max(at_once, ++under_way);
      if (request.url().includes("dashboard?at=")) views += 1;
    });
    page.on("response", (response) => void (ours(response.url()) && (under_way -= 1)));
    await page.locator("#time-day").fill(day);
    await page.keyboard.press("Enter");
    await quiet(page);
    const [before, begun] = [await places(page), views];
    await page.getByLabel("Speed").selectOption("32");
    await press(page, "Play");
    await page.waitForTimeout(900);
    await press(page, "Pause");
    await quiet(page);
    const paused = at(page);
    expect(views - begun).toBeGreaterThanOrEqual(2);
    expect(await places(page)).toEqual(before);
    await page.waitForTimeout(600);
    expect(at(page)).toBe(paused);
    await page.getByLabel("Speed").selectOption("64");
    await press(page, "Play");
    await told(page, `${place.other.name} agreed to a visit by Ashton Park School about equity`);
    await page.getByRole("button", { name: "Play" }).waitFor();
    expect(at_once).toBe(1);
    expect(await agreed(page)).toBe(now);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get("at") === paused);
  });

  it("says what is wrong with a moment that is none, and how to go on", async () => {
    const wrong: [string, string][] = [
      ["banana", "The address asks for no moment that there is"],
      ["99999999", "There is no such event yet"],
      [dayOf(Date.now() + 9 * day_ms), "That is still to come"],
      ["2001-01-01", "This cluster was not there yet"],
    ];
    for (const [moment, words] of wrong) {
      await page.goto(`/clusters/${place.cluster}?at=${moment}`);
      await page.getByRole("heading", { level: 2, name: words }).waitFor();
      await fits(page);
    }
    await press(page, "Later");
    await told(page, "Bristol South was formed");
    await page.goto(`/visits/vis_00000000000000000000000000?at=2026-03-12`);
    await page.getByRole("heading", { level: 2, name: "There is no such visit" }).waitFor();
    await fits(page);
  });

  it("comes back to now, where all is live again", async () => {
    await page.goto(`/clusters/${place.cluster}?at=2001-01-01`);
    await press(page, "Back to now");
    await live(page);
    expect(at(page)).toBe("");
    expect(await agreed(page)).toBe(now);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Look back");
    expect(said.filter((each) => each.includes(`cluster/${place.cluster}`)).at(-1)).toContain('"subscribe"');
    said = [];
  });

  it("nothing complained", () => noComplaints(page));
});
