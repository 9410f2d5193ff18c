import { afterEach, expect, it, vi } from "vitest";
import { useToken } from "./http";
import { bytesOf, checkList, pasted, takeList } from "./lists";

const nothing = { source: "text separated by tabs, in UTF-8", created: 0, unchanged: 0, rejected: 0, rows: [], notes: [] };
let sent: [string, RequestInit][] = [];
const headers = () => sent[0]?.[1].headers as Record<string, string>;

function answer(): void {
  sent = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    sent.push([url, init]);
    return Promise.resolve(new Response(JSON.stringify(nothing)));
  });
}
afterEach(() => vi.unstubAllGlobals());

it("checks pasted text as it is, with the token, and says that it only asks", async () => {
  answer();
  useToken("token");
  expect(await checkList("members", "net_1", pasted("URN\n100001"))).toEqual(nothing);
  expect(sent[0]?.[0]).toBe("/api/v1/lists/members?network=net_1&dry_run=true");
  expect(sent[0]?.[1]).toMatchObject({ method: "POST", body: "URN\n100001" });
  expect(headers()).toMatchObject({ "Content-Type": "text/plain", "X-CSRF-Token": "token" });
});

it("takes in the same", async () => {
  answer();
  await takeList("people", "net_1", pasted("x"));
  expect(sent[0]?.[0]).toBe("/api/v1/lists/people?network=net_1&dry_run=false");
});

it.each([
  ["members.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["MEMBERS.XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["members.csv", "text/csv"],
])("a file's bytes are handed over as they are: %s", async (name, type) => {
  answer();
  await checkList("members", "net_1", await bytesOf(new File([new Uint8Array([80, 75, 0, 255])], name)));
  expect(headers()["Content-Type"]).toBe(type);
  expect([...new Uint8Array(sent[0]?.[1].body as ArrayBuffer)]).toEqual([80, 75, 0, 255]);
});
