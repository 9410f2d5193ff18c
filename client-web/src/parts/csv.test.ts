import { afterEach, expect, it, vi } from "vitest";
import { saveCsv, toCsv } from "./csv";

afterEach(() => vi.unstubAllGlobals());

it("quotes what needs it, and lets no cell become a formula", () => {
  expect(toCsv([["a,b", 'say "x"', "=1+1"]])).toBe('"a,b","say ""x""",\'=1+1\r\n');
});

it.each(["=1+1", "+44", "-2+3", "-A1", "-", "@SUM(A1)", "\tx", "\rx"])("makes %j plain text", (text) => {
  expect(toCsv([[text]]).replaceAll('"', "")).toMatch(/^'/);
});

it("leaves a number below zero a number", () => {
  expect(toCsv([["-2", "-2.50"]])).toBe("-2,-2.50\r\n");
});

it("hands over a file that a spreadsheet reads as UTF-8", async () => {
  let file: Blob | undefined;
  const made = vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => ((file = blob as Blob), "blob:x"));
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    expect(this.download).toBe("schools.csv");
  });
  saveCsv("schools.csv", [["St Thomas’"]]);
  expect(made).toHaveBeenCalledOnce();
  expect(clicked).toHaveBeenCalledOnce();
  const bytes = new Uint8Array(await file!.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toContain("St Thomas’");
});
