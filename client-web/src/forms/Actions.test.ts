import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { writeSheet } from "../routes/visits/sheet_actions";
import { visitDetail } from "../testing/views";
import Actions from "./Actions.svelte";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const actions = (arrival: string) => [writeSheet(visitDetail({ sheet: { arrival } }))];
const given = { id: "vis_1", act: vi.fn(), ondone: vi.fn(), onstale: vi.fn() };
const field = () => screen.getByLabelText<HTMLTextAreaElement>("When and where do your guests arrive?");

it("a form that begins from what stands follows when that changes, and stays open", async () => {
  const { rerender } = render(Actions, { ...given, actions: actions("08:30") });
  const line = field().closest("details") as HTMLDetailsElement;
  line.open = true;
  await rerender({ actions: actions("08:45") });
  expect(field().value).toBe("08:45");
  expect(field().closest("details")).toBe(line);
  expect(line.open).toBe(true);
});

it("but keeps what is typed, until it is discarded for what stands now", async () => {
  const { rerender } = render(Actions, { ...given, actions: actions("08:30") });
  await fireEvent.input(field(), { target: { value: "09:00" } });
  await rerender({ actions: actions("08:45") });
  expect(field().value).toBe("09:00");
  await fireEvent.click(screen.getByRole("button", { name: "Discard it" }));
  expect(field().value).toBe("08:45");
});

it("one that begins from the same stays as it is", async () => {
  const { rerender } = render(Actions, { ...given, actions: actions("08:30") });
  const before = field();
  await rerender({ actions: actions("08:30") });
  expect(field()).toBe(before);
});
