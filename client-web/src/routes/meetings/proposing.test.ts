import { expect, it } from "vitest";
import type { OpenDay } from "../../api/types";
import { choicesOf } from "./proposing";

const day = (part: Partial<OpenDay>): OpenDay => ({ day: "2026-10-27", schools: 3, open: 2, busy: [], closed: ["1"], ...part });
const nameOf = (urn: string) => `School ${urn}`;

it("a day on which the host is on holiday cannot be chosen, and says why", () => {
  expect(choicesOf([day({})], nameOf, "1")).toEqual([{ day: "2026-10-27", blocked: "School 1, the host, is on holiday" }]);
  expect(choicesOf([day({})], nameOf, "2")).toEqual([{ day: "2026-10-27", hint: "2 of 3 schools open. On holiday: School 1" }]);
  expect(choicesOf([day({})], nameOf)[0]?.blocked).toBeUndefined();
});

it("can be taken back where it was chosen for another host", () => {
  expect(choicesOf([day({})], nameOf, "1", ["2026-10-27"])).toEqual([{ day: "2026-10-27", hint: "School 1, the host, is on holiday: choose another day" }]);
});

it("a bank holiday is one for every host", () => {
  expect(choicesOf([day({ holiday: "Boxing Day" })], nameOf, "2")).toEqual([{ day: "2026-10-27", blocked: "Bank holiday: Boxing Day" }]);
});
