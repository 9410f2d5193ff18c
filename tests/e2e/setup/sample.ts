// Makes the sample network once; every test file starts on a copy of it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closedDays } from "./closed_days";
import { Program } from "./program";

export default async function make(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "commonweal-sample-"));
  const program = new Program(join(folder, "data"));
  await program.start();
  process.env.COMMONWEAL_E2E_CLOSED = JSON.stringify(await closedDays(program.address, program.account("lead")));
  await program.stop();
  process.env.COMMONWEAL_E2E_SAMPLE = program.data;
  return () => rmSync(folder, { recursive: true, force: true });
}
