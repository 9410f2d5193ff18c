import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Form } from "../stores/form.svelte";
import PasswordField from "./PasswordField.svelte";
import PersonField from "./PersonField.svelte";
import ScopesField from "./ScopesField.svelte";
import { readScopes, withScope } from "./scopes";
import { blankWho, chosenOf, faultsOfWho, whoOf, type WhoChoice } from "./who";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const jo = { value: "per_1", text: "Jo", hint: "Lead" };
const choice: WhoChoice = { people: [jo], newcomer: true };
const faults = (values: Record<string, string>, of = choice) => faultsOfWho({ ...blankWho, ...values }, of, "Choose somebody").map(({ text }) => text);

it("somebody who is here is meant by their id, somebody new by name and address", () => {
  expect(whoOf({ ...blankWho, who: "per_1" }, choice)).toEqual({ id: "per_1" });
  expect(whoOf({ who: "new", name: " Kim ", email: " kim@school.example " }, choice)).toEqual({ name: "Kim", email: "kim@school.example" });
});

it("where nobody is here it can only be somebody new, if the reader may add one", () => {
  expect(chosenOf(blankWho, { people: [], newcomer: true })).toBe("new");
  expect(chosenOf({ ...blankWho, who: "new" }, { people: [jo], newcomer: false })).toBe("");
});

it("whoever a draft named and who has left meanwhile is nobody", () => {
  expect(faults({ who: "per_9" })).toEqual(["Choose somebody"]);
});

it("says what is missing of somebody new", () => {
  expect(faults({})).toEqual(["Choose somebody"]);
  expect(faults({ who: "per_1" })).toEqual([]);
  expect(faults({ who: "new" })).toEqual(["Enter the name", "Enter the e-mail address"]);
  expect(faults({ who: "new", name: "Kim", email: "kim" })).toEqual(["Enter an e-mail address like name@school.example"]);
  expect(faults({ who: "new", name: "Kim", email: "kim@school.example" })).toEqual([]);
});

it("asks for a name and an address only of somebody new", async () => {
  const form = new Form("post", blankWho);
  render(PersonField, { form, label: "Who?", choice });
  expect(screen.queryByLabelText("Name")).toBeNull();
  await fireEvent.click(screen.getByLabelText("Somebody new"));
  await fireEvent.input(screen.getByLabelText("Name"), { target: { value: "Kim" } });
  expect(form.values).toMatchObject({ who: "new", name: "Kim" });
  await fireEvent.click(screen.getByLabelText("Jo"));
  expect(screen.queryByLabelText("Name")).toBeNull();
});

it("says so where there is nobody to choose and none to add", () => {
  render(PersonField, { form: new Form("post", blankWho), label: "Who?", choice: { people: [], newcomer: false } });
  expect(screen.getByText(/Nobody else of this school has an account/)).toBeTruthy();
  expect(screen.queryByLabelText("Name")).toBeNull();
});

it("what a deputy may do survives being written and read, in one order", () => {
  expect(withScope("meetings", "visits", true)).toBe("visits meetings");
  expect(withScope("visits meetings", "visits", false)).toBe("meetings");
  expect(readScopes("sign_off nonsense visits")).toEqual(["visits", "sign_off"]);
});

it("signing off is ticked on its own, and says what it means", async () => {
  const form = new Form("deputy", { scopes: "" });
  render(ScopesField, { form, field: "scopes", label: "What may they do?" });
  await fireEvent.click(screen.getByRole("checkbox", { name: "Visits" }));
  await fireEvent.click(screen.getByRole("checkbox", { name: "Meetings" }));
  expect(form.values.scopes).toBe("visits meetings");
  const apart = screen.getByRole<HTMLInputElement>("checkbox", { name: "Signing off" });
  expect(apart.checked).toBe(false);
  expect(apart.closest("fieldset")).toBeNull();
  expect(screen.getByText(/stays with you unless you tick this/)).toBeTruthy();
  await fireEvent.click(apart);
  await fireEvent.click(screen.getByRole("checkbox", { name: "Visits" }));
  expect(form.values.scopes).toBe("meetings sign_off");
});

it("a password is hidden until it is shown", async () => {
  const form = new Form("plain", { password: "" });
  render(PasswordField, { form, field: "password", label: "Choose a password", hint: "At least 10." });
  const field = screen.getByLabelText<HTMLInputElement>("Choose a password");
  expect([field.type, field.autocomplete]).toEqual(["password", "new-password"]);
  await fireEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(field.type).toBe("text");
  expect(screen.getByRole("status").textContent).toBe("Your password is visible");
  await fireEvent.click(screen.getByRole("button", { name: "Hide password" }));
  expect(field.type).toBe("password");
});
