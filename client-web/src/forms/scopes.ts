// What a deputy may do, as one text value of a form: "visits meetings".
import type { PersonScope } from "../api/types";
import { scopes } from "../words/people";

const all: PersonScope[] = [...(Object.keys(scopes) as PersonScope[]), "sign_off"];

/** Each once, in the order in which they are asked. */
export const readScopes = (text: string): PersonScope[] => all.filter((scope) => text.split(" ").includes(scope));

export function withScope(text: string, scope: PersonScope, ticked: boolean): string {
  const rest = readScopes(text).filter((other) => other !== scope);
  return readScopes((ticked ? [...rest, scope] : rest).join(" ")).join(" ");
}
