// What a page does to be of now or of the past, as its address says.
import { untrack } from "svelte";
import type { Read } from "../api/types";
import type { Events } from "./events";
import { lookback } from "./lookback.svelte";
import { TimeTravel } from "./travel.svelte";

/** Called while a page is made. `live` shows how things are now; what it answers ends that. */
export function travelling<View>(ask: (at: string) => Promise<Read<View>>, events: Events, live: () => void | (() => void)): TimeTravel<View> {
  const travel = new TimeTravel(ask, events);
  $effect(() => {
    const { at } = lookback;
    return untrack(() => {
      if (!at) travel.leave();
      return at ? void travel.show(at) : live();
    });
  });
  $effect(() => () => travel.player.pause());
  return travel;
}
