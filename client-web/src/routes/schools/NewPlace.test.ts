import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { router } from "../../router/router.svelte";
import { names } from "../../stores/names.svelte";
import { session } from "../../stores/session.svelte";
import { person } from "../../testing/views";
import NewPlace from "./NewPlace.svelte";
import Schools from "./Schools.svelte";

let sent: [string, unknown][] = [];
let refusal: object | null = null;

beforeEach(() => {
  localStorage.clear();
  [sent, refusal] = [[], null];
  session.person = person("per_1", "Coordinator", [["coordinator", "net_1"]]);
  vi.spyOn(router, "go").mockImplementation(() => undefined);
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push([url, JSON.parse(String(init.body))]);
    const answer = init.method !== "POST" ? { items: [] } : (refusal ?? { id: "90000017", version: 1, position: 9, events: [] });
    return Promise.resolve(new Response(JSON.stringify(answer), { status: refusal ? 422 : 200 }));
  });
});
afterEach(() => {
  cleanup();
  session.person = null;
  vi.unstubAllGlobals();
});

const press = () => fireEvent.click(screen.getByRole("button", { name: "Give it a number" }));

it("gives a place a number, and leads to its page", async () => {
  render(NewPlace);
  await press();
  expect(screen.getByRole("alert").textContent).toContain("Enter the name of the place");
  await fireEvent.input(screen.getByLabelText("What is it called?"), { target: { value: "Severn College" } });
  await fireEvent.change(screen.getByLabelText("Which phase? (optional)"), { target: { value: "16 plus" } });
  await press();
  await vi.waitFor(() => expect(router.go).toHaveBeenCalledWith("/schools/90000017"));
  expect(sent).toEqual([["/api/v1/schools", { name: "Severn College", phase: "16 plus" }]]);
  expect(names.of("90000017")).toBe("Severn College");
});

it("says at the top what the server refuses, and keeps what was typed", async () => {
  refusal = { type: "x", title: "No", detail: "There is Severn College already." };
  render(NewPlace);
  await fireEvent.input(screen.getByLabelText("What is it called?"), { target: { value: "Severn College" } });
  await press();
  expect((await screen.findByRole("alert")).textContent).toContain("There is Severn College already.");
  expect(screen.getByLabelText<HTMLInputElement>("What is it called?").value).toBe("Severn College");
});

it("is offered on the list of schools only to those who may", async () => {
  const offered = async (role: "coordinator" | "administrator" | "lead") => {
    cleanup();
    session.person = person("per_1", "Jo", [[role, "net_1"]]);
    render(Schools);
    await screen.findByText(/No school fits/);
    return within(document.body).queryByRole("link", { name: "Add a place outside the register" })?.getAttribute("href");
  };
  expect([await offered("coordinator"), await offered("administrator"), await offered("lead")]).toEqual(["/schools/new", "/schools/new", undefined]);
});
