// Whether the browser has a network at all.

class Network {
  offline = $state(!navigator.onLine);

  constructor() {
    window.addEventListener("offline", () => (this.offline = true));
    window.addEventListener("online", () => (this.offline = false));
  }
}

export const network = new Network();
