// One connection for every topic that the page watches: a WebSocket; where that fails again and
// again, polling. It remembers how far each topic is, and asks to go on from there. Listeners hear
// what happened to the connection and to their topic; nothing here knows what a view is.
import { Refused } from "../api/problem";
import { backoff_ms } from "./backoff";
import { parseMessage, type Incoming, type Outgoing } from "./messages";
import type { Socket } from "./socket";
import { Topics, type ConnectionState, type Listener, type Topic } from "./topics";

export type { ConnectionState, Listener } from "./topics";

export interface Ways {
  open(): Socket;
  poll(topic: string, from: number | null): Promise<Incoming[]>;
  random?(): number;
  /** The server ended the connection because the session ended. */
  signedOut?(): void;
}

/** Sockets that fail in a row before polling is tried. */
export const failures_before_polling = 3;
export const poll_every_ms = 2_000;
/** While polling, how often a WebSocket is tried again. */
export const socket_again_ms = 60_000;
/** The server pings every 20 seconds: one that is silent for so long is gone. */
export const silence_max_ms = 50_000;
/** The close code of a session that ended. */
export const signed_out = 4001;
/** A topic that has nothing new to say counts as caught up after this. */
export const quiet_ms = 1_000;

export class LiveConnection {
  #topics = new Topics();
  #socket: Socket | null = null;
  #open = false;
  #failures = 0;
  #polling_since: number | null = null;
  #everLive = false;
  #offline = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ways: Ways) {}

  /** Watches a topic until the returned function is called. */
  watch(name: string, listener: Listener): () => void {
    const topic = this.#topics.add(name, listener);
    if (this.#open) this.#subscribe(name, topic);
    listener.state(this.#stateOf(topic));
    if (!this.#socket && !this.#retry && !this.#offline) this.#connect();
    return () => this.#leave(name, listener);
  }

  /** The browser says that there is no network. */
  goOffline(): void {
    this.#offline = true;
    this.#drop();
    this.#tell();
  }

  /** There is a network again, or the reader asks for another attempt. */
  tryNow(): void {
    this.#offline = false;
    if (this.#open || this.#topics.size === 0) return;
    this.#drop();
    this.#connect();
  }

  #leave(name: string, listener: Listener): void {
    if (!this.#topics.remove(name, listener)) return;
    if (this.#open) this.#say({ type: "unsubscribe", topic: name });
    if (this.#topics.size === 0) this.#drop();
  }

  #connect(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const socket = this.ways.open();
    this.#socket = socket;
    this.#tell();
    socket.onopen = () => this.#opened(socket);
    socket.onmessage = (event) => this.#heard(socket, event.data);
    socket.onclose = (event) => this.#closed(socket, event?.code ?? 0);
  }

  #opened(socket: Socket): void {
    if (socket !== this.#socket) return;
    this.#open = true;
    this.#polling_since = null;
    this.#failures = 0;
    for (const [name, topic] of this.#topics) this.#subscribe(name, topic);
    this.#listenForSilence(socket);
    this.#tell();
  }

  #subscribe(name: string, topic: Topic): void {
    topic.fresh = false;
    this.#say({ type: "subscribe", topic: name, ...(topic.position === null ? {} : { from: topic.position }) });
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.#topics.settle();
      this.#tell();
    }, quiet_ms);
  }

  #heard(socket: Socket, data: unknown): void {
    if (socket !== this.#socket || typeof data !== "string") return;
    this.#listenForSilence(socket);
    const message = parseMessage(data);
    if (message) this.#take(message);
  }

  #take(message: Incoming): void {
    if (message.type === "ping") return this.#say({ type: "pong" });
    if (!this.#topics.take(message)) return;
    this.#everLive = true;
    this.#tell();
  }

  #closed(socket: Socket, code: number): void {
    if (socket !== this.#socket) return;
    this.#drop();
    this.#failures += 1;
    if (code === signed_out) this.ways.signedOut?.();
    if (this.#offline || code === signed_out) return this.#tell();
    if (this.#failures >= failures_before_polling) {
      this.#polling_since ??= Date.now();
      void this.#poll();
    } else {
      this.#again(backoff_ms(this.#failures, this.ways.random));
    }
    this.#tell();
  }

  #again(after_ms: number): void {
    this.#retry = setTimeout(() => this.#connect(), after_ms);
  }

  async #poll(): Promise<void> {
    const since = this.#polling_since;
    try {
      for (const [name, topic] of this.#topics) {
        for (const message of await this.ways.poll(name, topic.position)) this.#take(message);
        if (since !== this.#polling_since || this.#socket) return;
        topic.fresh = topic.position !== null;
      }
      this.#failures = failures_before_polling;
      this.#tell();
      const tryAgain = Date.now() - (since ?? 0) >= socket_again_ms;
      if (tryAgain) this.#polling_since = null;
      this.#retry = setTimeout(() => (tryAgain ? this.#connect() : void this.#poll()), poll_every_ms);
    } catch (error) {
      if (since !== this.#polling_since || this.#socket) return;
      this.#topics.doubt();
      this.#tell();
      // A session that has ended does not come back by asking again.
      if (error instanceof Refused && error.problem.status === 401) return;
      this.#polling_since = null;
      this.#again(backoff_ms(this.#failures, this.ways.random));
    }
  }

  #listenForSilence(socket: Socket): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => socket.close(), silence_max_ms);
  }

  #say(message: Outgoing): void {
    if (this.#open) this.#socket?.send(JSON.stringify(message));
  }

  #drop(): void {
    clearTimeout(this.#retry);
    clearTimeout(this.#silence);
    clearTimeout(this.#quiet);
    this.#retry = undefined;
    const socket = this.#socket;
    this.#socket = null;
    this.#open = false;
    this.#polling_since = null;
    this.#topics.doubt();
    socket?.close();
  }

  #stateOf(topic: Topic): ConnectionState {
    if (this.#offline) return "offline";
    if (topic.fresh) return "live";
    if (this.#open || this.#polling_since !== null) return topic.position === null ? "connecting" : "catching_up";
    return this.#everLive ? "reconnecting" : "connecting";
  }

  #tell(): void {
    this.#topics.tell((topic) => this.#stateOf(topic));
  }
}
