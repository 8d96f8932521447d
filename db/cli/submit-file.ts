import { createReadStream, statSync } from 'node:fs';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Progress } from './progress';

const PAUSE_MS = 500;

/** Where a file is sent, by whom, and under which Idempotency-Key: the same file under the same one is taken once. */
export type Target = { readonly url: string; readonly key: string; readonly sendingKey: string };

/** What the command reads of an answer of the API. */
export type Answer = {
  submissionId?: string;
  status?: string;
  received?: number;
  accepted?: number;
  quarantined?: number;
  unchanged?: number;
  updated?: number;
  sandbox?: boolean;
  problems?: readonly { line?: number | null; severity?: string; message?: string }[];
  mapColumnsAt?: string;
  title?: string;
  detail?: string;
  reasons?: readonly { message?: string }[];
};

type Output = { readonly isTTY?: boolean; write(text: string): unknown };

/** Sends a file and gives the answer. @throws an Error that says how to send it again where the server went away, or that none was there */
export async function sendFile(target: Target, path: string, contentType: string, out: Output): Promise<Answer> {
  const size = statSync(path).size;
  const address = new URL('/api/v1/submissions', target.url);
  const call = (address.protocol === 'https:' ? secureRequest : request)(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${target.key}`,
      'content-type': contentType,
      'content-length': size,
      'idempotency-key': target.sendingKey,
      'x-file-name': encodeURIComponent(basename(path)),
    },
  });
  const answer = new Promise<string>((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve(text));
      response.on('error', reject);
    });
  });
  const reached = new Promise<void>((resolve) => {
    call.on('socket', (socket) => (socket.connecting ? socket.once('connect', resolve) : resolve()));
  });
  const failed = answer.catch((error: unknown) => {
    throw new Error(isUnreached(error) ? nobodyThere(target, error) : lostWhileSending(target, path, error));
  });
  // No byte is called sent before there is a server to take it.
  await Promise.race([reached, failed]);
  let bytes = 0;
  const progress = new Progress('bytes sent', out);
  const file = createReadStream(path);
  file.on('data', (piece) => {
    bytes += piece.length;
    progress.show(bytes, size);
  });
  // A server that refuses the file at once answers and closes before it has it all: its answer counts.
  const sending = pipeline(file, call).catch((error: unknown) => error);
  const text = await failed;
  await sending;
  progress.end();
  return parsed(text, target);
}

/** Asks how far a submission is until it is done. @throws an Error that says where it stands where the server went away */
export async function follow(target: Target, submissionId: string, out: Output, pauseMs = PAUSE_MS): Promise<Answer> {
  const progress = new Progress('records processed', out);
  let isRead = false;
  for (;;) {
    const answer = await ask(target, submissionId).catch((error: unknown) => {
      progress.end();
      throw new Error(lostWhileFollowing(target, submissionId, error));
    });
    const { accepted = 0, quarantined = 0, unchanged = 0, updated = 0, received = 0, status } = answer;
    const isDone = status === 'finished' || status === 'refused';
    if (received > 0 || status === 'finished') progress.show(accepted + quarantined + unchanged + updated, received);
    else if (!isRead && !isDone) out.write('The server has the file and is reading it.\n');
    isRead = true;
    if (isDone) {
      progress.end();
      return answer;
    }
    await sleep(pauseMs);
  }
}

async function ask({ url, key }: Target, submissionId: string): Promise<Answer> {
  const response = await fetch(new URL(`/api/v1/submissions/${submissionId}`, url), {
    headers: { authorization: `Bearer ${key}` },
  });
  const answer = parsed(await response.text(), { url });
  // A key that was taken back meanwhile is told nothing more: asking on would never end.
  if (!response.ok) throw new Error([`it answers ${response.status}`, answer.title].filter(Boolean).join(': '));
  return answer;
}

function parsed(text: string, { url }: Pick<Target, 'url'>): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new Error(`${url} answered something that is not JSON. Does Luxor serve there?`);
  }
}

/** Whether a connection was never made: then it is certain that nothing was sent. */
function isUnreached(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)$/.test(String(error.code));
}

function nobodyThere({ url }: Target, error: unknown): string {
  return `Nobody answers at ${url} (${reasonOf(error)}); nothing was sent. Start Luxor there, or name another server with --url.`;
}

function lostWhileSending({ url, sendingKey }: Target, path: string, error: unknown): string {
  return (
    `${url} went away while the file was sent (${reasonOf(error)}). Nothing tells whether it has all of it. Send it again with\n` +
    `  npm run submit -- ${path} --sending-key ${sendingKey}\nUnder the same key it is taken once, even if it had arrived.`
  );
}

function lostWhileFollowing({ url }: Target, submissionId: string, error: unknown): string {
  return (
    `${url} no longer tells how far it is (${reasonOf(error)}). The file is safe there as submission ${submissionId}, and is processed ` +
    `when the server is back; do not send it again. See how far it is at\n  ${url}/submissions/${submissionId}`
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error
    ? reasonOf(cause)
    : error.message || ('code' in error ? String(error.code) : error.name);
}
