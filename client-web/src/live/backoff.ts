// How long to wait before the next attempt: doubling from half a second to thirty, with jitter, so
// that a whole network of schools does not come back in the same instant.

export const shortest_ms = 500;
export const longest_ms = 30_000;

export function backoff_ms(failures: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest_ms, shortest_ms * 2 ** Math.max(0, failures - 1));
  return Math.round(shortest_ms + (ceiling - shortest_ms) * random());
}
