// What leads elsewhere or asks for something has no place on paper.
import { compile } from "sass";
import { expect, it } from "vitest";

const css = compile("src/style/main.scss", { loadPaths: ["node_modules"], quietDeps: true, style: "compressed" }).css;
const hidden = /@media print\{[^@]*?([^{}]*)\{display:none ?!important\}/.exec(css.slice(css.lastIndexOf("nav,.service-bar") - 400))?.[1]?.split(",") ?? [];

it.each(["nav", "button", ".govuk-button", ".service-bar", ".site-footer", ".filters", ".action", ".no-print", ".picture", ".ledger__bar", ".balance__bar"])(
  "%s is not printed",
  (what) => expect(hidden).toContain(what),
);

it("what is only for paper is not on the screen", () => {
  expect(css).toMatch(/\.print-only\{display:none\}/);
});
