import { expect, it } from 'vitest';
import { API_KEY, apiKeyHash, apiKeyPrefix, apiKeyText } from './api-key';

it('a key is recognised by its form, kept as a hash, and shown by its first characters', () => {
  const key = apiKeyText(Buffer.alloc(32, 255));
  expect(key).toMatch(API_KEY);
  expect(apiKeyHash(key)).toMatch(/^[0-9a-f]{64}$/);
  expect(key.startsWith(apiKeyPrefix(key))).toBe(true);
  expect(apiKeyPrefix(key)).toHaveLength(12);
});

it('a key of fewer random bytes is never made', () => {
  expect(() => apiKeyText(Buffer.alloc(16))).toThrow(RangeError);
});
