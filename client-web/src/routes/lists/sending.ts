// What is missing before a list can be sent, and what went wrong when it was.
import { bytesOf, pasted, type ListBody, type ListKind } from "../../api/lists";
import { Refused, Unreachable, sayProblem } from "../../api/problem";
import { Said, type FieldError } from "../../stores/form.svelte";
import { capital } from "../../words/people";

/** Pasted text, a file, or none yet. */
export type Given = string | File | null;

/** As much as the server takes in a request. A browser does not tell of its refusal in the midst of sending. */
export const bytes_max = 2 * 1024 * 1024;

export function faultsOf(kind: ListKind | null, network: string, given: Given): FieldError[] {
  return [
    ...(kind ? [] : [{ field: "kind", text: "Choose what is in the list" }]),
    ...(network ? [] : [{ field: "network", text: "Choose the network" }]),
    ...(typeof given === "string" ? faultsOfText(given) : faultsOfFile(given)),
  ];
}

function faultsOfText(text: string): FieldError[] {
  if (text.trim() === "") return [{ field: "text", text: "Paste the cells, with the headings of their columns" }];
  const large = new Blob([text]).size > bytes_max;
  return large ? [{ field: "text", text: "This is more than 2 MB: paste it in parts, each with the headings" }] : [];
}

function faultsOfFile(file: File | null): FieldError[] {
  if (!file) return [{ field: "file", text: "Choose a file" }];
  const large = file.size > bytes_max;
  return large ? [{ field: "file", text: "The file is larger than 2 MB: leave out pictures and further worksheets, or divide it" }] : [];
}

export async function bodyOf(given: string | File): Promise<ListBody> {
  if (typeof given === "string") return pasted(given);
  return bytesOf(given).catch(() => {
    throw new Said("The file cannot be read any more: it was changed, moved or deleted since you chose it. Choose it again, and check it.");
  });
}

const unsure = "Some rows may have been taken in before. Send the same list again: what is done already is left as it is.";

/** At the list where it is about the list; about the whole otherwise. */
export function errorsOf(error: unknown, given: string | File, taking: boolean): FieldError[] {
  const field = typeof given === "string" ? "text" : "file";
  if (error instanceof Said) return [{ field, text: error.message }];
  const status = error instanceof Refused ? error.problem.status : 0;
  const broken = error instanceof Unreachable || status >= 500;
  return [
    { field: status === 413 || status === 422 ? field : null, text: sentence(sayProblem(error)) },
    ...(taking && broken ? [{ field: null, text: unsure }] : []),
  ];
}

const sentence = (words: string) => capital(/[.!?]$/.test(words) ? words : `${words}.`);
