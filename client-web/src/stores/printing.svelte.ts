// Whether the page is being printed: what is on paper holds whole tables, in place of pictures.
import { flushSync } from "svelte";

class Printing {
  on = $state(false);

  constructor() {
    window.addEventListener("beforeprint", () => flushSync(() => (this.on = true)));
    window.addEventListener("afterprint", () => (this.on = false));
  }
}

export const printing = new Printing();
