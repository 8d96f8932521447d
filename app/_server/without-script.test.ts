import { readFileSync } from 'node:fs';
import { createServer, get, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ASKS_WHOLE_HEAD,
  asksPublicDocument,
  sendPublicPagesWithoutScript,
  takesGzip,
  withoutScript,
  withoutScriptPolicy,
} from './without-script';

const POLICY = "default-src 'self'; script-src 'self' 'nonce-abc' 'strict-dynamic'; style-src 'self'";
const PAGE =
  '<!DOCTYPE html><html><head><link rel="preload" as="script" href="/a.js"/><link rel="stylesheet" href="/a.css"/>' +
  '<script src="/b.js" async=""></script></head><body><p>Duty &lt;script&gt; 3.00 €</p><script>self.__next_f.push([1,"<p>"])</script></body></html>';
const PLAIN =
  '<!DOCTYPE html><html><head><link rel="stylesheet" href="/a.css"/></head><body><p>Duty &lt;script&gt; 3.00 €</p></body></html>';

describe('A page of the public', () => {
  it.each([
    ['/public', true],
    ['/public/costs?currency=EUR', true],
    ['/published/imports/2026-09/1', true],
    ['/published?x=/csv', true],
    ['/published/imports?on=a/csv', true],
    ['/published/feed', false],
    ['/published/feed?x', false],
    ['/published/imports/year/2025/csv?on=2026-03-01', false],
    ['/published/imports/quarter/2026-Q3/csv', false],
    ['/publications', false],
    ['/queue', false],
    ['/sign-in', false],
  ])('%s: %s', (url, isOne) => {
    expect(asksPublicDocument({ method: 'GET', url, headers: {} })).toBe(isOne);
    expect(asksPublicDocument({ method: 'GET', url, headers: { rsc: '1' } })).toBe(false);
    expect(asksPublicDocument({ method: 'HEAD', url, headers: {} })).toBe(isOne);
    expect(asksPublicDocument({ method: 'PUT', url, headers: {} })).toBe(false);
  });

  it('is the same without its scripts, and what is told of them ahead', () => {
    expect(withoutScript(PAGE)).toBe(PLAIN);
  });

  it('keeps them where content waits for one, or where it is no whole document', () => {
    expect(withoutScript(PAGE.replace('<p>', '<template id="B:0"></template><p>'))).toBeNull();
    expect(withoutScript('<script>1</script>')).toBeNull();
  });

  it.each([
    ['gzip, deflate, br', true],
    ['br;q=1, GZIP;q=0.2', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip; q=0.0, *', false],
    ['deflate, *;q=0', false],
    ['identity', false],
    ['', false],
  ])('to whom accepts %j comes in gzip: %s', (accepted, isOne) => expect(takesGzip(accepted)).toBe(isOne));

  it('is asked of the framework with the whole of its head', () => {
    expect(readFileSync('next.config.js', 'utf8')).toContain(`htmlLimitedBots: /${ASKS_WHOLE_HEAD}/`);
  });

  it('forbids every script by its policy', () => {
    expect(withoutScriptPolicy(POLICY)).toBe("default-src 'self'; script-src 'none'; style-src 'self'");
  });
});

describe('The web server', () => {
  const NONE = PAGE.replace('<p>', '<p data-answer="nothing">');
  const pageAt = (url = '') => {
    if (url === '/published/none') return NONE;
    return url === '/published/late' ? NONE.replace('<p ', '<template id="B:0"></template><p ') : PAGE;
  };
  const agents: string[] = [];
  const answers: RequestListener = (request, response) => {
    agents.push(request.headers['user-agent'] ?? '');
    const isGone = request.url === '/public/gone';
    const isFile = request.url === '/public/file';
    response.statusCode = isGone ? 404 : 200;
    response.setHeader('Content-Type', isFile ? 'text/plain' : 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Link', '</a.css>; rel=preload; as="style", </b.js>; rel=preload; as="script"');
    response.flushHeaders();
    // In parts, as pages come, and cut within a letter.
    const bytes = Buffer.from(pageAt(request.url));
    // As the framework answers, which makes no page for a head.
    if (request.method === 'HEAD') {
      response.end(null);
      return;
    }
    const middle = bytes.indexOf(Buffer.from('€')) + 1;
    response.write(bytes.subarray(0, middle));
    response.end(bytes.subarray(middle));
  };
  // As the framework does it: its compression, which asks for the head at the first write, and the head sent ahead of the body.
  const compression = createRequire(import.meta.url)('next/dist/compiled/compression') as () => (
    request: unknown,
    response: unknown,
    next: () => void,
  ) => void;
  const compress = compression();
  const server = createServer((request, response) => compress(request, response, () => answers(request, response)));
  let address = '';
  beforeAll(async () => {
    sendPublicPagesWithoutScript();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('sends it whole, compressed, without a script and with a policy that forbids any', async () => {
    for (const encoding of ['gzip', 'identity']) {
      const answer = await fetch(`${address}/public/costs`, { headers: { 'accept-encoding': encoding } });
      expect(await answer.text()).toBe(PLAIN);
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'");
      expect(answer.headers.get('link')).toBe('</a.css>; rel=preload; as="style"');
    }
  });

  it('answers a page that tells of nothing with 404, to whom asks for its head as well', async () => {
    for (const path of ['/published/none', '/published/late', '/published/costs'])
      for (const method of ['GET', 'HEAD']) {
        const answer = await fetch(address + path, { method });
        expect(answer.status, `${method} ${path}`).toBe(path.endsWith('costs') ? 200 : 404);
        const body = await answer.text();
        expect(body.length > 0, `${method} ${path}`).toBe(method === 'GET');
      }
    expect(agents.at(-1)).toContain(ASKS_WHOLE_HEAD);
  });

  it('goes on where somebody goes away before the end of a page', async () => {
    for (let times = 0; times < 20; times += 1)
      await new Promise<void>((resolve) => {
        const asked = get(`${address}/public/costs`, { headers: { 'accept-encoding': 'gzip' } });
        asked.on('error', () => resolve());
        asked.on('close', resolve);
        setTimeout(() => asked.destroy(), times % 4);
      });
    expect(await (await fetch(`${address}/public/costs`)).text()).toBe(PLAIN);
  });

  it('leaves errors, files and the desk as they are', async () => {
    for (const path of ['/public/gone', '/public/file', '/queue']) {
      const answer = await fetch(address + path);
      expect(await answer.text(), path).toBe(PAGE);
      expect(answer.headers.get('content-security-policy'), path).toBe(POLICY);
    }
  });
});
