import { describe, expect, it } from 'vitest';
import { base32, isTotpCode, matchingStep, otpauthUri, totpCode, totpStepOf } from './totp';

/** The secret of the worked examples of RFC 4226 and RFC 6238. */
const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('codes of a step', () => {
  it('are those of RFC 4226, appendix D', () => {
    const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
    expect(codes.map((_, step) => totpCode(SECRET, step))).toEqual(codes);
  });

  it('are the last six digits of those of RFC 6238, appendix B', () => {
    const examples = [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
      [20_000_000_000, '353130'],
    ] as const;
    for (const [seconds, code] of examples) expect(totpCode(SECRET, totpStepOf(at(seconds)))).toBe(code);
  });
});

describe('matchingStep', () => {
  const now = at(1_234_567_890);
  const step = totpStepOf(now);

  it('takes the code of now, of the step before and of the step after, and no other', () => {
    const taken = [-2, -1, 0, 1, 2].map((aside) => matchingStep(SECRET, totpCode(SECRET, step + aside), 0, now));
    expect(taken).toEqual([null, step - 1, step, step + 1, null]);
  });

  it('takes no code of a step that was used, or of one before it', () => {
    const code = totpCode(SECRET, step);
    expect(matchingStep(SECRET, code, step - 1, now)).toBe(step);
    expect(matchingStep(SECRET, code, step, now)).toBeNull();
    expect(matchingStep(SECRET, totpCode(SECRET, step - 1), step, now)).toBeNull();
  });

  it('reads a code in two groups, and refuses what is none', () => {
    const code = totpCode(SECRET, step);
    expect(matchingStep(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, 0, now)).toBe(step);
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６']) {
      expect(isTotpCode(typed)).toBe(false);
      expect(matchingStep(SECRET, typed, 0, now)).toBeNull();
    }
  });
});

describe('what an authenticator is given', () => {
  it('is base 32 of RFC 4648, section 10', () => {
    const examples = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
    for (const [text, coded] of Object.entries(examples)) expect(base32(Buffer.from(text))).toBe(coded);
  });

  it('names the account and the secret in one address', () => {
    expect(otpauthUri(SECRET, 'a b@example.org')).toBe(
      'otpauth://totp/Luxor:a%20b%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Luxor&algorithm=SHA1&digits=6&period=30',
    );
  });
});
