import { type ClientRequest, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readDemoFile } from '@/db/seed/demo-file';

export const PARTNER = 'Northwing Express';

export type Answer =
  | { readonly kind: 'taken'; readonly submissionId: string }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string }
  /** The connection broke, or the server could not serve: to be sent again. */
  | { readonly kind: 'failed'; readonly reason: string };

export type SendWish = {
  readonly idempotencyKey: string;
  /** Time the whole body takes at least, so that there is something to break off. */
  readonly lastsMs: number;
  /** Told after each piece which share of the body is on its way. */
  readonly onSent?: (share: number) => void;
  /** Taken to have failed after this long without an answer; waits for ever where it is not told. */
  readonly mostMs?: number;
  /** Breaks the sending off. */
  readonly signal?: AbortSignal;
};

const PIECES = 120;

/** The API key of the partner that sends. */
export function partnerKey(dataDir: string): string {
  const key = readDemoFile(dataDir)?.partners.find(({ name }) => name === PARTNER)?.key;
  if (!key) throw new Error(`The demo has no partner ${PARTNER}.`);
  return key;
}

/** Sends a CSV file by the API as a program of the partner would: announced length, piece after piece. Never throws. */
export async function sendFile(baseUrl: string, key: string, body: Buffer, wish: SendWish): Promise<Answer> {
  return new Promise((resolve) => {
    const sending = request(`${baseUrl}/api/v1/submissions`, {
      method: 'POST',
      ...(wish.signal ? { signal: wish.signal } : {}),
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'text/csv',
        'content-length': body.length,
        'idempotency-key': wish.idempotencyKey,
      },
    });
    if (wish.mostMs !== undefined) {
      const timer = setTimeout(() => sending.destroy(new Error('no answer in time')), wish.mostMs);
      sending.on('close', () => clearTimeout(timer));
    }
    sending.on('error', (error) => resolve({ kind: 'failed', reason: error.message }));
    sending.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('error', (error) => resolve({ kind: 'failed', reason: error.message }));
      response.on('close', () => resolve(answerOf(response.statusCode ?? 0, text, response.complete)));
    });
    void writePieces(sending, body, wish);
  });
}

async function writePieces(sending: ClientRequest, body: Buffer, wish: SendWish): Promise<void> {
  const size = Math.ceil(body.length / PIECES);
  for (let start = 0; start < body.length; start += size) {
    if (sending.destroyed) return;
    sending.write(body.subarray(start, start + size));
    wish.onSent?.(Math.min(1, (start + size) / body.length));
    await sleep(wish.lastsMs / PIECES);
  }
  sending.end();
}

function answerOf(status: number, text: string, isWhole: boolean): Answer {
  if (!isWhole) return { kind: 'failed', reason: 'the answer broke off' };
  if (status >= 500) return { kind: 'failed', reason: `${status}` };
  if (status !== 200 && status !== 202) return { kind: 'refused', status, text: text.slice(0, 500) };
  const { submissionId } = JSON.parse(text) as { submissionId?: string };
  return submissionId ? { kind: 'taken', submissionId } : { kind: 'refused', status, text: text.slice(0, 500) };
}
