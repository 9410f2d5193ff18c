// People and the posts of schools: who holds them, who acts for whom, and the links with which somebody comes in.
import { get, post, type WriteOptions } from "./http";
import { Refused } from "./problem";
import type { Invitation, Invited, List, PostView, Role, Session, Written } from "./types";

export interface Newcomer {
  name: string;
  email: string;
  /** None: they only act for somebody. */
  roles: Role[];
}

/** As they stand once that position of the log is among them, where one is given. */
export const postsOf = (school: string, after?: number) => get<List<PostView>>("/posts", { school, after });
/** Only those that nobody holds. */
export const vacantPosts = (network: string) => get<List<PostView>>("/posts", { network });
export const addPerson = (body: Newcomer, options: WriteOptions): Promise<Written> => post("/people", body, options);
export const actOnPerson = (id: string, command: string, body: object, options: WriteOptions): Promise<Written> =>
  post(`/people/${id}/${command}`, body, options);

/** The link was used, has run out, or is older than another. */
export const isUsedUp = (error: unknown): boolean => error instanceof Refused && error.problem.type.endsWith("/invitation-used-up");
/** A newer link takes the place of an older one. */
export const invite = (id: string) => post<Invited>(`/people/${id}/invite`, {});
export const lookUpInvitation = (secret: string) => post<Invitation>("/invitations/look-up", { secret });
export const acceptInvitation = (secret: string, password: string) => post<Session>("/invitations/accept", { secret, password });
