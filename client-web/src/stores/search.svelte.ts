// What is typed in the search of the service bar. On the page of what was found it is looked for while it is typed,
// after a pause; elsewhere only when the reader says so.
import { router } from "../router/router.svelte";

const pause_ms = 250;
export const search_path = "/search";

class SearchBox {
  text = $state("");
  #timer: ReturnType<typeof setTimeout> | undefined;

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (router.path === search_path) this.#timer = setTimeout(() => this.#ask(), pause_ms);
  }

  /** Goes to what was found. */
  go(): void {
    clearTimeout(this.#timer);
    const q = this.text.trim();
    router.go(search_path + (q ? `?${new URLSearchParams({ q })}` : ""));
  }

  /** The address says something else than what is typed: the reader came by a link, or went back. */
  follow(q: string): void {
    if (q !== this.text.trim()) this.text = q;
  }

  /** Another question begins with the first of each kind again. */
  #ask(): void {
    if (router.path === search_path) router.set({ q: this.text.trim() || null, more: null });
  }
}

export const searchBox = new SearchBox();
