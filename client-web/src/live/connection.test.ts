import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused, Unreachable } from "../api/problem";
import { backoff_ms, longest_ms, shortest_ms } from "./backoff";
import { LiveConnection, failures_before_polling, poll_every_ms, quiet_ms, signed_out, silence_max_ms, socket_again_ms, type ConnectionState } from "./connection";
import type { Incoming } from "./messages";
import type { Socket } from "./socket";

class FakeSocket implements Socket {
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  sent: unknown[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.closed = true;
  }
  open(): void {
    this.onopen?.();
  }
  hear(message: Incoming): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  break(code = 1006): void {
    this.onclose?.({ code });
  }
}

function begin(poll: (topic: string, from: number | null) => Promise<Incoming[]> = () => Promise.reject(new Unreachable())) {
  const sockets: FakeSocket[] = [];
  const signedOut = vi.fn();
  const open = () => {
    sockets.push(new FakeSocket());
    return sockets.at(-1) as FakeSocket;
  };
  const connection = new LiveConnection({ open, poll, signedOut, random: () => 0 });
  const heard: string[] = [];
  const states: ConnectionState[] = [];
  const stop = connection.watch("cluster/clu_1/network", {
    snapshot: (position) => heard.push(`snapshot ${position}`),
    delta: (position) => heard.push(`delta ${position}`),
    refused: ({ title }) => heard.push(`refused ${title}`),
    state: (state) => states.push(state),
  });
  const last = () => sockets.at(-1) as FakeSocket;
  return { connection, sockets, last, heard, states, stop, signedOut };
}

const topic = "cluster/clu_1/network";
const snapshot = (position: number): Incoming => ({ type: "snapshot", topic, position, view: {} });
const delta = (position: number): Incoming => ({ type: "delta", topic, position, changes: {} });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a live connection", () => {
  it("subscribes when it opens, and is live with the snapshot", () => {
    const { last, heard, states } = begin();
    last().open();
    expect(last().sent).toEqual([{ type: "subscribe", topic }]);
    last().hear(snapshot(7));
    last().hear(delta(8));
    expect(heard).toEqual(["snapshot 7", "delta 8"]);
    expect(states.at(-1)).toBe("live");
  });

  it("drops a change that it has already", () => {
    const { last, heard } = begin();
    last().open();
    last().hear(snapshot(7));
    last().hear(delta(7));
    expect(heard).toEqual(["snapshot 7"]);
  });

  it("answers a ping", () => {
    const { last } = begin();
    last().open();
    last().hear({ type: "ping" });
    expect(last().sent.at(-1)).toEqual({ type: "pong" });
  });

  it("tells a topic that was refused why", () => {
    const { last, heard } = begin();
    last().open();
    last().hear({ type: "refused", topic, problem: { type: "x", title: "No such topic", status: 404 } });
    expect(heard).toEqual(["refused No such topic"]);
  });

  it("survives nonsense", () => {
    const { last, heard } = begin();
    last().open();
    last().onmessage?.({ data: "{" });
    last().onmessage?.({ data: "null" });
    last().hear(snapshot(7));
    expect(heard).toEqual(["snapshot 7"]);
  });

  it("comes back and goes on from the position that it has", () => {
    const { last, sockets, states } = begin();
    last().open();
    last().hear(snapshot(7));
    last().hear(delta(9));
    last().break();
    expect(states.at(-1)).toBe("reconnecting");
    vi.advanceTimersByTime(shortest_ms);
    expect(sockets).toHaveLength(2);
    last().open();
    expect(states.at(-1)).toBe("catching_up");
    expect(last().sent).toEqual([{ type: "subscribe", topic, from: 9 }]);
    last().hear(delta(9));
    expect(states.at(-1)).toBe("live");
  });

  it("counts as caught up when the server has nothing to say", () => {
    const { last, states } = begin();
    last().open();
    last().hear(snapshot(7));
    last().break();
    vi.advanceTimersByTime(shortest_ms);
    last().open();
    vi.advanceTimersByTime(quiet_ms);
    expect(states.at(-1)).toBe("live");
  });

  it("gives up a server that has gone silent", () => {
    const { last } = begin();
    last().open();
    last().hear(snapshot(7));
    vi.advanceTimersByTime(silence_max_ms);
    expect(last().closed).toBe(true);
  });

  it("waits while offline, and comes back at once", () => {
    const { connection, sockets, last, states } = begin();
    last().open();
    last().hear(snapshot(7));
    connection.goOffline();
    expect(states.at(-1)).toBe("offline");
    vi.advanceTimersByTime(longest_ms);
    expect(sockets).toHaveLength(1);
    connection.tryNow();
    expect(sockets).toHaveLength(2);
  });

  it("hears nothing more from a socket that it has left", () => {
    const { sockets, last, heard } = begin();
    last().open();
    last().hear(snapshot(7));
    last().break();
    vi.advanceTimersByTime(shortest_ms);
    sockets[0]?.hear(delta(8));
    sockets[0]?.break();
    expect(heard).toEqual(["snapshot 7"]);
    expect(sockets).toHaveLength(2);
  });

  it("unsubscribes and closes when nobody watches", () => {
    const { last, stop } = begin();
    last().open();
    stop();
    expect(last().sent.at(-1)).toEqual({ type: "unsubscribe", topic });
    expect(last().closed).toBe(true);
  });

  it("says that the session has ended, and does not come back by itself", () => {
    const { last, sockets, signedOut } = begin();
    last().open();
    last().break(signed_out);
    vi.advanceTimersByTime(longest_ms);
    expect(signedOut).toHaveBeenCalledOnce();
    expect(sockets).toHaveLength(1);
  });
});

describe("polling", () => {
  const fail = (begun: ReturnType<typeof begin>) => {
    for (let failures = 0; failures < failures_before_polling; ++failures) {
      begun.last().break();
      if (failures < failures_before_polling - 1) vi.advanceTimersByTime(shortest_ms);
    }
  };

  it("takes over when sockets fail again and again", async () => {
    const poll = vi.fn((_: string, from: number | null) => Promise.resolve(from === null ? [snapshot(5)] : [delta(from + 1)]));
    const begun = begin(poll);
    fail(begun);
    await vi.advanceTimersByTimeAsync(0);
    expect(begun.states.at(-1)).toBe("live");
    await vi.advanceTimersByTimeAsync(poll_every_ms);
    expect(poll.mock.calls).toEqual([[topic, null], [topic, 5]]);
    expect(begun.heard).toEqual(["snapshot 5", "delta 6"]);
  });

  it("tries a socket again after a while", async () => {
    const begun = begin((_, from) => Promise.resolve(from === null ? [snapshot(5)] : []));
    fail(begun);
    await vi.advanceTimersByTimeAsync(socket_again_ms + 2 * poll_every_ms);
    expect(begun.sockets).toHaveLength(failures_before_polling + 1);
    begun.last().open();
    expect(begun.last().sent).toEqual([{ type: "subscribe", topic, from: 5 }]);
  });

  it("that fails too goes back to trying sockets", async () => {
    const begun = begin();
    fail(begun);
    await vi.advanceTimersByTimeAsync(longest_ms);
    expect(begun.sockets.length).toBeGreaterThan(failures_before_polling);
  });

  it("stops where the session has ended", async () => {
    const begun = begin(() => Promise.reject(new Refused({ type: "x", title: "Sign in", status: 401 })));
    fail(begun);
    await vi.advanceTimersByTimeAsync(longest_ms);
    expect(begun.sockets).toHaveLength(failures_before_polling);
  });
});

describe("back-off", () => {
  it("doubles between half a second and thirty, with jitter", () => {
    expect(backoff_ms(1, () => 1)).toBe(500);
    expect(backoff_ms(2, () => 1)).toBe(1000);
    expect(backoff_ms(5, () => 1)).toBe(8000);
    expect(backoff_ms(50, () => 1)).toBe(longest_ms);
    expect(backoff_ms(50, () => 0)).toBe(shortest_ms);
  });
});
