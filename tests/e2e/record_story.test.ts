// Somebody keeps a head of the record, the record grows, and the browser shows that nothing before it was touched; a head
// that was altered is told as such, and an event is found on its way to the root.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { fits } from "./setup/axe";
import { done, heading, live, noComplaints, press, type Window } from "./setup/browser";
import { ashton_park, cluster_name, type Place } from "./setup/cluster";
import { read } from "./setup/staff";
import { closeTwoSchools, fact, openTwoSchools, type TwoSchools } from "./setup/two_schools";

let schools: TwoSchools | undefined;
let phone: Window;
let desk: Window;
let place: Place;
let kept = "";
let visit = "";

interface Head {
  size: number;
  root: string;
}
const headOf = (page: Page) => read<Head>(page, "/log/head");
const verdict = (page: Page, title: string | RegExp) => page.getByRole("heading", { level: 3, name: title });

beforeAll(async () => {
  schools = await openTwoSchools();
  ({ guest: phone, host: desk, place } = schools);
});
afterAll(() => closeTwoSchools(schools));

it("the foot of the page leads to the record, which the browser checks", async () => {
  await desk.goto("/");
  await desk.getByRole("link", { name: "The record", exact: true }).click();
  await heading(desk, "The record");
  await fact(desk, "Signature").filter({ hasText: "Checked in this browser" }).waitFor();
  const [{ size, root }, key] = [await headOf(desk), await read<{ origin: string }>(desk, "/log/key")];
  expect(await fact(desk, "Events").textContent()).toBe(size.toLocaleString("en-GB"));
  expect(await fact(desk, "Signed by").textContent()).toBe(key.origin);
  expect((await fact(desk, "Root of all of them").textContent())?.replaceAll(" ", "")).toContain(root.slice(0, 16));
  await fits(desk);
});

it("its head is kept as a file", async () => {
  const { size } = await headOf(desk);
  const [download] = await Promise.all([desk.waitForEvent("download"), press(desk, "Keep this head")]);
  expect(download.suggestedFilename()).toBe(`commonweal-head-${size}.txt`);
  kept = join(schools?.program.data ?? "", download.suggestedFilename());
  await download.saveAs(kept);
  expect(readFileSync(kept, "utf8").split("\n")[1]).toBe(String(size));
});

it("a visit is asked for, on a phone, and the record grows", async () => {
  await phone.goto(`/visits/new?host=${place.other.urn}`);
  await phone.getByLabel("What is the visit about?").selectOption("equity");
  await press(phone, "Ask for the visit");
  await heading(phone, new RegExp(`visits ${place.other.name}`));
  visit = new URL(phone.url()).pathname;
  await desk.goto(visit);
  await press(desk, "Agree");
  await done(desk, "You agreed to the visit");
});

it("nothing up to the head that was kept has been changed since", async () => {
  await desk.goto("/record");
  await desk.getByLabel("The file that you kept").setInputFiles(kept);
  await press(desk, "Check the head");
  const size = Number(readFileSync(kept, "utf8").split("\n")[1]);
  await verdict(desk, new RegExp(`^Nothing up to event ${size.toLocaleString("en-GB")} \\(\\w+day .*, \\d\\d:\\d\\d\\) has been changed or removed since\\.$`)).waitFor();
  await desk.getByText(/^Since then \d+ events came after it/).waitFor();
  await fits(desk);
});

it("a head that was altered is told as such, and what is none, too", async () => {
  const text = readFileSync(kept, "utf8");
  const altered = text.replace(/recorded-at (\d+)(\d)/, (_, first: string, last: string) => `recorded-at ${first}${(Number(last) + 1) % 10}`);
  writeFileSync(`${kept}.altered.txt`, altered);
  await desk.getByLabel("The file that you kept").setInputFiles(`${kept}.altered.txt`);
  await expect.poll(() => desk.getByLabel("Or its text").inputValue()).toBe(altered);
  await press(desk, "Check the head");
  await verdict(desk, "This head was altered after it was signed").waitFor();
  await desk.getByText(/tell the administrator of Commonweal/).waitFor();
  await fits(desk);
  await desk.getByLabel("Or its text").fill("Dear colleague");
  await press(desk, "Check the head");
  await desk.getByRole("link", { name: /^This is not a head of the record/ }).waitFor();
  await fits(desk);
});

it("the history of the visit leads from each event to its proof, on a phone", async () => {
  await phone.goto(visit);
  await phone.locator("summary").filter({ hasText: "History: what happened" }).click();
  const proof = phone.getByRole("link", { name: /^Proof of event \d+$/ }).last();
  const position = Number(/\d+$/.exec((await proof.textContent()) ?? "")?.[0]);
  await fits(phone);
  await proof.click();
  await heading(phone, "The record");
  await verdict(phone, `Event ${position.toLocaleString("en-GB")} is in the record, at its own place.`).waitFor();
  const { proof: hashes } = await read<{ proof: string[] }>(phone, `/log/proof?position=${position}`);
  const way = phone.getByRole("list", { name: "From the event to the root" }).getByRole("listitem");
  expect(await way.count()).toBe(hashes.length + 2);
  const { root } = await headOf(phone);
  expect((await way.last().textContent())?.replaceAll(" ", "")).toContain(root.slice(0, 16));
  expect(await phone.getByLabel("The number of the event").inputValue()).toBe(String(position));
  await fits(phone);
});

it("an event that is not there yet is said so, and another is checked", async () => {
  const { size } = await headOf(phone);
  const number = phone.getByLabel("The number of the event");
  await number.fill(String(size + 100));
  await press(phone, "Check the event");
  await phone.getByRole("link", { name: /^The record has [\d,]+ events so far: enter a number from 1 to [\d,]+$/ }).waitFor();
  await fits(phone);
  await number.fill("1");
  await number.press("Enter");
  await verdict(phone, "Event 1 is in the record, at its own place.").waitFor();
  expect(new URL(phone.url()).search).toBe("?position=1");
});

it("a live page has the record's size and root under its details", async () => {
  await desk.goto(`/clusters/${place.cluster}`);
  await heading(desk, cluster_name);
  await live(desk);
  await press(desk, "Details");
  const link = desk.getByRole("link", { name: "See and check the record" });
  await link.waitFor();
  await fits(desk);
  await link.click();
  await heading(desk, "The record");
});

it("a server that says other than it signed is not believed", async () => {
  await desk.route("**/api/v1/log/head", async (route) => {
    const answer = await route.fetch();
    const head = (await answer.json()) as Head;
    await route.fulfill({ response: answer, json: { ...head, size: head.size + 1 } });
  });
  await desk.goto("/record");
  await verdict(desk, "The record could not be checked").waitFor();
  expect(await desk.getByText("Checked in this browser").count()).toBe(0);
  await desk.unroute("**/api/v1/log/head");
  await desk.goto(`/record?position=${ashton_park}000`);
  await desk.getByRole("link", { name: /^The record has [\d,]+ events so far/ }).waitFor();
});

it("nothing complained", () => noComplaints(phone, desk));
