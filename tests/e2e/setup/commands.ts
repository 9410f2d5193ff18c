// What has no page of its own yet, asked of the API in the page of somebody who has signed in.
import type { Page } from "playwright-core";

export interface Done {
  id: string;
  /** From here on reads with `after` know of it. */
  position: string;
}

export async function command(page: Page, path: string, body: object): Promise<Done> {
  const answered = await page.evaluate(
    async ([url, text]) => {
      const { csrf_token } = (await (await fetch("/api/v1/session")).json()) as { csrf_token: string };
      const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf_token, "Idempotency-Key": crypto.randomUUID() };
      const answer = await fetch(url, { method: "POST", headers, body: text });
      return { ok: answer.ok, status: answer.status, text: await answer.text(), position: answer.headers.get("X-Position") ?? "" };
    },
    [`/api/v1${path}`, JSON.stringify(body)] as const,
  );
  if (!answered.ok) throw new Error(`${path}: ${answered.status} ${answered.text}`);
  return { id: (JSON.parse(answered.text) as { id: string }).id, position: answered.position };
}
