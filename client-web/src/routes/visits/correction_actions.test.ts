import { expect, it } from "vitest";
import { visitDetail } from "../../testing/views";
import { visitActions } from "./actions";
import { correctHeld, reflectionCorrections } from "./correction_actions";

const today = "2026-03-20";
const held = visitDetail({ stage: "held", day: "2026-03-09", may: ["correct-held", "correct-reflection"] });
const texts = (faults: { text: string }[]) => faults.map(({ text }) => text);

it("a visit took place on another day, or not at all; why is left to the reader", () => {
  const { body } = correctHeld(held, today);
  expect(body({ took_place: "yes", day: "2026-03-10", reason: "" })).toEqual({ took_place: true, day: "2026-03-10" });
  expect(body({ took_place: "no", day: "2026-03-09", reason: " Snow. " })).toEqual({ took_place: false, reason: "Snow." });
});

it("wants to know whether it took place, and then another day than stands", () => {
  const { check, blank } = correctHeld(held, today);
  expect(blank).toEqual({ day: "2026-03-09" });
  expect(texts(check({ took_place: "", day: "2026-03-09" }))).toEqual(["Say whether the visit took place"]);
  expect(texts(check({ took_place: "yes", day: "2026-03-09" }))).toEqual(["Enter a day other than the present one"]);
  expect(texts(check({ took_place: "yes", day: "" }))).toEqual(["Enter the day on which it was held"]);
  expect(check({ took_place: "yes", day: "2026-03-10" })).toEqual([]);
  expect(check({ took_place: "no", day: "2026-03-09" })).toEqual([]);
});

it("each side corrects its own words, from what stands, and none that it has not written", () => {
  const visit = { ...held, guest_reflection: "A calm hall.", host_reflection: { erased: true as const } };
  expect(reflectionCorrections(visit, ["100003"])).toEqual([]);
  expect(reflectionCorrections(held, ["100001"])).toEqual([]);
  const [guest, host] = reflectionCorrections(visit, ["100001", "100002"]);
  expect([guest?.blank, host?.blank]).toEqual([{ guest_reflection: "A calm hall." }, { host_reflection: "" }]);
  expect(texts(guest?.check({ guest_reflection: "A calm hall. " }) ?? [])).toEqual(["Nothing is changed yet: correct what is wrong"]);
  expect(guest?.body({ guest_reflection: " A calm dining hall. " })).toEqual({ side: "guest", reflection: "A calm dining hall." });
  expect(texts(host?.check({ host_reflection: "" }) ?? [])).toEqual(["Write what you take from the visit"]);
});

it("they are offered last, and never first, and only where the server offers them", () => {
  const visit = { ...held, guest_reflection: "A calm hall.", may: [...held.may, "adopt-practice"] };
  const offered = visitActions(visit, ["100001"], today).map(({ command, first }) => [command, first]);
  expect(offered).toEqual([["adopt-practice", false], ["correct-reflection", false], ["correct-held", false]]);
  expect(visitActions({ ...visit, may: [] }, ["100001"], today)).toEqual([]);
});
