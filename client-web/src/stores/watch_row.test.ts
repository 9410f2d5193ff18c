import { expect, it, vi } from "vitest";
import type { Listener } from "../live/topics";
import { meeting } from "../testing/views";
import { connection } from "./live";
import { watchMeeting, watchRow } from "./watch_row";

function listenTo(watch: (seen: (version: number) => void) => void) {
  const heard: number[] = [];
  let listener: Listener | undefined;
  const spy = vi.spyOn(connection, "watch").mockImplementation((_, given) => {
    listener = given;
    return () => undefined;
  });
  watch((version) => heard.push(version));
  return { heard, topic: spy.mock.lastCall?.[0], listener };
}

it("hears of a meeting from its cluster, first and later", () => {
  const { heard, topic, listener } = listenTo((seen) => watchMeeting("clu_1", "mee_1", seen));
  expect(topic).toBe("cluster/clu_1/network");
  listener?.snapshot(10, { meetings: [meeting("mee_2", { version: 9 }), meeting("mee_1", { version: 2 })] });
  listener?.delta(11, { meetings: [meeting("mee_2", { version: 10 })] });
  listener?.delta(12, { meetings: [meeting("mee_1", { version: 3 })] });
  expect(heard).toEqual([2, 3]);
});

it("hears of a visit, a review or a partnership from a school", () => {
  const { heard, topic, listener } = listenTo((seen) => watchRow("100001", "rev_1", seen));
  expect(topic).toBe("school/100001/network");
  listener?.delta(11, { visits: [], reviews: [{ id: "rev_1", version: 4 }], partnerships: [] });
  expect(heard).toEqual([4]);
});
