// Things to be ticked, as one text value of a form: their ids, "vis_1 vis_2".

export interface Tick {
  value: string;
  text: string;
  hint?: string;
  /** Its own page. */
  href?: string;
  /** Why it cannot be chosen. */
  blocked?: string;
}

/** A draft may hold things that are there no longer. */
export function readTicks(text: string, choices: Tick[]): string[] {
  const ticked = text.split(" ");
  return free(choices).filter((value) => ticked.includes(value));
}

export const writeTicks = (values: string[]): string => values.join(" ");

/** The value with this one ticked, or not. */
export function withTick(text: string, value: string, ticked: boolean): string {
  const rest = text.split(" ").filter((other) => other !== "" && other !== value);
  return writeTicks(ticked ? [...rest, value] : rest);
}

/** Those that can be chosen. */
export const free = (choices: Tick[]): string[] => choices.filter(({ blocked }) => blocked === undefined).map(({ value }) => value);
