// The page's one live connection, tied to the browser's own word about the network.
import { LiveConnection } from "../live/connection";
import { openSocket, poll } from "../live/socket";
import { session } from "./session.svelte";

export const connection = new LiveConnection({ open: openSocket, poll, signedOut: () => session.end() });

export function followNetwork(): () => void {
  const gone = () => connection.goOffline();
  const back = () => connection.tryNow();
  const seen = () => {
    if (document.visibilityState === "visible" && navigator.onLine) connection.tryNow();
  };
  window.addEventListener("offline", gone);
  window.addEventListener("online", back);
  document.addEventListener("visibilitychange", seen);
  return () => {
    window.removeEventListener("offline", gone);
    window.removeEventListener("online", back);
    document.removeEventListener("visibilitychange", seen);
  };
}
