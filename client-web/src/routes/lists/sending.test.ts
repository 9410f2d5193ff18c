import { expect, it } from "vitest";
import { Refused, Unreachable } from "../../api/problem";
import { bodyOf, bytes_max, errorsOf, faultsOf } from "./sending";

const problem = (status: number, detail: string) => new Refused({ type: "x", title: "No", status, detail });
const fields = (errors: { field: string | null }[]) => errors.map(({ field }) => field);

it("says what is missing", () => {
  expect(fields(faultsOf(null, "", null))).toEqual(["kind", "network", "file"]);
  expect(fields(faultsOf("members", "net_1", " \n"))).toEqual(["text"]);
  expect(faultsOf("members", "net_1", "URN\n100001")).toEqual([]);
});

it("what is too large is not sent at all: a letter may be several bytes", () => {
  expect(faultsOf("members", "net_1", "é".repeat(bytes_max / 2))).toEqual([]);
  expect(fields(faultsOf("members", "net_1", "é".repeat(bytes_max / 2 + 1)))).toEqual(["text"]);
  expect(fields(faultsOf("members", "net_1", new File([new Uint8Array(bytes_max + 1)], "a.csv")))).toEqual(["file"]);
  expect(faultsOf("members", "net_1", new File([new Uint8Array(bytes_max)], "a.csv"))).toEqual([]);
});

it("what is wrong with the list is said at the list, in a sentence", () => {
  const missing = problem(422, 'the list has no column "URN"');
  expect(errorsOf(missing, "x", false)).toEqual([{ field: "text", text: 'The list has no column "URN".' }]);
  expect(fields(errorsOf(missing, new File([], "a.csv"), false))).toEqual(["file"]);
  expect(fields(errorsOf(problem(413, "Too much."), "x", true))).toEqual(["text"]);
  expect(errorsOf(problem(403, "Only the coordinator."), "x", true)).toEqual([{ field: null, text: "Only the coordinator." }]);
});

it("where the answer is lost while a list is taken in, it says what to do", () => {
  expect(errorsOf(new Unreachable(), "x", false)).toHaveLength(1);
  for (const lost of [new Unreachable(), problem(502, "Bad gateway.")]) {
    const errors = errorsOf(lost, "x", true);
    expect(errors.at(-1)?.text).toContain("Send the same list again");
    expect(fields(errors)).toEqual([null, null]);
  }
});

it("a file that was changed meanwhile has to be chosen again", async () => {
  const file = new File(["URN"], "a.csv");
  file.arrayBuffer = () => Promise.reject(new DOMException("changed", "NotReadableError"));
  const error = await bodyOf(file).catch((caught: unknown) => caught);
  expect(errorsOf(error, file, true)).toEqual([{ field: "file", text: expect.stringContaining("Choose it again") as string }]);
});
