// Where the reader is. Links are ordinary links: a click on one of ours changes the address without
// loading the page again.

class Router {
  path = $state(location.pathname);
  search = $state(location.search);
  /** Counts the times that the reader went somewhere: the focus then goes to the heading. */
  visits = $state(0);

  get query(): URLSearchParams {
    return new URLSearchParams(this.search);
  }

  start(): () => void {
    const follow = (event: MouseEvent) => this.#follow(event);
    const back = () => this.#read();
    document.addEventListener("click", follow);
    window.addEventListener("popstate", back);
    return () => {
      document.removeEventListener("click", follow);
      window.removeEventListener("popstate", back);
    };
  }

  go(to: string): void {
    history.pushState(null, "", to);
    this.#read();
    window.scrollTo(0, 0);
  }

  /** Another state of the same view: the address says it, but the reader stays. */
  set(changes: Record<string, string | null>): void {
    history.replaceState(history.state, "", this.#changed(changes));
    this.search = location.search;
  }

  /** The same, and the browser's Back leads to the state before. */
  step(changes: Record<string, string | null>): void {
    history.pushState(null, "", this.#changed(changes));
    this.search = location.search;
  }

  #changed(changes: Record<string, string | null>): string {
    const query = this.query;
    for (const [name, value] of Object.entries(changes))
      if (value) query.set(name, value);
      else query.delete(name);
    const text = query.toString();
    return this.path + (text ? `?${text}` : "");
  }

  #read(): void {
    this.path = location.pathname;
    this.search = location.search;
    this.visits += 1;
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.("a");
    if (!link?.href || link.target || link.hasAttribute("download")) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname.startsWith("/api/")) return;
    if (to.hash && to.pathname === location.pathname) return;
    event.preventDefault();
    this.go(to.pathname + to.search);
  }
}

export const router = new Router();
