// Who is signed in, and where their roles are.
import { onSignedOut, useToken } from "../api/http";
import { Refused } from "../api/problem";
import { acceptInvitation } from "../api/people";
import * as api from "../api/session";
import type { Deputising, Person, PersonScope, RoleKind, Session } from "../api/types";
import { forgetDrafts } from "./drafts";

type SignIn = "asking" | "in" | "out" | "ended" | "unreachable";

class SessionStore {
  state = $state<SignIn>("asking");
  person = $state.raw<Person | null>(null);

  /** The URNs of the schools that the person leads or heads, and of those for whose lead or head they act today. */
  get schools(): string[] {
    return unique([...this.ownSchools, ...this.actsFor.map(({ role }) => role.place)]);
  }
  /** Those among them for which the person may do this kind of thing; a lead or head may do all. */
  schoolsFor(scope: PersonScope): string[] {
    return unique([...this.ownSchools, ...this.actsFor.filter(({ scopes }) => scopes.includes(scope)).map(({ role }) => role.place)]);
  }
  get ownSchools(): string[] {
    return this.#places(["lead", "head"]);
  }
  /** For which leads and heads the person acts today. */
  get actsFor(): Deputising[] {
    return this.person?.acts_for ?? [];
  }
  /** Ids of the networks and clusters that the person coordinates. */
  get coordinated(): string[] {
    return this.#places(["coordinator"]);
  }
  /** The networks among these. */
  get coordinatedNetworks(): string[] {
    return this.coordinated.filter((id) => id.startsWith("net_"));
  }
  get administrator(): boolean {
    return this.person?.roles.some(({ role }) => role === "administrator") ?? false;
  }
  get name(): string {
    return typeof this.person?.name === "string" ? this.person.name : "";
  }

  async resume(): Promise<void> {
    onSignedOut(() => this.end());
    try {
      this.#take(await api.currentSession());
    } catch (error) {
      this.state = error instanceof Refused ? "out" : "unreachable";
    }
  }

  /** The server no longer knows this session; the reader signs in again where they were. */
  end(): void {
    if (this.state === "in") this.state = "ended";
  }

  async signIn(email: string, password: string): Promise<void> {
    this.#take(await api.signIn(email, password));
  }

  /** Somebody's first coming in, by the link that they were given. */
  async accept(secret: string, password: string): Promise<void> {
    this.#take(await acceptInvitation(secret, password));
  }

  /** The reader's own roles have changed. */
  async refresh(): Promise<void> {
    if (this.state === "in") this.#take(await api.currentSession());
  }

  /** What was typed stays on this computer only as long as its owner is signed in. */
  async signOut(): Promise<void> {
    await api.signOut().catch((error: unknown) => {
      const already = error instanceof Refused && error.problem.status === 401;
      if (!already) throw error;
    });
    if (this.person) forgetDrafts(this.person.id);
    this.person = null;
    this.state = "out";
  }

  #take(session: Session): void {
    useToken(session.csrf_token);
    this.person = session.person;
    this.state = "in";
  }

  #places(kinds: RoleKind[]): string[] {
    return unique((this.person?.roles ?? []).filter(({ role }) => kinds.includes(role)).map(({ place }) => place));
  }
}

const unique = (places: string[]) => [...new Set(places)];

export const session = new SessionStore();
