// Rows as CSV (RFC 4180), and as a file. A cell that a spreadsheet would take for a formula is made
// plain text; a number below zero is none.
import { saveFile } from "./save";

/** Without it a spreadsheet does not read the file as UTF-8. */
const byte_order_mark = "\ufeff";

export function toCsv(rows: string[][]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text);
  const plain = formula ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Hands the rows to the browser as a file of this name. */
export function saveCsv(name: string, rows: string[][]): void {
  saveFile(name, "text/csv;charset=utf-8", [byte_order_mark, toCsv(rows)]);
}

/** What a list looks like as a file. */
export interface CsvFile<Row> {
  name: string;
  head: string[];
  cells: (row: Row) => string[];
  /** Whose schools the row names, so that they are known by name before it is written. */
  network?: (row: Row) => string;
}
