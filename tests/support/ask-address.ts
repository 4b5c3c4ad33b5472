import { stdin } from 'node:process';

// A process of its own, because the certificates that it trusts are read when it starts (NODE_EXTRA_CA_CERTS): makes the requests that it is given
// as JSON on standard input, and answers with their statuses and texts.
type Asked = { url: string; method?: string; headers?: Record<string, string>; base64?: string };

const chunks: Buffer[] = [];
for await (const chunk of stdin) chunks.push(chunk as Buffer);
const answers: unknown[] = [];
for (const { url, method = 'GET', headers = {}, base64 } of JSON.parse(Buffer.concat(chunks).toString()) as Asked[]) {
  try {
    const response = await fetch(url, { method, headers, body: base64 === undefined ? null : Buffer.from(base64, 'base64') });
    answers.push({ status: response.status, text: await response.text() });
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
    answers.push({ status: null, text: cause?.code ?? String(error) });
  }
}
console.log(JSON.stringify(answers));
