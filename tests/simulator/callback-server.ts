import type { ServerResponse } from 'node:http';
import type { WebhookBody } from '../../electron/wire/webhook-types.ts';
import { answeringServer, type Request } from '../support/answering-server.ts';

export type CallbackServer = {
  url: string;
  /** Verifications that it was asked for. */
  verifications: URLSearchParams[];
  /** Fields of the changes that were posted to it. */
  fields(): string[];
  /** What it answers a verification with; the bare challenge otherwise. */
  verify: (response: ServerResponse, challenge: string) => void;
  agents: string[];
};

/** A callback that can be registered: verifies whoever asks, and takes every webhook. Ends with the test. */
export async function openCallback(path = '/webhook'): Promise<CallbackServer> {
  const posted: WebhookBody[] = [];
  const callback: CallbackServer = {
    url: '',
    verifications: [],
    agents: [],
    fields: () => posted.flatMap((body) => body.entry.flatMap((entry) => entry.changes.map((change) => change.field))),
    verify: (response, challenge) => response.end(challenge),
  };
  const { url } = await answeringServer((response, request: Request) => {
    callback.agents.push(request.headers['user-agent'] ?? '');
    if (request.method === 'POST') {
      posted.push(JSON.parse(request.body) as WebhookBody);
      response.end();
      return;
    }
    const query = new URL(request.url, 'http://127.0.0.1').searchParams;
    callback.verifications.push(query);
    callback.verify(response, query.get('hub.challenge') ?? '');
  });
  callback.url = url + path;
  return callback;
}
