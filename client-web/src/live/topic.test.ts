import { expect, it } from "vitest";
import type { DashboardChange, DashboardView } from "../api/types";
import { dashboard, entry, member, nothing } from "../testing/views";
import type { LiveConnection, Listener } from "./connection";
import { applyDashboardChange } from "./dashboard";
import { LiveTopic } from "./topic.svelte";

function begin() {
  let listener: Listener | undefined;
  const connection = {
    watch: (_: string, given: Listener) => {
      listener = given;
      return () => undefined;
    },
  } as unknown as LiveConnection;
  const topic = new LiveTopic<DashboardView, DashboardChange>("cluster/clu_1/network", applyDashboardChange);
  topic.watch(connection);
  listener?.snapshot(10, dashboard([member("100001")]));
  return { topic, listener: listener as Listener };
}

it("shows the snapshot and then each change", () => {
  const { topic, listener } = begin();
  listener.delta(11, { ...nothing, members: [member("100002")] });
  expect(topic.view?.members).toHaveLength(2);
  expect(topic.view?.position).toBe(11);
});

it("stands still while paused, and says on resuming what changed", () => {
  const { topic, listener } = begin();
  topic.pause();
  listener.delta(11, { ...nothing, activity: [entry(11, "visit-requested")] });
  listener.delta(12, { ...nothing, activity: [entry(12, "visit-agreed")] });
  expect(topic.view?.position).toBe(10);
  expect(topic.waiting).toBe(2);
  topic.resume();
  expect(topic.view?.position).toBe(12);
  expect(topic.missed.map(({ position }) => position)).toEqual([12, 11]);
});

it("takes a new snapshot as what there is now", () => {
  const { topic, listener } = begin();
  listener.snapshot(40, dashboard([member("100009")]));
  expect(topic.view?.members.map(({ school }) => school)).toEqual(["100009"]);
});
