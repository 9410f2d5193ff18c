import { expect, it } from "vitest";
import { found } from "../testing/found";
import { partnership } from "../testing/partnerships";
import { schoolSummary } from "../testing/views";
import { kindsIn, sayFound, sayFoundRoles, sayMany } from "./found";

const school = schoolSummary("100001", "Ashton Park");
const some = found({ schools: [school, school], partnerships: [partnership("par_1")], more: ["schools"] });

it("how many of each kind, and of which there are more", () => {
  expect(sayFound(some)).toBe("Found more than 2 schools and 1 partnership.");
  expect(sayFound(found({ people: [{ id: "per_1", name: "Jo", roles: [] }] }))).toBe("Found 1 person.");
  expect(sayFound(found())).toBe("Nothing found.");
  expect([sayMany(some, "schools"), sayMany(some, "partnerships")]).toEqual(["more than 2", "1"]);
});

it("only the kinds of which something was found, schools first", () => {
  expect(kindsIn(some)).toEqual(["schools", "partnerships"]);
});

it("what somebody is, and where", () => {
  const roles = [{ role: "head" as const, place: "100001" }, { role: "administrator" as const, place: "" }];
  expect(sayFoundRoles({ id: "per_1", roles }, (place) => (place ? "Ashton Park" : ""))).toBe("Head of Ashton Park, administrator");
});
