import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aReceiver, type Receiver } from '@/tests/support/a-receiver';
import { TEST_CERTIFICATE } from '@/tests/support/tls';
import { ANSWER_BYTES_MAX, type PostOptions, post } from './post';

let plain: Receiver;
let secure: Receiver;
beforeAll(async () => {
  plain = await aReceiver();
  secure = await aReceiver({ isSecure: true });
});
afterAll(async () => {
  await plain.stop();
  await secure.stop();
});
beforeEach(() => {
  for (const receiver of [plain, secure]) {
    receiver.reply = { status: 200, body: 'thanks' };
    receiver.received.length = 0;
  }
});

/** A public address by the name service; the connection itself ends at the receiver of the test. */
const publicly = (changes: Partial<PostOptions> = {}): PostOptions => ({
  resolve: async () => ['93.184.215.14'],
  connectTo: { host: '127.0.0.1', port: secure.port },
  ca: TEST_CERTIFICATE,
  ...changes,
});
const URL_TEXT = 'https://hooks.partner.com/luxor?a=1';
const headers = { 'content-type': 'application/json', 'luxor-event': 'test' };

describe('a post to a receiver', () => {
  it('goes to the checked address with the name for TLS and Host', async () => {
    expect(await post(URL_TEXT, headers, '{"ü":1}', publicly())).toMatchObject({
      status: 200,
      fault: null,
      answer: 'thanks',
    });
    expect(secure.received).toMatchObject([
      { method: 'POST', path: '/luxor?a=1', body: '{"ü":1}', serverName: 'hooks.partner.com' },
    ]);
    expect(secure.received[0]?.headers).toMatchObject({ host: 'hooks.partner.com', 'luxor-event': 'test' });
  });

  it('refuses a certificate of another name, or of an authority nobody trusts', async () => {
    expect(await post('https://other.partner.com/', {}, '', publicly())).toMatchObject({
      status: null,
      fault: 'not_secure',
    });
    expect(await post(URL_TEXT, {}, '', publicly({ ca: undefined }))).toMatchObject({ fault: 'not_secure' });
    expect(secure.received).toEqual([]);
  });

  it.each([
    ['127.0.0.1'],
    ['10.1.2.3'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:10.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['fd00::1'],
    ['100.64.1.1'],
  ])('goes nowhere when the name leads to %s', async (address) => {
    const outcome = await post(URL_TEXT, {}, '', publicly({ resolve: async () => [address] }));
    expect(outcome).toMatchObject({ status: null, fault: 'private_address' });
    expect(secure.received).toEqual([]);
  });

  it('goes nowhere when only one of several addresses is private', async () => {
    const resolve = async () => ['93.184.215.14', '192.168.0.1'];
    expect(await post(URL_TEXT, {}, '', publicly({ resolve }))).toMatchObject({ fault: 'private_address' });
    expect(secure.received).toEqual([]);
  });

  it('asks for the name once: an answer that changes afterwards is never looked at', async () => {
    const answers = ['93.184.215.14', '127.0.0.1', '127.0.0.1'];
    let asked = 0;
    const resolve = async () => [answers[asked++] ?? '127.0.0.1'];
    expect(await post(URL_TEXT, {}, '', publicly({ resolve }))).toMatchObject({ status: 200 });
    expect(asked).toBe(1);
    // The next delivery asks anew, and is refused by what the name leads to then.
    expect(await post(URL_TEXT, {}, '', publicly({ resolve }))).toMatchObject({ fault: 'private_address' });
  });

  it('keeps the connection for the next, by the checked address and the name, and does without where it was closed', async () => {
    const ports = () => secure.received.map(({ fromPort }) => fromPort);
    for (let sent = 0; sent < 3; sent += 1) await post(URL_TEXT, {}, '', publicly());
    expect(new Set(ports()).size).toBe(1);
    const elsewhere = { resolve: async () => ['10.0.0.1'] };
    expect(await post(URL_TEXT, {}, '', publicly(elsewhere))).toMatchObject({ fault: 'private_address' });
    expect(await post('https://other.partner.com/', {}, '', publicly())).toMatchObject({ fault: 'not_secure' });
    secure.hangUp();
    expect(await post(URL_TEXT, {}, '', publicly())).toMatchObject({ status: 200 });
    expect(ports()).toHaveLength(4);
    expect(new Set(ports()).size).toBe(2);
  });

  it('sends once more by a new connection when a kept one closes before a byte of an answer', async () => {
    const delivery = { ...headers, 'luxor-delivery': 'D-1' };
    await post(URL_TEXT, delivery, '1', publicly());
    secure.reply = 'reset';
    expect(await post(URL_TEXT, delivery, '2', publicly())).toMatchObject({ status: 204, fault: null });
    const got = secure.received.map((one) => [one.body, one.headers['luxor-delivery']]);
    expect(got).toEqual([
      ['1', 'D-1'],
      ['2', 'D-1'],
      ['2', 'D-1'],
    ]);
  });

  it.each([
    ['a new connection closes unanswered', 'reset', false],
    ['a kept connection closes within its answer', 'cut', true],
  ] as const)('sends nothing twice when %s', async (_, reply, isKept) => {
    const own = await aReceiver();
    const url = `http://127.0.0.1:${own.port}/hook`;
    if (isKept) await post(url, headers, 'first', { allowsLoopback: true });
    own.reply = reply;
    expect(await post(url, headers, 'x', { allowsLoopback: true })).toMatchObject({ fault: 'broken_off' });
    expect(own.received.filter(({ body }) => body === 'x')).toHaveLength(1);
    await own.stop();
  });

  it('follows no redirect', async () => {
    secure.reply = { status: 302, headers: { location: `http://127.0.0.1:${plain.port}/` } };
    expect(await post(URL_TEXT, {}, '', publicly())).toMatchObject({ status: 302, fault: 'redirect' });
    expect(plain.received).toEqual([]);
  });

  it('waits no longer than it is let, for a name or for an answer', async () => {
    secure.reply = null;
    expect(await post(URL_TEXT, {}, '', publicly({ timeoutMs: 50 }))).toMatchObject({ fault: 'timed_out' });
    const resolve = () => new Promise<never>(() => undefined);
    expect(await post(URL_TEXT, {}, '', publicly({ resolve, timeoutMs: 50 }))).toMatchObject({ fault: 'timed_out' });
  });

  it('reads no more than 64 KB of an answer, keeps its beginning and goes by its status', async () => {
    secure.reply = { status: 200, body: 'x'.repeat(ANSWER_BYTES_MAX + 1) };
    expect(await post(URL_TEXT, {}, '', publicly())).toMatchObject({
      status: 200,
      fault: null,
      answer: 'x'.repeat(500),
    });
    secure.reply = { status: 503, body: 'y'.repeat(ANSWER_BYTES_MAX * 4) };
    expect(await post(URL_TEXT, {}, '', publicly())).toMatchObject({ status: 503, answer: 'y'.repeat(500) });
  });

  it('tells an unknown name, a closed port and an address written oddly apart', async () => {
    const unknown = { resolve: async () => Promise.reject(new Error('no such name')) };
    expect(await post(URL_TEXT, {}, '', publicly(unknown))).toMatchObject({ fault: 'name_unknown' });
    const closed = await aReceiver();
    await closed.stop();
    const connectTo = { host: '127.0.0.1', port: closed.port };
    expect(await post(URL_TEXT, {}, '', publicly({ connectTo }))).toMatchObject({ fault: 'not_reached' });
    expect(await post('https://2130706433/', {}, '', publicly())).toMatchObject({ fault: 'address_refused' });
  });

  it('reaches this machine over http only where trials are allowed', async () => {
    const url = `http://127.0.0.1:${plain.port}/hook`;
    expect(await post(url, {}, 'x')).toMatchObject({ fault: 'address_refused' });
    expect(await post(url, {}, 'x', { allowsLoopback: true })).toMatchObject({ status: 200 });
    const byName = `http://localhost:${plain.port}/hook`;
    const elsewhere = { allowsLoopback: true, resolve: async () => ['10.0.0.1'] };
    expect(await post(byName, {}, 'x', elsewhere)).toMatchObject({ fault: 'private_address' });
    expect(plain.received).toHaveLength(1);
  });
});
