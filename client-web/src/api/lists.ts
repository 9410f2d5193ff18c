// Many at once: a list with a row for each, to be looked through or taken in.
import type { ListResult } from "../generated/schema";
import { upload } from "./http";

export type { ExchangeRejectedRow as ListNote, ExchangeRowOutcome as RowOutcome, ListResult, ListRowView as ListRow } from "../generated/schema";

/** As the address names them. */
export type ListKind = "members" | "people" | "visits" | "reviews" | "partnerships";

/** A file's bytes or pasted text, and what it is. */
export interface ListBody {
  content: string | ArrayBuffer;
  type: string;
}

/** What would become of the rows; nothing is written. */
export const checkList = (kind: ListKind, network: string, body: ListBody) => send(kind, network, body, true);
/** Each good row is taken in by itself; one that was taken in before is left as it is. */
export const takeList = (kind: ListKind, network: string, body: ListBody) => send(kind, network, body, false);

const send = (kind: ListKind, network: string, { content, type }: ListBody, dry_run: boolean) =>
  upload<ListResult>(`/lists/${kind}`, { network, dry_run }, content, type);

export const pasted = (text: string): ListBody => ({ content: text, type: "text/plain" });

/** The bytes as they are now; fails where the file was changed since it was chosen. */
export async function bytesOf(file: File): Promise<ListBody> {
  const workbook = /\.xlsx$/i.test(file.name);
  const type = workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv";
  return { content: await file.arrayBuffer(), type };
}
