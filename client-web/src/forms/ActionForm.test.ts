import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused, Unreachable } from "../api/problem";
import type { ReviewDetail, VisitDetail } from "../api/types";
import { reviewActions } from "../routes/reviews/actions";
import { visitActions } from "../routes/visits/actions";
import ActionForm from "./ActionForm.svelte";
import type { Action } from "./action";

const written = { id: "vis_1", version: 2, position: 9, events: [] };
const visit = { id: "vis_1", guest: "1", host: "2", stage: "agreed", may: ["set-day"] } as unknown as VisitDetail;
const review = { id: "rev_1", host: "1", reviewing_school: "2", stage: "drafted", days: [], may: ["answer-report"] } as unknown as ReviewDetail;
const setDay = visitActions(visit, ["2"], "2026-03-02")[0] as Action;
const answerReport = reviewActions(review, "2026-03-02")[0] as Action;
const nameVisitors = visitActions({ ...visit, may: ["name-visitors"] }, ["1"], "2026-03-02")[0] as Action;

function show(action: Action, act: () => Promise<typeof written>) {
  const calls = { ondone: vi.fn(), onstale: vi.fn() };
  render(ActionForm, { id: "thing_1", action, act: act as never, ...calls });
  return calls;
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const later = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe("a form", () => {
  it("says at the top and at the field what is missing, and sends nothing", async () => {
    const act = vi.fn(() => Promise.resolve(written));
    show(setDay, act);
    await press("Set the day");
    expect(act).not.toHaveBeenCalled();
    const summary = screen.getByRole("alert");
    expect(summary.textContent).toContain("Enter the day of the visit");
    const field = screen.getByLabelText("On which day is the visit?");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(field.getAttribute("aria-describedby")).toContain("-error");
    expect(document.activeElement?.className).toContain("govuk-error-summary");
  });

  it("leads from the summary to the field", async () => {
    show(setDay, () => Promise.resolve(written));
    await press("Set the day");
    await fireEvent.click(screen.getByRole("link", { name: "Enter the day of the visit" }));
    expect(document.activeElement).toBe(screen.getByLabelText("On which day is the visit?"));
  });

  it("says the chosen day in words, and that it is no school day", async () => {
    show(setDay, () => Promise.resolve(written));
    await fireEvent.input(screen.getByLabelText("On which day is the visit?"), { target: { value: "2026-03-07" } });
    expect(screen.getByText(/Saturday 7 March 2026 is not a school day/)).toBeTruthy();
  });

  it("sends the body and says what came of it", async () => {
    const act = vi.fn((..._: unknown[]) => Promise.resolve(written));
    const { ondone } = show(setDay, act);
    await fireEvent.input(screen.getByLabelText("On which day is the visit?"), { target: { value: "2026-03-09" } });
    await press("Set the day");
    await later();
    expect(act.mock.calls[0]?.slice(0, 2)).toEqual(["set-day", { day: "2026-03-09" }]);
    expect(ondone).toHaveBeenCalledWith(written, "The day is set.");
    expect(localStorage.length).toBe(0);
  });

  it("puts the server's words at the field that it names", async () => {
    const problem = { type: "x", title: "No", status: 422, errors: [{ pointer: "/day", detail: "2026-03-09 is in the past." }], reference: "ab12" };
    show(setDay, () => Promise.reject(new Refused(problem)));
    await fireEvent.input(screen.getByLabelText("On which day is the visit?"), { target: { value: "2026-03-09" } });
    await press("Set the day");
    await later();
    expect(screen.getByRole("link", { name: "2026-03-09 is in the past." })).toBeTruthy();
    expect(screen.getByText("Reference: ab12")).toBeTruthy();
  });

  it("keeps what was typed when nobody answers, with the same key for the same words", async () => {
    const act = vi.fn((..._: unknown[]) => Promise.reject(new Unreachable()));
    show(answerReport, act);
    await fireEvent.click(screen.getByLabelText("No, something is not right"));
    await fireEvent.input(screen.getByLabelText("Comments"), { target: { value: "The numbers are last year’s." } });
    await press("Send the answer");
    await later();
    await press("Send the answer");
    await later();
    await fireEvent.input(screen.getByLabelText("Comments"), { target: { value: "Other words." } });
    await press("Send the answer");
    await later();
    const keys = act.mock.calls.map((call) => (call[2] as { key: string }).key);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(screen.getByRole("alert").textContent).toContain("no connection");
    cleanup();
    show(answerReport, act);
    expect((screen.getByLabelText("Comments") as HTMLTextAreaElement).value).toBe("Other words.");
    expect(screen.getByText(/What you typed was kept/)).toBeTruthy();
    await press("Discard it");
    expect((screen.getByLabelText("Comments") as HTMLTextAreaElement).value).toBe("");
  });

  it("tells its page when somebody else was faster, and keeps the words", async () => {
    const { onstale, ondone } = show(setDay, () => Promise.reject(new Refused({ type: "x", title: "Changed", status: 409 })));
    await fireEvent.input(screen.getByLabelText("On which day is the visit?"), { target: { value: "2026-03-09" } });
    await press("Set the day");
    await later();
    expect(onstale).toHaveBeenCalledOnce();
    expect(ondone).not.toHaveBeenCalled();
    expect((screen.getByLabelText("On which day is the visit?") as HTMLInputElement).value).toBe("2026-03-09");
  });
});

it("an answer of “not accurate” needs comments", async () => {
  show(answerReport, () => Promise.resolve(written));
  await fireEvent.click(screen.getByLabelText("No, something is not right"));
  await press("Send the answer");
  expect(screen.getByRole("alert").textContent).toContain("Say what is not right in the report");
});

it.each([[true], [false]])("a box says whether it is ticked: %s", async (ticked) => {
  const act = vi.fn((..._: unknown[]) => Promise.resolve(written));
  show(nameVisitors, act);
  const box = screen.getByRole<HTMLInputElement>("checkbox", { name: /Our school has made the checks/ });
  expect(box.checked).toBe(false);
  expect(document.getElementById(box.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Never write a certificate’s number");
  await fireEvent.input(screen.getByLabelText("Who comes?"), { target: { value: "Alex Reed" } });
  if (ticked) await fireEvent.click(box);
  await press("Give it to the host");
  await later();
  expect(act.mock.calls[0]?.slice(0, 2)).toEqual(["name-visitors", { visitors: "Alex Reed", checks_confirmed: ticked }]);
});
