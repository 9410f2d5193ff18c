import { expect, it } from "vitest";
import { meetingDetail } from "../../testing/views";
import { groupsOf, stillToAnswer, whomItSuits, whomNoDaySuits } from "./about";

const [ashton, glory, cooper] = ["100001", "100002", "100003"] as const;

it("tells a school that no day suits from one that has not said", () => {
  const meeting = meetingDetail({ answers: [{ school: ashton, days: ["2026-03-16"] }, { school: glory, days: [] }, { school: cooper, coming: "remote" }] });
  expect(whomItSuits(meeting, "2026-03-16")).toEqual([ashton]);
  expect(whomNoDaySuits(meeting)).toEqual([glory]);
  expect(stillToAnswer(meeting)).toEqual([cooper]);
});

it("groups schools by how they come, in the order in which the cluster names them", () => {
  const meeting = meetingDetail({
    stage: "settled",
    schools: [cooper, ashton, glory],
    answers: [{ school: ashton, coming: "remote", substitute: { erased: true } }, { school: cooper, coming: "remote" }, { school: "100009", coming: "remote" }],
  });
  expect(groupsOf(meeting)).toEqual([
    { title: "Remotely", schools: [{ school: cooper, note: "" }, { school: ashton, note: "a substitute" }] },
    { title: "No reply yet", schools: [{ school: glory, note: "" }] },
  ]);
});

it("keeps among those who were there a school that has left the cluster since", () => {
  const meeting = meetingDetail({ stage: "held", schools: [glory], attendance: [ashton, glory].map((school) => ({ school, presence: "in_person", substitute: false })) });
  expect(groupsOf(meeting)).toEqual([{ title: "In person", schools: [{ school: glory, note: "" }, { school: ashton, note: "" }] }]);
});
