// Schools of the sample that stories are about, their staff, each in a window of their own, and the pages they use.
import type { Browser, Locator, Page } from "playwright-core";
import { openWindow, signIn, type Window } from "./browser";
import type { Program } from "./program";

export interface School {
  urn: string;
  name: string;
}

export const ashton: School = { urn: "145398", name: "Ashton Park School" };
export const ashton_vale: School = { urn: "145321", name: "Ashton Vale Primary School" };
export const compass_point: School = { urn: "145320", name: "Compass Point Primary School" };
export const luckwell: School = { urn: "145399", name: "Luckwell Primary School" };
export const st_cleres: School = { urn: "137456", name: "St Clere's School" };
export const lipson: School = { urn: "136668", name: "Lipson Co-operative Academy" };
export const cooper: School = { urn: "141069", name: "The Cooper School" };
export const glory_farm: School = { urn: "141051", name: "Glory Farm Primary School" };

/** Somebody new in a post of a school, signed in: "Head, St Clere's School". */
export async function openAs(browser: Browser, program: Program, post: "lead" | "head", { urn, name }: School, width?: number): Promise<Window> {
  const page = await openWindow(browser, program, width);
  const title = post === "lead" ? "Lead" : "Head";
  await signIn(page, program.addAccount(`${post}.${urn}@e2e.example`, `${title} of the story, ${name}`, `${post}@${urn}`));
  return page;
}

/** The form of that name; where it waits behind a line, that is opened. */
export async function unfold(page: Page, title: string): Promise<Locator> {
  const [form, line] = [page.getByRole("form", { name: title }), page.locator("summary").filter({ hasText: title })];
  await form.or(line).first().waitFor();
  if (!(await form.isVisible())) await line.click();
  await form.waitFor();
  return form;
}

/** Opens what waits behind buttons: a button that is pressed says something else. */
export async function showAll(within: Page | Locator, name = /^Show \d+ more$/): Promise<void> {
  const more = within.getByRole("button", { name });
  while ((await more.count()) > 0) await more.first().click();
}

/** The address of the page, once its address is that of a thing of its own. */
export const addressOf = (page: Page): string => new URL(page.url()).pathname;

/** What is at an address of the API, for whoever has signed in on the page. */
export const read = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (url) => (await fetch(url)).json() as unknown, `/api/v1${path}`) as Promise<T>;
