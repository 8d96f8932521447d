import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Pages of the public: all that works without script. Files and feeds under the same addresses are no pages. */
const PUBLIC_PAGE = /^\/(?:public|published)(?:\/(?!(?:.*\/)?(?:csv|feed)$)[^?]*)?(?:\?|$)/;
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/gi;
const SCRIPT_AHEAD = /<link\b[^>]*\bas="script"[^>]*>/gi;
/** Stands in a page that tells that there is nothing: without script no page of the framework would. */
const NOTHING = ' data-answer="nothing"';
/** The face of codes: the public reads few of them, in the one its system has. */
const CODE_FACE = /\bGeistMono/;
/** Content that came late and waits for a script to put it into its place. */
const LATE = /<[a-z]+ hidden(?:="")? id="S:|<template id="[BP]:/;

/** Whether a request asks for a page of the public as a document; what a script of the desk fetches of it is no document. */
export function asksPublicDocument({
  method,
  url,
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
  if (method !== 'GET' && method !== 'POST') return false;
  return PUBLIC_PAGE.test(url ?? '') && headers.rsc === undefined && headers['next-action'] === undefined;
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
 * they ask is sent by plain forms and links. Errors keep theirs, which is what shows them.
 */
export function sendPublicPagesWithoutScript(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (asksPublicDocument(request)) sendWithoutScript(request, response);
  });
}

type Anything = (...words: unknown[]) => unknown;

/**
 * Holds a page back until it is whole, which it is at once: nothing of these pages is streamed. Whether it is a page is known once somebody
 * begins to answer; from then on neither its head nor its body goes before its end.
 */
function sendWithoutScript(request: IncomingMessage, response: ServerResponse): void {
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  // Compressed by the framework, it could not be read here.
  delete request.headers['accept-encoding'];
  const { writeHead, flushHeaders, write, end } = response;
  const passOn = (method: unknown, words: readonly unknown[]) => (method as Anything).apply(response, [...words]);
  const parts: Buffer[] = [];
  const isPage = () =>
    !response.headersSent && String(response.getHeader('content-type') ?? '').startsWith('text/html');
  const hold = (chunk: unknown, encoding: unknown): void => {
    const letters = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    if (typeof chunk === 'string') parts.push(Buffer.from(chunk, letters));
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
  };
  const doneOf = (words: readonly unknown[]) => words.find((word): word is () => void => typeof word === 'function');
  const held = {
    // With a status alone: whoever hands over headers too answers with something else than a page.
    writeHead: (...words: unknown[]) => (isPage() && words.length === 1 ? response : passOn(writeHead, words)),
    flushHeaders: () => (isPage() ? undefined : passOn(flushHeaders, [])),
    write: (...words: unknown[]) => {
      if (!isPage()) return passOn(write, words);
      hold(words[0], words[1]);
      doneOf(words)?.();
      return true;
    },
    end: (...words: unknown[]) => {
      if (!isPage()) return passOn(end, words);
      hold(words[0], words[1]);
      const whole = Buffer.concat(parts);
      const page = response.statusCode === 200 ? withoutScript(whole.toString('utf8')) : null;
      if (page !== null) forbidScript(response);
      if (page?.includes(NOTHING)) response.statusCode = 404;
      const body = page === null ? whole : Buffer.from(page);
      const sent = takesGzip && body.length > 0 ? gzipSync(body) : body;
      if (sent !== body) response.setHeader('Content-Encoding', 'gzip');
      response.setHeader('Content-Length', sent.length);
      Object.assign(response, { writeHead });
      const done = doneOf(words);
      return passOn(end, done ? [sent, done] : [sent]);
    },
  };
  Object.assign(response, held);
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
