// What can go wrong with a request: the server said no (a problem, RFC 9457), or nobody answered.
import type { Problem as Described } from "../generated/schema";

/** A proxy's refusal has no list of errors. */
export type Problem = Omit<Described, "errors"> & Partial<Pick<Described, "errors">>;

export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(problem.detail ?? problem.title);
    this.name = "Refused";
  }

  /** The broken rule's name, "same-school", where a rule said no. */
  get rule(): string | null {
    return /\/refusal\/([a-z0-9-]+)$/.exec(this.problem.type)?.[1] ?? null;
  }

  /** Somebody else was faster: what the reader acted on is no longer so. */
  get stale(): boolean {
    return this.problem.status === 409 || this.problem.status === 412;
  }
}

/** No answer came: the network is down, or the server is. */
export class Unreachable extends Error {
  constructor() {
    super("No answer from the server.");
    this.name = "Unreachable";
  }
}

/** A sentence that says what happened and what to do. */
export function sayProblem(error: unknown): string {
  if (error instanceof Unreachable)
    return "There is no connection to the server. What you typed is kept: try again in a moment.";
  if (!(error instanceof Refused)) return "Something went wrong on this page. Load it again.";
  const { problem, retryAfterSeconds } = error;
  if (error.stale)
    return "Somebody changed this while you were looking at it. The page now shows how it stands; what you typed is kept. Check it and send it again.";
  if (problem.status === 429)
    return `Too many requests. Try again in ${retryAfterSeconds ?? 30} seconds; what you typed is kept.`;
  return problem.detail ?? problem.title;
}

/** For the log of whoever helps: none where the server gave none. */
export function referenceOf(error: unknown): string | null {
  return error instanceof Refused ? (error.problem.reference ?? null) : null;
}
