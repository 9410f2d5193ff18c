// The pattern language is GOV.UK's; the brand is ours. Its crown, crest, typeface and header belong
// to government sites.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compile } from "sass";
import { expect, it } from "vitest";

const css = compile("src/style/main.scss", { loadPaths: ["node_modules"], quietDeps: true }).css;

it.each([["typeface", /GDS Transport|@font-face/i], ["header", /govuk-header|govuk-footer/], ["crown or crest", /crown|crest|royal/i], ["picture from elsewhere", /url\(/]])(
  "the styles have no government %s",
  (_, found) => expect(css).not.toMatch(found),
);

it("nothing that is shipped shows one", () => {
  const files = [...readdirSync("public").map((name) => join("public", name)), "index.html"];
  for (const file of files) expect(readFileSync(file, "utf8")).not.toMatch(/crown|crest|gov\.uk/i);
});

it("has our colours", () => {
  for (const colour of ["#1b3a57", "#0072b2", "#d55e00"]) expect(css.toLowerCase()).toContain(colour);
});
