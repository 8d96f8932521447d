import { createPrivateKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  AT,
  content,
  HOSTILE_PACKAGES,
  NORTH,
  signature,
  signed,
  signers,
  text,
} from '@/tests/support/hostile-packages';
import { canonicalJson } from './canonical';
import { readPackage } from './read-package';

const read = (bytes: Uint8Array | string) =>
  readPackage(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, {
    ownCode: 'XB',
    signerOf: (key) => signers[key] ?? null,
    at: AT,
  });
const firstOf = (bytes: Uint8Array | string) => {
  const result = read(bytes);
  if (result.isRight) throw new Error('taken');
  const [{ code = '', pointer = '', value } = {}] = result.problems;
  return value === undefined ? [code, pointer] : [code, pointer, value];
};

describe('A package', () => {
  it('is read as it was signed, whoever printed it anew', () => {
    expect(read(signed())).toEqual({ isRight: true, content, key: NORTH.fingerprint });
    expect(read(JSON.stringify(JSON.parse(text()), null, 4)).isRight).toBe(true);
  });

  it('is signed over its format, its version and the one text of its content, so that any Ed25519 can make and check it', () => {
    const bytes = Buffer.from(`luxor-exchange 1\n${canonicalJson(content)}`);
    const value = sign(null, bytes, createPrivateKey(NORTH.privatePem)).toString('base64');
    expect(JSON.parse(text()).signature.value).toBe(value);
    expect(firstOf(signature({ value: value.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')) }))[0]).toBe(
      'signature_wrong',
    );
  });

  it.each(HOSTILE_PACKAGES)('that %s is refused by place, rule and value', (_name, make, expected) => {
    expect(firstOf(make()).slice(0, expected.length)).toEqual(expected);
  });

  it('is refused at every single byte that is changed, or reads the same', () => {
    const bytes = signed();
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const result = read(changed);
      if (result.isRight) expect(result.content).toEqual(content);
    }
  });

  it('says on which line its JSON breaks', () => {
    const result = read('{\n"format": 1,\n"format": 2}');
    expect(result).toMatchObject({ problems: [{ code: 'json_duplicate_key', line: 3, value: 'format' }] });
  });
});
