import { expect, it } from "vitest";
import { found } from "../../testing/found";
import { partnership } from "../../testing/partnerships";
import { meeting } from "../../testing/views";
import type { Role } from "../../api/types";
import { asks, networksIn } from "./asking";
import { listOfKind, wayTo } from "./way";

const way = (...roles: Role[]) => wayTo({ id: "per_1", name: "Jo", roles });

it("people stand with their school, or with what they coordinate", () => {
  expect(way({ role: "coordinator", place: "net_1" }, { role: "lead", place: "100001" })).toBe("/schools/100001/people");
  expect([way({ role: "coordinator", place: "net_1" }), way({ role: "coordinator", place: "clu_1" })]).toEqual(["/networks/net_1", "/clusters/clu_1"]);
  expect([way(), way({ role: "administrator", place: "" })]).toEqual([null, null]);
});

it("more leads to the list of the kind; schools can be asked for there by the same words", () => {
  expect(listOfKind("schools", "oak & ash")?.href).toBe("/schools?q=oak+%26+ash");
  expect(listOfKind("visits", "oak")).toEqual({ href: "/visits?of=all", text: "All visits, with filters" });
  expect(listOfKind("people", "oak")).toBeNull();
});

it("one letter is not worth asking", () => {
  expect(["", "a", "as"].map(asks)).toEqual([false, false, true]);
});

it("each network is learnt once", () => {
  expect(networksIn(found({ partnerships: [partnership("par_1"), partnership("par_2", { network: "net_2" })], meetings: [meeting("mee_1")] }))).toEqual(["net_1", "net_2"]);
});
