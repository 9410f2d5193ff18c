// The server stops and comes back: the page says so, stays as it was, and catches up by itself.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { live, openBrowser, openWindow, signIn, type Window } from "./setup/browser";
import { findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let page: Window;
let place: Place;

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  page = await openWindow(browser, program);
  await signIn(page, program.account("head"));
  place = await findPlace(page);
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("a page outlives its server", async () => {
  await page.goto(`/clusters/${place.cluster}`);
  await live(page);
  const position = await page.locator(".strip").getAttribute("data-position");
  await program.stop();
  await page.locator('.strip[data-state="reconnecting"]').waitFor();
  await page.locator(".strip").filter({ hasText: /as it was \d+ second/ }).waitFor();
  expect(await page.locator(".strip").getAttribute("data-position")).toBe(position);
  await page.getByRole("heading", { name: "Give and receive" }).waitFor();
  await program.start();
  await page.getByRole("button", { name: "Try now" }).click({ timeout: 2000 }).catch(() => undefined);
  await live(page);
});

it("what was typed outlives it too", async () => {
  await page.goto(`/visits/new?host=${place.other.urn}`);
  await page.getByLabel("What is the visit about?").selectOption("equity");
  await page.getByLabel(/What would you like to see/).fill("Kept through everything.");
  await program.stop();
  await page.getByRole("button", { name: "Ask for the visit" }).click();
  await page.getByRole("alert").filter({ hasText: "no connection" }).waitFor();
  await program.start();
  await page.reload();
  expect(await page.getByLabel(/What would you like to see/).inputValue()).toBe("Kept through everything.");
  await page.getByRole("button", { name: "Ask for the visit" }).click();
  await page.getByText("Kept through everything.").waitFor();
});

it("where WebSockets are blocked, the same comes by polling", async () => {
  const behindProxy = await openWindow(browser, program);
  await behindProxy.routeWebSocket(/\/live$/, (socket) => socket.close());
  await signIn(behindProxy, program.account("head"), `/clusters/${place.cluster}`);
  await live(behindProxy);
  const number = behindProxy.locator('[data-counts="visits"] [data-stage="requested"] dd');
  const before = Number(await number.textContent());
  await page.goto(`/visits/new?host=${place.other.urn}`);
  await page.getByLabel("What is the visit about?").selectOption("democracy");
  await page.getByRole("button", { name: "Ask for the visit" }).click();
  await number.filter({ hasText: String(before + 1) }).waitFor();
  await behindProxy.context().close();
});

it("offline, it can be read; online, it is live again", async () => {
  await page.goto(`/clusters/${place.cluster}`);
  await live(page);
  await page.context().setOffline(true);
  await page.locator('.strip[data-state="offline"]').waitFor();
  await page.context().setOffline(false);
  await live(page);
});
