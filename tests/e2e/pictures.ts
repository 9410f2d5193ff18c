// The pictures of the docs, of the sample network: `npm run pictures` in client-web.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import type { Browser } from "playwright-core";
import { openBrowser, openWindow, signIn } from "./setup/browser";
import { ashton_park, findPlace, type Place } from "./setup/cluster";
import { endProgram, startProgram, type Program } from "./setup/program";

const folder = resolve(process.env.INIT_CWD ?? ".", process.env.COMMONWEAL_PICTURES ?? "pictures");

let program: Program;
let browser: Browser;
let place: Place;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  program = await startProgram();
  browser = await openBrowser();
  const page = await openWindow(browser, program);
  await signIn(page, program.account("lead"));
  place = await findPlace(page);
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

const pictures: [string, () => string, number, boolean][] = [
  ["dashboard", () => `/clusters/${place.cluster}`, 1280, false],
  ["dashboard-school", () => `/clusters/${place.cluster}?school=${ashton_park}`, 1280, true],
  ["dashboard-phone", () => `/clusters/${place.cluster}`, 360, false],
  ["network-map", () => `/networks/${place.network}`, 1280, true],
  ["home", () => "/", 1280, false],
  ["home-phone", () => "/", 360, false],
  ["school", () => `/schools/${ashton_park}`, 1280, true],
];

it.each(pictures)("%s", async (name, address, width, whole) => {
  const page = await openWindow(browser, program, width);
  await signIn(page, program.account("lead"), address());
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  if (width > 1000 && !whole) await page.setViewportSize({ width, height: 1180 });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole });
  await page.context().close();
});
