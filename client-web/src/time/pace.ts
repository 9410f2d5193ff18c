// How fast the past is played: at 1× an event a second. There are at most four pictures a second, so that one can see
// each of them; what is faster than that takes several events from picture to picture.

export const speeds = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64] as const;
const pictures_max = 4;

export interface Pace {
  /** From picture to picture. */
  events: number;
  every_ms: number;
}

export function paceOf(speed: number): Pace {
  const events = Math.max(1, speed / pictures_max);
  return { events, every_ms: (1000 * events) / speed };
}

export const saySpeed = (speed: number): string => `${speed}×`;

/** "1 event a second", "1 event in 4 seconds", "64 events a second". */
export const sayPace = (speed: number): string =>
  speed < 1 ? `1 event in ${1 / speed} seconds` : `${speed} ${speed === 1 ? "event" : "events"} a second`;
