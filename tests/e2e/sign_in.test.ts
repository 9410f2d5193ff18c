// Signing in, going wrong, and being signed out.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { heading, openBrowser, openWindow, press, signIn, type Window } from "./setup/browser";
import { endProgram, startProgram, type Program } from "./setup/program";

let program: Program;
let browser: Browser;
let page: Window;

beforeAll(async () => {
  program = await startProgram();
  browser = await openBrowser();
  page = await openWindow(browser, program);
});
afterAll(async () => {
  await browser?.close();
  await endProgram(program);
});

it("says what is missing and what is wrong, at the top", async () => {
  await page.goto("/");
  await press(page, "Sign in");
  await page.getByRole("link", { name: "Enter your password" }).waitFor();
  await page.getByLabel("E-mail address").fill(program.account("lead").email);
  await page.getByLabel("Password").fill("not this one");
  await press(page, "Sign in");
  await page.getByRole("alert").filter({ hasText: "is not right" }).waitFor();
});

it.each([["lead"], ["head"], ["coordinator"], ["administrator"], ["researcher"], ["assessor"]])("lets a %s in, and out again", async (role) => {
  await signIn(page, program.account(role));
  await heading(page, "Home");
  await page.getByRole("link", { name: "Bristol South", exact: true }).first().waitFor();
  await press(page, "Sign out");
  await heading(page, "Sign in");
});

it("leads to the address that was asked for", async () => {
  await signIn(page, program.account("lead"), "/schools/145398");
  await heading(page, /Ashton Park/);
});

it("a session that ends elsewhere asks to sign in again, and goes on at the same place", async () => {
  await page.goto("/visits/new");
  await heading(page, "Ask for a visit");
  await page.getByLabel(/What would you like to see/).fill("Still here.");
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Reviews", exact: true }).click();
  await heading(page, "Sign in again");
  const { email, password } = program.account("lead");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await press(page, "Sign in");
  await heading(page, "Reviews");
  await page.goto("/visits/new");
  expect(await page.getByLabel(/What would you like to see/).inputValue()).toBe("Still here.");
});
