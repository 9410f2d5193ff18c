import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, it, vi } from "vitest";
import type { NetworkSummary, SchoolSummary } from "../api/types";
import Schools from "../routes/schools/Schools.svelte";
import { router } from "../router/router.svelte";
import { directory } from "../stores/directory.svelte";

const school: SchoolSummary = {
  school: "100001", name: "Oak, Hill", phase: "Primary", local_authority: "Oxfordshire", town: "Bicester", easting: 458_915, northing: 223_624,
  open: true, networks: ["net_1"], clusters: ["clu_1", "clu_9"],
};
const networks = [{ id: "net_1", name: "Severn", clusters: [{ id: "clu_1", network: "net_1", name: "Severn South", members: 3 }] }] as unknown as NetworkSummary[];
let asked: string[] = [];

afterEach(() => {
  cleanup();
  directory.forget();
  history.replaceState(null, "", "/");
  router.search = "";
  vi.unstubAllGlobals();
});

async function show(search: string): Promise<void> {
  asked = [];
  history.replaceState(null, "", `/schools${search}`);
  [router.path, router.search] = ["/schools", search];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(JSON.stringify({ items: url.endsWith("/networks") ? networks : [school] })));
  });
  await directory.load();
  render(Schools);
  await screen.findByRole("button", { name: "Download CSV" });
}

it("each filter stands in the address and goes with the question", async () => {
  await show("?q=oak&la=931&phase=Primary&network=net_1&cluster=clu_1");
  expect(asked).toContain("/api/v1/schools?q=oak&la=931&phase=Primary&network=net_1&cluster=clu_1&limit=25");
  await fireEvent.change(screen.getByLabelText("Cluster"), { target: { value: "" } });
  await vi.waitFor(() => expect(asked).toContain("/api/v1/schools?q=oak&la=931&phase=Primary&network=net_1&limit=25"));
  await fireEvent.change(screen.getByLabelText(/Local authority number/), { target: { value: " 801 " } });
  expect(router.query.get("la")).toBe("801");
});

it("a new search keeps the other filters", async () => {
  await show("?la=931&cluster=clu_1");
  await fireEvent.input(screen.getByLabelText("Name, town or URN"), { target: { value: "park" } });
  await fireEvent.submit(screen.getByRole("search"));
  expect(Object.fromEntries(router.query)).toEqual({ q: "park", la: "931", cluster: "clu_1" });
});

it("the file has all that fit the question", async () => {
  let file = "";
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => (void (blob as Blob).text().then((text) => (file = text)), "blob:x"));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  await show("?la=931&cursor=abc");
  await fireEvent.click(screen.getByRole("button", { name: "Download CSV" }));
  await vi.waitFor(() => expect(file).toContain('100001,"Oak, Hill",Primary,Oxfordshire,Bicester,458915,223624,yes,Severn,Severn South; clu_9\r\n'));
  expect(asked).toContain("/api/v1/schools?la=931&limit=200");
});
