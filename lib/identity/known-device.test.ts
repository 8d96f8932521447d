import { expect, it } from 'vitest';
import { deviceToken, knownDeviceKey } from './known-device';

const secret = 'a secret of at least thirty-two bytes';
const token = deviceToken('account-a', Buffer.alloc(16, 1), secret);

it('a browser that signed in before is known for that account', () => {
  expect(knownDeviceKey(token, 'account-a', secret)).toMatch(/^[0-9a-f]{64}$/);
});

it('a browser is not known for another account, under another secret, or with a forged token', () => {
  expect(knownDeviceKey(token, 'account-b', secret)).toBeNull();
  expect(knownDeviceKey(token, 'account-a', 'another secret, just as long as that')).toBeNull();
  expect(knownDeviceKey(`${token.slice(0, -2)}AA`, 'account-a', secret)).toBeNull();
  expect(knownDeviceKey('nonsense', 'account-a', secret)).toBeNull();
  expect(knownDeviceKey(null, 'account-a', secret)).toBeNull();
});
