// People and their roles in words.
import type { Personal, Role } from "../api/types";

export function sayName(name: Personal | undefined): string {
  if (name === undefined) return "Somebody";
  return typeof name === "string" ? name : "Somebody whose name was erased";
}

/** "Head and lead": what somebody is at a place. */
export function sayRoles(roles: Role[], place: string): string {
  const words = roles.filter((role) => role.place === place).map(({ role }) => role.replaceAll("_", " "));
  const text = words.join(" and ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
