import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { router } from "../../router/router.svelte";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import Invitation from "./Invitation.svelte";

const secret = "s3cret-that-is-long";
const usedUp = { type: "/problems/invitation-used-up", title: "Used up", status: 404 };
let sent: [string, unknown][] = [];
let refusals = new Map<string, { status: number }>();

beforeEach(() => {
  [sent, refusals, session.state] = [[], new Map(), "out"];
  localStorage.clear();
  vi.spyOn(router, "go").mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  [session.person, session.state] = [null, "asking"];
  history.replaceState(null, "", "/");
  vi.unstubAllGlobals();
});

const newcomer = person("per_2", "Second lead, Ashton Park", [["lead", "100001"]]);

function show(hash = `#${secret}`, of = newcomer): void {
  history.replaceState(null, "", `/invitation${hash}`);
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url.replace("/api/v1", ""), JSON.parse(String(init.body))]);
    const refusal = refusals.get(url.split("/").at(-1) ?? "");
    const body = refusal ?? (url.endsWith("/look-up") ? { person: of, until: "2026-03-23T09:00:00Z" } : { csrf_token: "token", person: of });
    return Promise.resolve(new Response(JSON.stringify(body), { status: refusal?.status ?? 200 }));
  });
  render(Invitation);
}
const welcome = () => screen.findByRole("heading", { level: 1, name: /^Welcome/ });
const field = () => screen.getByLabelText<HTMLInputElement>("Choose a password");
async function choose(password: string): Promise<void> {
  await fireEvent.input(field(), { target: { value: password } });
  await fireEvent.click(screen.getByRole("button", { name: "Come in" }));
}

it("takes the secret out of the address at once, and sends it only in a body", async () => {
  show();
  expect(location.hash).toBe("");
  expect((await welcome()).textContent).toBe("Welcome, Second lead, Ashton Park: lead");
  expect(sent).toEqual([["/invitations/look-up", { secret }]]);
});

it("says as what somebody comes who only acts for the head", async () => {
  const acting = { acts_for: "per_1", role: { role: "head", place: "100001" } as const, scopes: ["visits" as const], from: "2026-03-02", until: "2026-07-20" };
  show(undefined, person("per_2", "Deputy, Ashton Park", [], [acting]));
  expect((await welcome()).textContent).toBe("Welcome, Deputy, Ashton Park: deputy of the head");
});

it("signs in with the password that was chosen, goes home, and keeps the password nowhere", async () => {
  show();
  await welcome();
  await choose("a long password");
  await vi.waitFor(() => expect(router.go).toHaveBeenCalledWith("/"));
  expect(sent[1]).toEqual(["/invitations/accept", { secret, password: "a long password" }]);
  expect([session.state, session.name]).toEqual(["in", "Second lead, Ashton Park"]);
  expect(JSON.stringify(localStorage)).not.toContain("a long password");
});

it("sends no password that is too short or too long", async () => {
  show();
  await welcome();
  for (const password of ["", "too short", "x".repeat(201)]) await choose(password);
  expect(screen.getByRole("link", { name: "Enter a password of 10 to 200 characters" })).toBeTruthy();
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(sent).toHaveLength(1);
  await choose("x".repeat(10));
  expect(sent).toHaveLength(2);
});

it("says what to do where the link was used or has run out", async () => {
  refusals.set("look-up", usedUp);
  show();
  await screen.findByRole("heading", { name: "This link cannot be used any more" });
  expect(screen.getByText(/Ask whoever gave you the link to make a new one/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "sign in" }).getAttribute("href")).toBe("/");
});

it("says the same where the link is used up while the password is chosen", async () => {
  refusals.set("accept", usedUp);
  show();
  await welcome();
  await choose("a long password");
  expect(await screen.findByRole("heading", { name: "This link cannot be used any more" })).toBeTruthy();
  expect(router.go).not.toHaveBeenCalled();
});

it("what went wrong otherwise can be tried again with the same link", async () => {
  refusals.set("look-up", { status: 503 });
  show();
  await screen.findByRole("heading", { name: "Something went wrong" });
  refusals.clear();
  await fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await welcome()).toBeTruthy();
});

it("without a link it says so, and takes no part of the page for one", async () => {
  show("#main");
  expect(screen.getByRole("heading", { name: "Open your link again" })).toBeTruthy();
  expect([location.hash, sent.length]).toEqual(["#main", 0]);
});

it("another link that is opened in the same window counts", async () => {
  refusals.set("look-up", usedUp);
  show();
  await screen.findByRole("heading", { name: "This link cannot be used any more" });
  refusals.clear();
  history.replaceState(null, "", "/invitation#another-long-secret");
  window.dispatchEvent(new Event("hashchange"));
  await welcome();
  expect([sent[1]?.[1], location.hash]).toEqual([{ secret: "another-long-secret" }, ""]);
});

it("somebody else who is signed in here signs out first", async () => {
  [session.state, session.person] = ["in", person("per_1", "Head, Ashton Park", [])];
  show();
  expect((await screen.findByText(/Somebody is signed in here: Head, Ashton Park/)).textContent).toBeTruthy();
  expect(screen.queryByLabelText("Choose a password")).toBeNull();
  await fireEvent.click(screen.getByRole("button", { name: "Sign out and go on with the link" }));
  expect(await welcome()).toBeTruthy();
});
