import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';

/** Paths of pages of the public: all that works without script. Files and feeds under the same addresses are no pages. */
const PUBLIC_PAGE = /^\/(?:public|published)(?:\/(?!(?:.*\/)?(?:csv|feed)$).*)?$/;
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/gi;
const SCRIPT_AHEAD = /<link\b[^>]*\bas="script"[^>]*>/gi;
/** Stands in a page that tells that there is nothing: without script no page of the framework would. */
const NOTHING = ' data-answer="nothing"';
/** The face of codes: the public reads few of them, in the one its system has. */
const CODE_FACE = /\bGeistMono/;
/** Content that came late and waits for a script to put it into its place. */
const LATE = /<[a-z]+ hidden(?:="")? id="S:|<template id="[BP]:/;
/** What the framework reads of who asks, see `htmlLimitedBots` of next.config.js: it sends them the title within the head, and not after it by script. */
export const ASKS_WHOLE_HEAD = 'luxor-whole-head';

/** Whether a request asks for a page of the public as a document; what a script of the desk fetches of it is no document. */
export function asksPublicDocument({
  method,
  url,
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return false;
  const [path = ''] = (url ?? '').split('?', 1);
  return PUBLIC_PAGE.test(path) && headers.rsc === undefined && headers['next-action'] === undefined;
}

/** Whether an answer may come in gzip: named with a weight above nought, or meant by `*` (RFC 9110, 12.5.3). */
export function takesGzip(acceptEncoding: string): boolean {
  const weights = new Map<string, number>();
  for (const one of acceptEncoding.toLowerCase().split(',')) {
    const [coding = '', ...words] = one.split(';').map((word) => word.trim());
    const weight = words.find((word) => word.startsWith('q='));
    weights.set(coding, weight === undefined ? 1 : Number(weight.slice('q='.length)));
  }
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

/** A document without its scripts; null where it cannot do without them. */
export function withoutScript(html: string): string | null {
  if (!html.includes('</html>') || LATE.test(html)) return null;
  return html.replace(SCRIPT, '').replace(SCRIPT_AHEAD, '');
}

/** The policy of a page that has no script: none may run in it, whatever found its way in. */
export const withoutScriptPolicy = (policy: string): string => policy.replace(/script-src [^;]*/, "script-src 'none'");

/**
 * Sends the pages of the public without script. The framework sends its own with every page, some 200 kB that bring the public nothing: what
 * they ask is sent by plain forms and links. Errors keep theirs, which is what shows them. A page that tells that there is nothing is
 * answered with 404 here, since a page of the framework cannot say so and show anything without script. In production alone: while
 * developing, pages keep their scripts and 200.
 */
export function sendPublicPagesWithoutScript(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (asksPublicDocument(request)) sendWithoutScript(request, response);
  });
}

type Anything = (...words: unknown[]) => unknown;

/**
 * Holds a page back until it is whole. Whether it is a page is known once somebody begins to answer; from then on neither its head nor its
 * body goes before its end. Of a page nothing comes late: none of the public has parts that are waited for, and its title is asked for
 * within the head. Where something did, it would keep its scripts, see `withoutScript`.
 */
function sendWithoutScript(request: IncomingMessage, response: ServerResponse): void {
  const isZipped = takesGzip(String(request.headers['accept-encoding'] ?? ''));
  // Compressed by the framework, it could not be read here.
  delete request.headers['accept-encoding'];
  request.headers['user-agent'] = `${request.headers['user-agent'] ?? ''} ${ASKS_WHOLE_HEAD}`;
  // The framework makes no page for its head alone. The response knows that it was asked for no more, and sends no body.
  if (request.method === 'HEAD') request.method = 'GET';
  const { writeHead, flushHeaders, write, end } = response;
  const passOn = (method: unknown, words: readonly unknown[]) => (method as Anything).apply(response, [...words]);
  const parts: Buffer[] = [];
  let isEnded = false;
  const isPage = () =>
    !response.headersSent && String(response.getHeader('content-type') ?? '').startsWith('text/html');
  const hold = (chunk: unknown, encoding: unknown): void => {
    const letters = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    if (typeof chunk === 'string') parts.push(Buffer.from(chunk, letters));
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  };
  const doneOf = (words: readonly unknown[]) => words.find((word): word is () => void => typeof word === 'function');
  const send = (body: Buffer, encoding: string | null, done: (() => void) | undefined): void => {
    // Whoever asked may have gone while it was compressed.
    if (response.destroyed) return;
    if (encoding) response.setHeader('Content-Encoding', encoding);
    const varies = [response.getHeader('Vary') ?? []].flat().map(String);
    if (!/\baccept-encoding\b/i.test(varies.join()))
      response.setHeader('Vary', [...varies, 'Accept-Encoding'].join(', '));
    response.setHeader('Content-Length', body.length);
    Object.assign(response, { writeHead, flushHeaders, write, end });
    passOn(end, done ? [body, done] : [body]);
  };
  const held = {
    // With a status alone: whoever hands over headers too answers with something else than a page.
    writeHead: (...words: unknown[]) => (isPage() && words.length === 1 ? response : passOn(writeHead, words)),
    flushHeaders: () => (isPage() ? undefined : passOn(flushHeaders, [])),
    write: (...words: unknown[]) => {
      if (!isPage()) return passOn(write, words);
      if (!isEnded) hold(words[0], words[1]);
      doneOf(words)?.();
      return true;
    },
    end: (...words: unknown[]) => {
      if (!isPage()) return passOn(end, words);
      if (isEnded) return response;
      isEnded = true;
      hold(words[0], words[1]);
      const body = asSent(response, Buffer.concat(parts));
      const done = doneOf(words);
      if (!isZipped || body.length === 0) send(body, null, done);
      // Beside the thread that officers wait for, too. One that cannot be compressed is sent as it is.
      else gzip(body, (error, zipped) => send(error ? body : zipped, error ? null : 'gzip', done));
      return response;
    },
  };
  Object.assign(response, held);
}

/** A whole page as it leaves: its status and policy put right, and without its scripts where it is one that can do without. */
function asSent(response: ServerResponse, whole: Buffer): Buffer {
  if (response.statusCode !== 200) return whole;
  const html = whole.toString('utf8');
  if (html.includes(NOTHING)) response.statusCode = 404;
  const page = withoutScript(html);
  if (page === null) return whole;
  forbidScript(response);
  return Buffer.from(page);
}

function forbidScript(response: ServerResponse): void {
  const policy = response.getHeader('Content-Security-Policy');
  if (typeof policy === 'string') response.setHeader('Content-Security-Policy', withoutScriptPolicy(policy));
  const ahead = response.getHeader('Link');
  if (ahead === undefined) return;
  const kept = [ahead]
    .flat()
    .flatMap((line) => String(line).split(/,\s*(?=<)/))
    .filter((one) => !/\bas="?script\b/.test(one) && !CODE_FACE.test(one));
  if (kept.length > 0) response.setHeader('Link', kept.join(', '));
  else response.removeHeader('Link');
}
