// What the reader chose for this browser.

class Settings {
  #keys = $state(localStorage.getItem("commonweal.keys") !== "off");

  /** Whether single keys ("/", "?") do something. */
  get keys(): boolean {
    return this.#keys;
  }
  set keys(on: boolean) {
    this.#keys = on;
    localStorage.setItem("commonweal.keys", on ? "on" : "off");
  }
}

export const settings = new Settings();
