import { cleanup, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Deputising, PersonScope } from "../api/types";
import { Form } from "../stores/form.svelte";
import { names } from "../stores/names.svelte";
import { session } from "../stores/session.svelte";
import { person } from "../testing/views";
import MySchoolField from "./MySchoolField.svelte";

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;
names.learn([[ashton, "Ashton Park"], [glory, "Glory Farm"], [cooper, "Cooper"]].map(([school = "", name = ""]) => ({ school, name })));

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  session.person = null;
});

const acting = (place: string, ...scopes: PersonScope[]): Deputising => ({
  acts_for: "per_9", role: { role: "head", place }, scopes, from: "2026-03-02", until: "2026-07-20",
});
function offered(scope: PersonScope): (string | null | undefined)[] {
  render(MySchoolField, { form: new Form("new", { guest: "" }), field: "guest", scope, of_mine: "Which of yours?", of_any: "Which?" });
  return screen.queryAllByRole("radio").map(({ id }) => document.querySelector(`label[for="${id}"]`)?.textContent);
}

it("a deputy may choose the schools for which they were given this, beside their own", () => {
  session.person = person("per_1", "Jo", [["lead", ashton]], [acting(glory, "visits"), acting(cooper, "reviews")]);
  expect(offered("visits")).toEqual(["Ashton Park", "Glory Farm"]);
  cleanup();
  expect(offered("reviews")).toEqual(["Ashton Park", "Cooper"]);
});

it("where only one school is left it is not asked", () => {
  session.person = person("per_1", "Jo", [["lead", ashton]], [acting(glory, "visits")]);
  expect(offered("partnerships")).toEqual([]);
  expect(screen.queryByRole("searchbox")).toBeNull();
});
