// Signing in and out.
import { get, post, remove } from "./http";
import type { Session } from "./types";

export const currentSession = () => get<Session>("/session");
export const signIn = (email: string, password: string) => post<Session>("/session", { email, password });
export const signOut = () => remove("/session");
