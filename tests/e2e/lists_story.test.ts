// Lists: a file has all that fit the question, not just this page; partnerships stand over time, too.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { violations } from "./setup/axe";
import { heading, noComplaints, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let lead: Window;

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  lead = await openWindow(browser, program, 360);
  await signIn(lead, program.account("lead"));
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

/** The lines of the file that the button hands over, its head first. */
async function download(page: Page, button: string): Promise<string[]> {
  const saving = page.waitForEvent("download");
  await press(page, button);
  return readFileSync(await (await saving).path(), "utf8").replace(/^\ufeff/, "").trimEnd().split("\r\n");
}

it("the visits of everybody are in one file, with the schools by name", async () => {
  await lead.goto("/visits?of=all");
  await lead.locator(".lines > li").first().waitFor();
  const shown = await lead.locator(".lines > li").count();
  const lines = await download(lead, "Download CSV");
  expect(lines[0]).toMatch(/^id,guest_urn,guest,host_urn,host,/);
  expect(lines.length - 1).toBeGreaterThan(shown);
  expect(lines.filter((line) => /,School \d{6},/.test(line))).toEqual([]);
  await lead.getByText(`The file has all ${(lines.length - 1).toLocaleString("en-GB")} rows, not just this page.`).waitFor();
  expect(await violations(lead)).toEqual([]);
});

it("the schools of one authority in one cluster: the address says which, and the file has no others", async () => {
  await lead.goto("/schools");
  await heading(lead, "Schools");
  await lead.getByLabel("Local authority number").fill("801");
  await lead.keyboard.press("Enter");
  await lead.getByLabel("Cluster").selectOption({ label: "Bristol South" });
  await expect.poll(() => new URL(lead.url()).search).toMatch(/^\?la=801&cluster=clu_/);
  await lead.reload();
  await lead.locator("tbody tr").first().waitFor(); // the page is empty until its answer has come
  await expect.poll(() => lead.locator("tbody tr").count()).toBeLessThan(15);
  const shown = await lead.locator("tbody tr").count();
  const lines = await download(lead, "Download CSV");
  expect(lines).toHaveLength(1 + shown);
  for (const line of lines.slice(1)) expect(line).toMatch(/Bristol, City of".*Bristol South/);
});

it("partnerships stand over time; the keyboard reaches each", async () => {
  await lead.goto("/partnerships?of=all");
  await press(lead, "Over time");
  await lead.locator(".time__bar").first().waitFor();
  expect(await violations(lead)).toEqual([]);
  expect(await lead.evaluate(() => document.documentElement.scrollWidth - innerWidth), "pixels over the edge").toBeLessThanOrEqual(0);
  const bars = await lead.locator(".time__bar").count();
  await lead.locator("[data-part=time]").getByRole("button", { name: "Show as table" }).click();
  await expect.poll(() => lead.locator("tbody tr").count()).toBe(Math.min(50, bars));
  expect(await download(lead, "Save as CSV")).toHaveLength(1 + bars);
  await lead.locator("[data-part=time]").getByRole("button", { name: "Show as table" }).click();
  await lead.locator(".time__bar").first().focus();
  const words = (await lead.locator(".time__pairs h3").first().textContent()) ?? "";
  await lead.keyboard.press("Enter");
  await lead.waitForURL(/\/partnerships\/par_/);
  for (const name of words.split(" and ")) await lead.getByRole("heading", { level: 1, name: new RegExp(name) }).waitFor();
});

it("nothing complained", () => noComplaints(lead));
