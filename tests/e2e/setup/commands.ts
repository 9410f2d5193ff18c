// What has no page of its own yet, asked of the API in the page of somebody who has signed in.
import type { Page } from "playwright-core";

export async function command(page: Page, path: string, body: object): Promise<void> {
  const answered = await page.evaluate(
    async ([url, text]) => {
      const { csrf_token } = (await (await fetch("/api/v1/session")).json()) as { csrf_token: string };
      const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf_token, "Idempotency-Key": crypto.randomUUID() };
      const answer = await fetch(url, { method: "POST", headers, body: text });
      return answer.ok ? "" : `${answer.status} ${await answer.text()}`;
    },
    [`/api/v1${path}`, JSON.stringify(body)] as const,
  );
  if (answered) throw new Error(`${path}: ${answered}`);
}
