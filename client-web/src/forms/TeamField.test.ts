import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { NamedPerson } from "../api/types";
import { Form } from "../stores/form.svelte";
import { person } from "../testing/views";
import TeamField from "./TeamField.svelte";

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const staff = [person("per_1", "Lead", [["lead", "100001"]]), person("per_2", "Head", [["head", "100001"]])];

async function show(team: string, stay: NamedPerson[] = []): Promise<Form> {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify({ items: staff }))));
  const form = new Form("rev_1.name-team", { team });
  render(TeamField, { form, field: "team", label: "Who is on the team?", school: "100001", stay });
  await screen.findByLabelText(/^Head/);
  return form;
}
const choose = (name: RegExp, role: string) => fireEvent.change(screen.getByLabelText(name), { target: { value: role } });

it("begins from the team that stands, and changes one of it", async () => {
  const form = await show("per_1=lead per_2=training");
  expect(screen.getByLabelText<HTMLSelectElement>(/^Head/).value).toBe("training");
  expect(screen.queryByText(/no longer works here/)).toBeNull();
  await choose(/^Head/, "");
  expect(form.values.team).toBe("per_1=lead");
});

it("whoever has left the school is said, and is off the team as soon as it is changed", async () => {
  const form = await show("per_9=lead per_1=reviewer");
  expect(screen.getByText(/Somebody on the team no longer works here/)).toBeTruthy();
  expect(form.typed).toBe(false);
  await choose(/^Lead/, "lead");
  expect(form.values.team).toBe("per_1=lead");
});

it("whoever took part may stay though they have left the school since", async () => {
  const form = await show("per_9=lead per_1=reviewer", [{ id: "per_9", name: "Former lead" }]);
  expect(screen.queryByText(/Somebody on the team no longer works here/)).toBeNull();
  expect(screen.getByLabelText<HTMLSelectElement>(/^Former lead\s+No longer works here/).value).toBe("lead");
  await choose(/^Lead/, "training");
  expect(form.values.team).toBe("per_9=lead per_1=training");
});
