// The page of lists with a server that answers as a test says, and what people do there.
import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { vi } from "vitest";
import type { ListResult, ListRow, RowOutcome } from "../api/lists";
import type { RoleKind } from "../api/types";
import { router } from "../router/router.svelte";
import ManyAtOnce from "../routes/lists/ManyAtOnce.svelte";
import { directory } from "../stores/directory.svelte";
import { session } from "../stores/session.svelte";
import { person } from "./views";

const networks = ["net_1", "net_2"].map((id) => ({
  id, name: `Network ${id}`, members: 2, themes: [{ code: "equity", name: "Equity" }], clusters: [{ id: "clu_1", network: id, name: "Severn South", members: 2 }],
}));

export const row = (at: number, outcome: RowOutcome, part: Partial<ListRow> = {}): ListRow => ({ row: at, says: `School ${at}`, outcome, ...part });
export const missing = row(4, "rejected", { says: "", column: "URN", reason: "is missing" });
export function list(...rows: ListRow[]): ListResult {
  const many = (outcome: RowOutcome) => rows.filter((each) => each.outcome === outcome).length;
  return { source: "the worksheet 'Members'", created: many("created"), unchanged: many("unchanged"), rejected: many("rejected"), rows, notes: [] };
}
export const cells = "URN\tCluster\n100001\n";

type Answer = ListResult | { status: number; detail: string } | Error;

export class ListServer {
  /** The lists that were sent. */
  sent: { path: string; dry: boolean; type: string; body: unknown }[] = [];
  /** What it answers, one after the other. */
  answers: (Answer | Promise<Answer>)[] = [];
  /** How often it was asked for the networks. */
  asked = 0;

  async start(): Promise<void> {
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
      if (init.method === "POST") return this.#take(new URL(url, "http://here"), init);
      this.asked += 1;
      return Promise.resolve(new Response(JSON.stringify({ items: networks })));
    });
    await directory.load();
  }

  async #take({ pathname, searchParams }: URL, init: RequestInit): Promise<Response> {
    const type = (init.headers as Record<string, string>)["Content-Type"] ?? "";
    this.sent.push({ path: `${pathname}?network=${searchParams.get("network")}`, dry: searchParams.get("dry_run") === "true", type, body: init.body });
    const answer = await (this.answers.shift() ?? list());
    if (answer instanceof Error) throw answer;
    const refused = "status" in answer;
    return new Response(JSON.stringify(refused ? { type: "x", title: "No", ...answer } : answer), { status: refused ? answer.status : 200 });
  }
}

export async function openServer(): Promise<ListServer> {
  localStorage.clear();
  const server = new ListServer();
  await server.start();
  return server;
}

export function close(): void {
  cleanup();
  history.replaceState(null, "", "/");
  [router.search, session.person] = ["", null];
  directory.forget();
  vi.unstubAllGlobals();
}

export function show(query = "?kind=members", roles: [RoleKind, string][] = [["coordinator", "net_1"]]): void {
  history.replaceState(null, "", `/lists/new${query}`);
  [router.path, router.search] = ["/lists/new", query];
  session.person = person("per_1", "Coordinator", roles);
  render(ManyAtOnce);
}

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
export const pick = (name: string) => fireEvent.click(screen.getByRole("radio", { name }));
export const paste = (value: string) => fireEvent.input(screen.getByLabelText("Paste the cells"), { target: { value } });
export const choose = (file: File) => fireEvent.change(screen.getByLabelText("Choose the file"), { target: { files: [file] } });
export const summary = (words: string) => screen.findByRole("heading", { level: 2, name: words });

/** Pastes a list and checks it; the server answers this, of which the page says these words. */
export async function check(server: ListServer, result: ListResult, words: string): Promise<void> {
  server.answers.push(result);
  await pick("Cells that I paste");
  await paste(cells);
  await press("Check the list");
  await summary(words);
}
