import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http';
import { request as requestHttps, Agent as SecureAgent } from 'node:https';
import { type ReceiverFault, type Resolve, resolveName, resolveReceiver } from './resolve-receiver';

/** All of an attempt: name, connection, answer. */
export const ATTEMPT_MS_MAX = 5_000;
/** Of an answer no more is read; the log keeps its beginning. */
export const ANSWER_BYTES_MAX = 64 * 1024;
const ANSWER_CHARS_KEPT = 500;

/**
 * Connections stay open for the next delivery: below the five seconds after which common servers close them. They are kept by the address that was
 * checked, the port and the name for TLS, so that a name that leads elsewhere since is never served by an old one.
 */
const KEPT = { keepAlive: true, maxFreeSockets: 16, timeout: 4_000 } as const;
const agent = new Agent(KEPT);
const secureAgent = new SecureAgent(KEPT);

export type PostFault = ReceiverFault | 'timed_out' | 'not_reached' | 'not_secure' | 'redirect' | 'broken_off';

/** What came of an attempt. `status` is that of the answer, `fault` why it does not count or why there was none. */
export type PostOutcome = {
  readonly status: number | null;
  readonly fault: PostFault | null;
  readonly answer: string | null;
  readonly durationMs: number;
};

export type PostOptions = {
  readonly resolve?: Resolve;
  readonly allowsLoopback?: boolean;
  /** Further authorities to trust, for tests. */
  readonly ca?: string;
  /** Where a checked address is really connected to, for tests. */
  readonly connectTo?: { readonly host: string; readonly port: number };
  readonly timeoutMs?: number;
};

type Answer = Pick<PostOutcome, 'status' | 'fault' | 'answer'>;

/**
 * Posts a body to a receiver. The name is resolved once and checked, the connection goes to the checked address with the name for
 * TLS and Host, no redirect is followed, and time and size are bounded. Never throws: every failure is an outcome.
 */
export async function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: PostOptions = {},
): Promise<PostOutcome> {
  const begun = performance.now();
  const signal = AbortSignal.timeout(options.timeoutMs ?? ATTEMPT_MS_MAX);
  const timedOut = new Promise<Answer>((resolve) => {
    signal.addEventListener('abort', () => resolve(failed('timed_out')), { once: true });
  });
  const answer = await Promise.race([attempt(url, headers, body, options, signal), timedOut]);
  return { ...answer, durationMs: Math.round(performance.now() - begun) };
}

async function attempt(
  text: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: PostOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const receiver = await resolveReceiver(text, options.resolve ?? resolveName, options.allowsLoopback ?? false);
  if (!receiver.ok) return failed(receiver.fault);
  let answer = failed('not_reached');
  for (const address of receiver.addresses) {
    if (signal.aborted) break;
    answer = await send(receiver.url, address, { headers, body, options, signal });
    // Another address is worth trying only where none was reached: what was sent once is not sent twice.
    if (answer.fault !== 'not_reached') break;
  }
  return answer;
}

type Sending = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly options: PostOptions;
  readonly signal: AbortSignal;
};

/** A kept connection that the other side closed before a byte of an answer most likely brought nothing across: it is sent once more by one of its own. */
async function send(url: URL, address: string, sending: Sending): Promise<Answer> {
  const answer = await sendBy(true, url, address, sending);
  return answer === 'stale' ? ((await sendBy(false, url, address, sending)) as Answer) : answer;
}

function sendBy(
  isKept: boolean,
  url: URL,
  address: string,
  { headers, body, options, signal }: Sending,
): Promise<Answer | 'stale'> {
  const isSecure = url.protocol === 'https:';
  const how: RequestOptions & { servername?: string; ca?: string } = {
    method: 'POST',
    host: options.connectTo?.host ?? address,
    port: options.connectTo?.port ?? (url.port || (isSecure ? 443 : 80)),
    path: `${url.pathname}${url.search}`,
    setHost: false,
    headers: { ...headers, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
    agent: isKept ? (isSecure ? secureAgent : agent) : false,
    signal,
    ...(isSecure ? { servername: url.hostname, ca: options.ca } : {}),
  };
  return new Promise((resolve) => {
    let isConnected = false;
    let bytesBefore = 0;
    const request: ClientRequest = (isSecure ? requestHttps : requestHttp)(how);
    request.on('socket', (socket) => {
      bytesBefore = socket.bytesRead;
      if (request.reusedSocket) isConnected = true;
      else socket.once(isSecure ? 'secureConnect' : 'connect', () => (isConnected = true));
    });
    request.on('response', (response) => void read(response).then(resolve));
    request.on('error', (error) => {
      const isUnanswered = request.socket?.bytesRead === bytesBefore;
      const isStale = request.reusedSocket && isUnanswered && 'code' in error && STALE.has(String(error.code));
      resolve(isStale ? 'stale' : failed(faultOf(error, isConnected)));
    });
    request.end(body);
  });
}

const STALE: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE']);

function read(response: IncomingMessage): Promise<Answer> {
  const status = response.statusCode ?? null;
  const chunks: Buffer[] = [];
  let size = 0;
  const whole = () => (status !== null && status >= 300 && status < 400 ? 'redirect' : null);
  return new Promise((resolve) => {
    const end = (fault: PostFault | null) => {
      const text = Buffer.concat(chunks).toString('utf8').slice(0, ANSWER_CHARS_KEPT).replaceAll('\0', '\ufffd');
      // Half a character at the cut is nothing that could be stored.
      const answer = text.replace(/[\ud800-\udbff]$/, '');
      resolve({ status: fault === null || fault === 'redirect' ? status : null, fault, answer: answer || null });
      if (!response.complete) response.destroy();
    };
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      // The status says whether it was taken; the rest of a long page is of no use.
      if (size > ANSWER_BYTES_MAX) end(whole());
    });
    response.on('end', () => end(whole()));
    response.on('error', () => end('broken_off'));
  });
}

function faultOf(error: Error, isConnected: boolean): PostFault {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timed_out';
  if (isConnected) return 'broken_off';
  const code = 'code' in error ? String(error.code) : '';
  return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME|VERIFY/.test(code) ? 'not_secure' : 'not_reached';
}

function failed(fault: PostFault): Answer {
  return { status: null, fault, answer: null };
}
