// The program under test: started on a directory of its own and a free port, stopped as an operator
// would stop it. COMMONWEAL_PROGRAM says where it is; without it, the release build.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../..", import.meta.url));
const start_max_ms = 90_000;

export const programPath = resolve(top, process.env.COMMONWEAL_PROGRAM ?? "build/release/commonweal");

export interface Account {
  email: string;
  password: string;
}

export class Program {
  readonly accounts = new Map<string, Account>();
  address = "";
  #child: ChildProcess | null = null;
  #said = "";

  constructor(readonly data: string) {}

  /** On any free port; after a stop, on the same one. */
  async start(): Promise<this> {
    const listen = this.address ? new URL(this.address).host : "127.0.0.1:0";
    const child = spawn(programPath, ["demo", "--data", this.data, "--listen", listen], { stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    this.#said = "";
    child.stderr?.on("data", (text: Buffer) => (this.#said = (this.#said + text.toString()).slice(-4000)));
    await new Promise<void>((ready, failed) => {
      const timer = setTimeout(() => failed(new Error(`${programPath} said no address. ${this.#said}`)), start_max_ms);
      let text = "";
      child.stdout?.on("data", (more: Buffer) => {
        text += more.toString();
        if (!this.#read(text)) return;
        clearTimeout(timer);
        ready();
      });
      child.once("error", failed);
      child.once("exit", (code) => failed(new Error(`${programPath} ended with ${code}. ${this.#said}`)));
    });
    return this;
  }

  /** Lines "role email password …", and the address alone when it takes requests. */
  #read(text: string): boolean {
    for (const line of text.split("\n").slice(0, -1)) {
      const [role, email, password] = line.split(" ");
      if (role && email && password) this.accounts.set(role, { email, password });
      else if (line.startsWith("http")) this.address = line.trim().replace(/\/$/, "");
    }
    return this.address !== "" && new RegExp(`^${this.address}/?$`, "m").test(text);
  }

  account(role: string): Account {
    const found = this.accounts.get(role);
    if (!found) throw new Error(`The sample has no ${role}.`);
    return found;
  }

  /** Another account, made on the running server as an operator does. */
  addAccount(email: string, name: string, role: string): Account {
    const password = "a long enough password";
    const args = ["user", "add", email, "--name", name, "--role", role, "--password", password, "--data", this.data];
    const done = spawnSync(programPath, args, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`user add failed: ${done.stderr}`);
    return { email, password };
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
}

/** The sample as it was made once for all tests, copied, so that no test sees another's doings. */
export async function startProgram(): Promise<Program> {
  const sample = process.env.COMMONWEAL_E2E_SAMPLE ?? "";
  const data = join(mkdtempSync(join(tmpdir(), "commonweal-e2e-")), "data");
  if (existsSync(sample)) cpSync(sample, data, { recursive: true });
  return new Program(data).start();
}

export async function endProgram(program: Program | undefined): Promise<void> {
  await program?.stop();
  if (program) rmSync(join(program.data, ".."), { recursive: true, force: true });
}
