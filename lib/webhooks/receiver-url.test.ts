import { describe, expect, it } from 'vitest';
import { readReceiverUrl } from './receiver-url';

const verdictOf = (text: string, allowsLoopback = false) => {
  const read = readReceiverUrl(text, allowsLoopback);
  return read.ok ? 'ok' : read.fault;
};

const CASES: readonly (readonly [string, string])[] = [
  ['https://hooks.partner.com/luxor', 'ok'],
  ['https://hooks.partner.com:443/luxor?token=a', 'ok'],
  ['HTTPS://Hooks.Partner.COM/luxor', 'ok'],
  ['https://xn--bcher-kva.com/', 'ok'],
  ['http://hooks.partner.com/', 'https_only'],
  ['ftp://hooks.partner.com/', 'https_only'],
  ['file:///etc/passwd', 'https_only'],
  ['javascript:alert(1)', 'https_only'],
  ['gopher://hooks.partner.com/', 'https_only'],
  ['//hooks.partner.com/', 'not_a_url'],
  ['hooks.partner.com', 'not_a_url'],
  ['', 'not_a_url'],
  ['https://hooks.partner.com/a b', 'not_a_url'],
  ['https://hooks.partner.com/\n', 'not_a_url'],
  ['https://hooks.partner.com\\@127.0.0.1/', 'not_a_url'],
  ['https:hooks.partner.com', 'written_oddly'],
  ['https:///hooks.partner.com', 'written_oddly'],
  ['https://bücher.com/', 'not_a_url'],
  ['https://user@hooks.partner.com/', 'userinfo'],
  ['https://user:word@hooks.partner.com/', 'userinfo'],
  ['https://hooks.partner.com@169.254.169.254/', 'userinfo'],
  ['https://hooks.partner.com/#part', 'fragment'],
  ['https://hooks.partner.com:8443/', 'port'],
  ['https://hooks.partner.com:22/', 'port'],
  ['https://hooks.partner.com:80/', 'port'],
  ['https://hooks.partner.com:0443/', 'written_oddly'],
  ['https://8.8.8.8/', 'ip_address'],
  ['https://127.0.0.1/', 'ip_address'],
  ['https://[::1]/', 'ip_address'],
  ['https://[::ffff:169.254.169.254]/', 'written_oddly'],
  ['https://2130706433/', 'written_oddly'],
  ['https://0x7f000001/', 'written_oddly'],
  ['https://0x7f.0.0.1/', 'written_oddly'],
  ['https://0177.0.0.1/', 'written_oddly'],
  ['https://127.1/', 'written_oddly'],
  ['https://127.0.0.1./', 'written_oddly'],
  ['https://hooks%2epartner.com/', 'written_oddly'],
  ['https://hooks.partner.com./', 'written_oddly'],
  ['https://hooks..partner.com/', 'written_oddly'],
  ['https://-hooks.partner.com/', 'written_oddly'],
  ['https://localhost/', 'local_name'],
  ['https://database/', 'local_name'],
  ['https://metadata.google.internal/', 'local_name'],
  ['https://printer.local/', 'local_name'],
  ['https://nas.home.arpa/', 'local_name'],
  [`https://hooks.partner.com/${'a'.repeat(1_000)}`, 'too_long'],
];

describe('readReceiverUrl', () => {
  it.each(CASES)('reads %j as %s', (text, verdict) => {
    expect(verdictOf(text)).toBe(verdict);
  });

  it('takes this machine over http only where trials are allowed, and nothing else over http', () => {
    const loopback = ['http://127.0.0.1:4000/x', 'http://localhost:4000/', 'http://[::1]:4000/'];
    expect(loopback.map((text) => verdictOf(text))).toEqual(['https_only', 'https_only', 'https_only']);
    expect(loopback.map((text) => verdictOf(text, true))).toEqual(['ok', 'ok', 'ok']);
    const others = ['http://127.0.0.2/', 'http://10.0.0.1/', 'http://localhost.partner.com/', 'http://2130706433/'];
    expect(others.map((text) => verdictOf(text, true)).filter((verdict) => verdict === 'ok')).toEqual([]);
    expect(verdictOf('http://user@127.0.0.1/', true)).toBe('userinfo');
  });
});
