// What is watched: how far each topic is, and who listens to it.
import type { Problem } from "../api/problem";
import type { Incoming } from "./messages";

export type ConnectionState = "connecting" | "catching_up" | "live" | "reconnecting" | "offline";

export interface Listener {
  snapshot(position: number, view: unknown): void;
  delta(position: number, changes: unknown): void;
  refused(problem: Problem): void;
  state(state: ConnectionState): void;
}

export interface Topic {
  position: number | null;
  /** Something arrived since the connection was last made. */
  fresh: boolean;
  listeners: Set<Listener>;
}

export class Topics {
  #all = new Map<string, Topic>();

  get size(): number {
    return this.#all.size;
  }
  [Symbol.iterator](): Iterator<[string, Topic]> {
    return [...this.#all][Symbol.iterator]();
  }

  /** Whoever listens anew needs the whole view: the topic starts afresh for all who do. */
  add(name: string, listener: Listener): Topic {
    const topic = this.#all.get(name) ?? { position: null, fresh: false, listeners: new Set() };
    topic.position = null;
    topic.listeners.add(listener);
    this.#all.set(name, topic);
    return topic;
  }

  /** True where nobody listens to it any more. */
  remove(name: string, listener: Listener): boolean {
    const topic = this.#all.get(name);
    if (!topic?.listeners.delete(listener) || topic.listeners.size > 0) return false;
    return this.#all.delete(name);
  }

  /** Passes a message on, once; true where its topic is up to date since now. */
  take(message: Exclude<Incoming, { type: "ping" }>): boolean {
    const topic = this.#all.get(message.topic);
    if (!topic) return false;
    if (message.type === "refused") {
      for (const each of topic.listeners) each.refused(message.problem);
      return false;
    }
    this.#pass(topic, message);
    if (topic.fresh || topic.position === null) return false;
    topic.fresh = true;
    return true;
  }

  /** What has a view and heard nothing new is up to date. */
  settle(): void {
    for (const topic of this.#all.values()) topic.fresh = topic.position !== null;
  }

  /** From now on nothing is known to be up to date. */
  doubt(): void {
    for (const topic of this.#all.values()) topic.fresh = false;
  }

  tell(stateOf: (topic: Topic) => ConnectionState): void {
    for (const topic of this.#all.values()) for (const listener of topic.listeners) listener.state(stateOf(topic));
  }

  #pass(topic: Topic, message: Extract<Incoming, { type: "snapshot" | "delta" }>): void {
    const late = message.type === "delta" && (topic.position === null || message.position <= topic.position);
    if (late) return;
    topic.position = message.position;
    for (const each of topic.listeners)
      if (message.type === "snapshot") each.snapshot(message.position, message.view);
      else each.delta(message.position, message.changes);
  }
}
