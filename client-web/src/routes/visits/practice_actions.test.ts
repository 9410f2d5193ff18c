import { describe, expect, it } from "vitest";
import { visitDetail } from "../../testing/views";
import { visitActions } from "./actions";
import { followUp } from "./practice_actions";

const [guest, host] = ["100001", "100002"];
const held = (may: string[], schools: string[]) => visitActions(visitDetail({ stage: "held", may }), schools, "2026-03-10");

describe("after a visit", () => {
  it("a school writes down what it takes over, as the side that it was", () => {
    const [adopt, ...others] = held(["adopt-practice"], [host]);
    expect(others).toEqual([]);
    expect(adopt).toMatchObject({ command: "adopt-practice", title: "Write down a practice that you take over", first: false, exact: false });
    expect(adopt?.check({})).toEqual([{ field: "practice_host", text: "Write what you take over" }]);
    expect(adopt?.body({ practice_host: " A buddy for each new pupil. " })).toEqual({ side: "host", practice: "A buddy for each new pupil." });
  });
  it("somebody of both schools writes for each", () => {
    const both = held(["adopt-practice"], [guest, host]);
    expect(both.map(({ title }) => title)).toEqual(["Write down a practice that you take over as the guest", "Write down a practice that you take over as the host"]);
    expect(both.map((action) => action.body({ practice_guest: "a", practice_host: "b" }))).toEqual([
      { side: "guest", practice: "a" },
      { side: "host", practice: "b" },
    ]);
  });
  it("nobody does where the server does not offer it, or who is of neither school", () => {
    expect(held([], [guest])).toEqual([]);
    expect(held(["adopt-practice"], ["100003"])).toEqual([]);
  });
});

it("says what became of a practice, with a note or without", () => {
  const follow = followUp({ number: 3 });
  expect(follow.title).toBe("Say what became of practice 3");
  expect(follow.check({ in_use: "" })).toEqual([{ field: "in_use", text: "Choose what became of it" }]);
  expect(follow.asks[0]).toMatchObject({ choices: [{ value: "as_seen" }, { value: "adapted" }, { value: "given_up" }] });
  expect(follow.body({ in_use: "adapted", note: " With pictures. " })).toEqual({ number: 3, in_use: "adapted", note: "With pictures." });
  expect(follow.body({ in_use: "given_up", note: "" })).toEqual({ number: 3, in_use: "given_up" });
});
