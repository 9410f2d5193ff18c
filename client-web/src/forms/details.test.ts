import { expect, it } from "vitest";
import { correctDetails, erasePerson } from "./details";

const standing = { name: "Lead, Ashton Park", email: "lead@ashton.example" };
const texts = (faults: { text: string }[]) => faults.map(({ text }) => text);

it("a name and an address are put right from what stands, and the old ones are said to go", () => {
  const mine = correctDetails(standing, true);
  expect(mine).toMatchObject({ command: "correct-details", title: "Put my name or address right", blank: standing });
  expect(mine.lead).toContain("What stood there before is erased for good.");
  expect(mine.body({ name: " Lead, Glory Farm ", email: " lead@glory.example " })).toEqual({ name: "Lead, Glory Farm", email: "lead@glory.example" });
  expect(correctDetails(standing, false).title).toBe("Put the name or address of Lead, Ashton Park right");
});

it("wants a change, a name, and what looks like an address", () => {
  const { check } = correctDetails(standing, true);
  expect(texts(check({ ...standing }))).toEqual(["Nothing is changed yet: correct what is wrong"]);
  expect(texts(check({ name: "", email: "" }))).toEqual(["Enter a name", "Enter an e-mail address"]);
  expect(texts(check({ ...standing, email: "nowhere" }))).toEqual(["Enter an e-mail address like name@school.example"]);
  expect(check({ ...standing, email: "new@ashton.example" })).toEqual([]);
});

it("what was erased is nothing to begin from", () => {
  expect(correctDetails({ name: { erased: true }, email: { erased: true } }, false).blank).toEqual({ name: "", email: "" });
});

it("erasing says plainly what happens, and wants a reason and the box ticked", () => {
  const erasing = erasePerson("Lead, Ashton Park", false);
  expect(erasing).toMatchObject({ command: "erase", title: "Erase Lead, Ashton Park…", tone: "warning", first: false });
  for (const word of ["name and address", "for good", "account", "roles", "What they wrote stays"]) expect(erasing.lead).toContain(word);
  expect(erasing.warning).not.toContain("your own");
  expect(erasePerson("Administrator", true).warning).toContain("your own account");
  expect(texts(erasing.check({ why: "", note: "", sure: "" }))).toEqual(["Choose why they are erased", "Tick the box to say that you understand that this cannot be undone"]);
  expect(erasing.check({ why: "asked", note: "", sure: "yes" })).toEqual([]);
});

it("sends why, and the note where there is one; never the tick", () => {
  const { body } = erasePerson("Lead", false);
  expect(body({ why: "mistake", note: "", sure: "yes" })).toEqual({ why: "mistake" });
  expect(body({ why: "asked", note: " By letter ", sure: "yes" })).toEqual({ why: "asked", note: "By letter" });
});
