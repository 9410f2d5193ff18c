// An administrator has everything that the pages show worked out anew from the record, while others go on, and is told
// that the pages were right; nobody else finds it.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { fitsBoth } from "./setup/axe";
import { heading, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { endProgram, startProgram, type Program } from "./setup/program";
import { read } from "./setup/staff";
import { fact } from "./setup/two_schools";

let program: Program;
let browser: Browser;
let administrator: Window;
let lead: Window;

interface Status {
  position: number;
  head: number;
  instances: number;
  rebuild: { state: string; folded: number; of: number; differed?: boolean };
}
const title = "Whether the pages agree with the record";
const section = (page: Window) => page.getByRole("heading", { level: 2, name: title });
const verdict = (page: Window, name: string) => page.getByRole("heading", { level: 3, name });
const status = () => read<Status>(administrator, "/views");
const number = (value: number) => value.toLocaleString("en-GB");

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  [administrator, lead] = [await openWindow(browser, program), await openWindow(browser, program, 360)];
  await signIn(administrator, program.account("administrator"));
  await signIn(lead, program.account("lead"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("the administrator is led from the home page to how far the views are", async () => {
  await administrator.getByRole("link", { name: "Check whether the pages agree with the record" }).click();
  await section(administrator).waitFor();
  const { head, instances } = await status();
  await fact(administrator, "Up to").filter({ hasText: `Event ${number(head)}, the last one` }).waitFor();
  expect(await fact(administrator, "Views").textContent()).toBe(number(instances));
  expect(await administrator.getByRole("progressbar").count()).toBe(0);
  await fitsBoth(administrator);
});

it("has everything worked out anew, from the keyboard, and hears that the pages were right", async () => {
  await administrator.getByRole("button", { name: "Work everything out anew" }).focus();
  await administrator.keyboard.press("Enter");
  await verdict(administrator, "The pages were right").waitFor();
  await administrator.getByRole("status").filter({ hasText: "The pages were right" }).waitFor({ state: "attached" });
  expect((await status()).rebuild).toMatchObject({ state: "swapped", differed: false });
  expect(await administrator.evaluate(() => document.activeElement?.textContent?.trim())).toBe("Work everything out anew");
  await fitsBoth(administrator);
});

it("sees how far it is while it goes on, and begins it no second time", async () => {
  const now = await status();
  const folding = { ...now, rebuild: { state: "folding", folded: 1204, of: now.head } };
  await administrator.route("**/api/v1/views", (route) => route.fulfill({ json: folding }));
  await administrator.reload();
  const bar = administrator.getByRole("progressbar", { name: `Being worked out anew: Event 1,204 of ${number(now.head)}` });
  await bar.waitFor();
  expect(await bar.evaluate((at: HTMLProgressElement) => [at.value, at.max])).toEqual([1204, now.head]);
  expect(await administrator.getByRole("button", { name: "Working everything out …" }).getAttribute("aria-disabled")).toBe("true");
  await fitsBoth(administrator);
  await administrator.unroute("**/api/v1/views");
  await verdict(administrator, "The pages were right").waitFor();
});

it("is told where they differed, and what to do", async () => {
  const now = await status();
  await administrator.route("**/api/v1/views/rebuild", (route) => route.fulfill({ status: 202, json: { ...now, rebuild: { ...now.rebuild, differed: true } } }));
  await press(administrator, "Work everything out anew");
  await verdict(administrator, "The pages differed from the record, and are put right").waitFor();
  await administrator.getByText(/tell whoever runs the server, so that they look for the cause/).waitFor();
  await fitsBoth(administrator);
});

it("a lead finds nothing of the kind, and goes on as before", async () => {
  await lead.goto("/record");
  await heading(lead, "The record");
  await press(lead, "Keep this head");
  expect(await section(lead).count()).toBe(0);
  expect((await read<{ status: number }>(lead, "/views")).status).toBe(403);
});

it("nothing complained", () => noComplaints(administrator, lead));
