import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import App from "./App.svelte";
import { router } from "./router/router.svelte";
import { session } from "./stores/session.svelte";

afterEach(() => {
  cleanup();
  [session.state, session.person, router.path] = ["asking", null, "/"];
  history.replaceState(null, "", "/");
  vi.unstubAllGlobals();
});

/** The client at an address, for somebody who has not signed in. */
function open(address: string): void {
  history.replaceState(null, "", address);
  router.path = location.pathname;
  const person = { id: "per_2", name: "Kim", roles: [], acts_for: [] };
  const answers = (url: string) => (url.endsWith("/look-up") ? [{ person, until: "2026-03-23T09:00:00Z" }, 200] : [{ type: "x", title: "Sign in", status: 401 }, 401]) as [object, number];
  vi.stubGlobal("fetch", (url: string) => Promise.resolve(new Response(JSON.stringify(answers(url)[0]), { status: answers(url)[1] })));
  render(App);
}

it("a link to come in opens without signing in", async () => {
  open("/invitation#s3cret-that-is-long");
  expect(await screen.findByRole("heading", { name: "Welcome, Kim" })).toBeTruthy();
  expect(location.hash).toBe("");
  expect(session.state).toBe("out");
});

it("any other page asks to sign in first", async () => {
  open("/schools/100001/people");
  expect(await screen.findByRole("heading", { name: "Sign in" })).toBeTruthy();
});
