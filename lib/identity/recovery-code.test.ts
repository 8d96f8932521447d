import { expect, it } from 'vitest';
import { newRecoveryCodes, RECOVERY_RANDOM_BYTES, recoveryCodeHash } from './recovery-code';

const random = Uint8Array.from({ length: RECOVERY_RANDOM_BYTES }, (_, index) => (index * 37) % 251);

it('makes ten codes that differ', () => {
  const codes = newRecoveryCodes(random);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  expect(() => newRecoveryCodes(random.subarray(0, RECOVERY_RANDOM_BYTES - 60))).toThrow(RangeError);
});

it('knows a code however it is written, at its own account only', () => {
  const hash = recoveryCodeHash('kaya', 'abcd-efgh-jkmn-pqrs');
  expect(recoveryCodeHash('kaya', ' ABCD EFGH JKMN PQRS ')).toBe(hash);
  expect(recoveryCodeHash('moreau', 'abcd-efgh-jkmn-pqrs')).not.toBe(hash);
});
