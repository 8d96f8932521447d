import { PACKAGE_LIMITS, type PackageContent } from '@/lib/cooperation/package';
import { newKeyPair, signedPackage } from '@/lib/cooperation/sign';

export const AT = new Date('2026-11-02T10:00:00Z');
export const NORTH = newKeyPair();
const OTHER = newKeyPair();
const FORMER = newKeyPair();

const alert = {
  kind: 'alert',
  number: 1,
  title: 'Batteries in toys',
  handling: 'green',
  caveats: ['customs_only'],
  expiresOn: '2026-12-31',
  provenance: [{ administration: 'XA', act: 'originated', on: '2026-11-01' }],
  text: 'Loose button cells were found in plush toys.',
  seenOn: '2026-10-20',
  chapters: ['95'],
  countries: ['CN'],
} as const;

export const content = {
  kind: 'intelligence',
  packageId: '4d8f5c0a-41f3-4d3c-9a34-0d1b8f3a1c11',
  from: { code: 'XA', name: 'Customs of the North' },
  to: { code: 'XB' },
  issuedAt: '2026-11-02T09:30:00Z',
  expiresOn: '2026-12-31',
  handling: 'amber',
  caveats: [],
  purpose: 'Product safety',
  legalBasis: 'Agreement on mutual assistance, article 4',
  items: [alert],
} as const;

export const signers: Readonly<Record<string, { code: string; publicPem: string; isInForce: boolean }>> = {
  [NORTH.fingerprint]: { code: 'XA', publicPem: NORTH.publicPem, isInForce: true },
  [FORMER.fingerprint]: { code: 'XA', publicPem: FORMER.publicPem, isInForce: false },
};
/** Signs whatever it is given, as a hostile or broken sender could. */
export const signed = (changes: object = {}, key = NORTH) =>
  signedPackage({ ...content, ...changes } as unknown as PackageContent, key.privatePem);
const withItem = (changes: object) => signed({ items: [{ ...alert, ...changes }] });
export const text = (bytes = signed()) => bytes.toString('utf8');
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const enveloped = (changes: object) => JSON.stringify({ ...JSON.parse(text()), ...changes });
export const signature = (changes: object) => enveloped({ signature: { ...JSON.parse(text()).signature, ...changes } });

/** Files that are wrong: what each is, how it is made, and the code, place and value of its first problem. */
export const HOSTILE_PACKAGES: readonly (readonly [string, () => Uint8Array | string, readonly string[]])[] = [
  ['is empty', () => '', ['file_empty', '']],
  ['is longer than any may be', () => Buffer.alloc(PACKAGE_LIMITS.bytes + 1, 32), ['file_too_large', '', '1048577']],
  ['is not UTF-8', () => Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), ['file_encoding', '']],
  ['is UTF-16', () => Buffer.from(`\ufeff${text()}`, 'utf16le'), ['file_encoding', '']],
  ['begins with a byte order mark', () => `\ufeff${text()}`, ['json_syntax', '']],
  ['is a web page', () => '<html></html>', ['json_syntax', '', '<html></html>']],
  ['was cut off', () => text().slice(0, 300), ['json_syntax', '']],
  ['goes on after its end', () => `${text()}{}`, ['json_syntax', '', '{}\n'.trim()]],
  ['is nested as deep as a stack', () => nested(100_000), ['json_depth', '']],
  [
    'names one thing twice',
    () => text().replace('"version":1', '"version":1,"version":1'),
    ['json_duplicate_key', '', 'version'],
  ],
  [
    'names a prototype',
    () => text().replace('"version":1', '"__proto__":{"admin":true},"version":1'),
    ['json_key_refused', '', '__proto__'],
  ],
  [
    'names a prototype by an escape',
    () => text().replace('"version":1', '"\\u005f_proto__":{},"version":1'),
    ['json_key_refused', '', '__proto__'],
  ],
  ['holds a number with a fraction', () => text().replace('"number":1', '"number":1.0'), ['json_number', '']],
  [
    'holds a number beyond all exactness',
    () => text().replace('"number":1', '"number":9007199254740993'),
    ['json_number', ''],
  ],
  ['holds half a character', () => text().replace('Batteries', '\\ud800'), ['json_text', '']],
  ['holds a character no text may hold', () => text().replace('Batteries', '\\u0000'), ['json_text', '']],
  ['is one endless text', () => `"${'a'.repeat(1_000_000)}"`, ['shape', '']],
  ['is one endless escape', () => `"${'\\\\'.repeat(500_000)}"`, ['shape', '']],
  ['is a list', () => '[]', ['shape', '', '[]']],
  ['is of another format', () => enveloped({ format: 'misp' }), ['format_unknown', 'format', 'misp']],
  ['is of a later version', () => enveloped({ version: 2 }), ['version_unknown', 'version', '2']],
  ['has no signature', () => enveloped({ signature: undefined }), ['missing', 'signature']],
  ['carries more than its format has', () => enveloped({ note: 'x' }), ['key_unknown', '', 'note']],
  ['names another algorithm', () => signature({ algorithm: 'none' }), ['value', 'signature.algorithm', 'none']],
  ['has a signature cut short', () => signature({ value: 'AAAA' }), ['value', 'signature.value', 'AAAA']],
  ['is signed by nobody we know', () => signed({}, OTHER), ['signer_unknown', 'signature.key', OTHER.fingerprint]],
  [
    'borrows the name of a known key',
    () => text(signed({}, OTHER)).replace(OTHER.fingerprint, NORTH.fingerprint),
    ['signature_wrong', 'signature.value'],
  ],
  [
    'was changed by one letter',
    () => text().replace('plush toys', 'wooden toys'),
    ['signature_wrong', 'signature.value'],
  ],
  [
    'was made laxer on its way',
    () => text().replace('"handling":"amber"', '"handling":"clear"'),
    ['signature_wrong', 'signature.value'],
  ],
  ['is signed with a key that ended', () => signed({}, FORMER), ['signer_ended', 'signature.key', FORMER.fingerprint]],
  [
    'speaks for another administration',
    () => signed({ from: { code: 'XC', name: 'East' } }),
    ['not_from_signer', 'content.from.code', 'XC'],
  ],
  ['is for another administration', () => signed({ to: { code: 'XD' } }), ['not_for_us', 'content.to.code', 'XD']],
  [
    'was issued tomorrow',
    () => signed({ issuedAt: '2026-11-03T09:30:00Z' }),
    ['issued_later', 'content.issuedAt', '2026-11-03T09:30:00Z'],
  ],
  [
    'has expired',
    () => signed({ expiresOn: '2026-11-01', items: [{ ...alert, expiresOn: '2026-11-01' }] }),
    ['expired', 'content.expiresOn', '2026-11-01'],
  ],
  ['never expires', () => signed({ expiresOn: '2099-01-01' }), ['expires_late', 'content.expiresOn', '2099-01-01']],
  [
    'expires on a day that is none',
    () => signed({ expiresOn: '2026-02-30' }),
    ['day', 'content.expiresOn', '2026-02-30'],
  ],
  [
    'has an id that is none',
    () => signed({ packageId: '../../etc/passwd' }),
    ['value', 'content.packageId', '../../etc/passwd'],
  ],
  ['is of a kind nobody knows', () => signed({ kind: 'order' }), ['value', 'content.kind', 'order']],
  ['holds nothing', () => signed({ items: [] }), ['size', 'content.items', '[]']],
  [
    'holds an item that outlives it',
    () => withItem({ expiresOn: '2027-01-31' }),
    ['item_expires_late', 'content.items.0.expiresOn', '2027-01-31'],
  ],
  [
    'holds an item stricter than it says',
    () => withItem({ handling: 'red' }),
    ['handling_stricter', 'content.items.0.handling', 'red'],
  ],
  [
    'holds a handling code nobody knows',
    () => withItem({ handling: 'white' }),
    ['value', 'content.items.0.handling', 'white'],
  ],
  [
    'holds two items of one number',
    () => signed({ items: [alert, alert] }),
    ['repeated', 'content.items.1.number', '1'],
  ],
  [
    'holds an item that came from elsewhere',
    () => withItem({ provenance: [{ administration: 'XC', act: 'originated', on: '2026-11-01' }] }),
    ['provenance_end', 'content.items.0.provenance', 'XC'],
  ],
  [
    'holds an item that nobody originated',
    () => withItem({ provenance: [{ administration: 'XA', act: 'passed_on', on: '2026-11-01' }] }),
    ['provenance_act', 'content.items.0.provenance.0.act', 'passed_on'],
  ],
  [
    'holds an item passed on before it was there',
    () =>
      withItem({
        provenance: [
          { administration: 'XC', act: 'originated', on: '2026-11-01' },
          { administration: 'XA', act: 'passed_on', on: '2026-10-01' },
        ],
      }),
    ['provenance_order', 'content.items.0.provenance.1.on', '2026-10-01'],
  ],
  [
    'turns the direction of its text',
    () => withItem({ title: 'Toys \u202egpj.exe' }),
    ['text_controls', 'content.items.0.title', 'Toys \u202egpj.exe'],
  ],
  ['hides blanks around a text', () => withItem({ title: ' Toys' }), ['text_blanks', 'content.items.0.title', ' Toys']],
  [
    'carries a key of its own in an item',
    () => withItem({ script: 'x' }),
    ['key_unknown', 'content.items.0', 'script'],
  ],
  [
    'tells a typology of fewer than three',
    () => withItem({ kind: 'typology', month: '2026-10', rule: { version: 1, contributorsMin: 1 }, rows: [] }),
    ['size', 'content.items.0.rule.contributorsMin', '1'],
  ],
  [
    'asks about a time that runs backwards',
    () =>
      signed({
        items: undefined,
        kind: 'match_request',
        fromOn: '2026-10-31',
        toOn: '2026-10-01',
        check: 'c'.repeat(64),
        identifiers: [{ number: 1, kind: 'phone', hash: 'a'.repeat(64) }],
      }),
    ['period', 'content.toOn', '2026-10-01'],
  ],
  [
    'asks in the clear',
    () =>
      signed({
        items: undefined,
        kind: 'match_request',
        fromOn: '2026-10-01',
        toOn: '2026-10-31',
        check: 'c'.repeat(64),
        identifiers: [{ number: 1, kind: 'phone', hash: '+31 20 123 45 67' }],
      }),
    ['value', 'content.identifiers.0.hash', '+31 20 123 45 67'],
  ],
];
