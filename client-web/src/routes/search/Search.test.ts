import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Found } from "../../api/types";
import { router } from "../../router/router.svelte";
import ServiceBar from "../../shell/ServiceBar.svelte";
import { announcer } from "../../stores/announcer.svelte";
import { searchBox } from "../../stores/search.svelte";
import { session } from "../../stores/session.svelte";
import { found } from "../../testing/found";
import { partnership } from "../../testing/partnerships";
import { person, schoolSummary } from "../../testing/views";
import Search from "./Search.svelte";

const schools = [schoolSummary("100001", "Ashton Park"), schoolSummary("100002", "Ashton Vale", false)];
let asked: string[] = [];
let answer: Found;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  window.scrollTo = vi.fn();
  [asked, answer] = [[], found({ schools, partnerships: [partnership("par_1")] })];
  vi.stubGlobal("fetch", (url: string) => {
    if (url.includes("/search")) asked.push(url);
    return Promise.resolve(new Response(JSON.stringify(url.includes("/search") ? answer : { items: schools })));
  });
});
afterEach(() => {
  cleanup();
  history.replaceState(null, "", "/");
  [router.path, router.search, router.visits] = ["/", "", 0];
  [session.state, session.person, searchBox.text] = ["asking", null, ""];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The page at an address, with the service bar above it. */
async function show(address: string): Promise<void> {
  history.replaceState(null, "", address);
  [router.path, router.search] = [location.pathname, location.search];
  [session.state, session.person] = ["in", person("per_1", "Lead", [["lead", "100001"]])];
  render(ServiceBar, { onhelp: () => undefined });
  render(Search);
  await settle();
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const box = () => screen.getByRole<HTMLInputElement>("searchbox");
const type = (value: string) => fireEvent.input(box(), { target: { value } });
const kind = (name: RegExp) => within(screen.getByRole("heading", { level: 2, name }).closest("section") as HTMLElement);

it("shows what fits, kind by kind, with how many, and says so politely", async () => {
  await show("/search?q=ashton");
  expect(asked).toEqual(["/api/v1/search?q=ashton&limit=8"]);
  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual(["Search: ashton", "Schools (2)", "Partnerships (1)"]);
  expect(kind(/Schools/).getAllByRole("listitem")[1]?.textContent).toContain("Ashton Vale (closed)");
  expect(announcer.text).toBe("Found 2 schools and 1 partnership.");
  expect(box().value).toBe("ashton");
});

it("asks while one types, after a pause and once", async () => {
  await show("/search?q=ashton");
  await type("gl");
  await vi.advanceTimersByTimeAsync(200);
  await type("glory");
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(asked.slice(1)).toEqual(["/api/v1/search?q=glory&limit=8"]);
  expect(location.search).toBe("?q=glory");
  expect([box().value, document.activeElement?.tagName]).toEqual(["glory", "BODY"]);
});

it("elsewhere it waits until the reader says so", async () => {
  await show("/visits");
  await type("oak hill");
  await vi.advanceTimersByTimeAsync(1000);
  expect([location.pathname, asked.length]).toEqual(["/visits", 0]);
  await fireEvent.submit(box().closest("form") as HTMLFormElement);
  expect(location.pathname + location.search).toBe("/search?q=oak+hill");
});

it("an answer to an earlier question is not shown for a later one", async () => {
  await show("/search?q=ashton");
  const answers: ((value: Response) => void)[] = [];
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => answers.push(resolve)));
  for (const q of ["gl", "glory"]) {
    await type(q);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(screen.queryByRole("link", { name: "Ashton Park" })).toBeNull();
  answers[1]?.(new Response(JSON.stringify(found({ schools: [schoolSummary("100003", "Glory Farm")] }))));
  await settle();
  answers[0]?.(new Response(JSON.stringify(found({ schools }))));
  await settle();
  expect(screen.getAllByRole("link", { name: /Ashton|Glory/ }).map(({ textContent }) => textContent)).toEqual(["Glory Farm"]);
});

it("says what can be looked for, before anything is asked, of one letter, and where nothing fits", async () => {
  await show("/search");
  expect(screen.getByText(/Type in the search at the top/)).toBeTruthy();
  cleanup();
  await show("/search?q=a");
  expect(screen.getByText(/type at least two/)).toBeTruthy();
  expect(asked).toEqual([]);
  cleanup();
  answer = found();
  await show("/search?q=zzz");
  expect(screen.getByText("Nothing found.")).toBeTruthy();
  expect(screen.getByText(/Nothing fits all of these words/)).toBeTruthy();
});

it("shows more of each kind, and leads to its list; at the bound it asks for another word", async () => {
  answer = found({ schools, more: ["schools"] });
  await show("/search?q=ashton");
  expect(kind(/Schools \(more than 2\)/).getByRole("link", { name: "All schools that fit, with filters" }).getAttribute("href")).toBe("/schools?q=ashton");
  await fireEvent.click(screen.getByRole("button", { name: "Show up to 50 of each" }));
  await settle();
  expect(asked.at(-1)).toBe("/api/v1/search?q=ashton&limit=50");
  expect(screen.getByText("There are more. Add a word: a town, a theme, a month.")).toBeTruthy();
});

it("is walked by arrows, from the search and back", async () => {
  await show("/search?q=ashton");
  box().focus();
  await fireEvent.keyDown(box(), { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toBe("Ashton Park");
  await fireEvent.keyDown(document.activeElement as Element, { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toBe("Ashton Vale");
  for (let step = 0; step < 2; ++step) await fireEvent.keyDown(document.activeElement as Element, { key: "ArrowUp" });
  expect(document.activeElement).toBe(box());
});

it("says so where the server does not answer, and tries again", async () => {
  await show("/search?q=ashton");
  const works = globalThis.fetch;
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
  await type("glory");
  await vi.advanceTimersByTimeAsync(300);
  expect(screen.getByText(/There is no connection to the server/)).toBeTruthy();
  vi.stubGlobal("fetch", works);
  await fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await settle();
  expect(screen.getByRole("link", { name: "Ashton Park" })).toBeTruthy();
});
