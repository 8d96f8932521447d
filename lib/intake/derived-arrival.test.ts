import { describe, expect, it } from 'vitest';
import { contentHash } from './content-hash';
import { withExpectedArrival } from './derived-arrival';

const receivedAt = new Date('2026-03-10T09:00:00Z');
const mapped = { sent: { reference: 'LRN-1', items: [] }, problems: [] };

describe('a declaration that names no arrival', () => {
  it('is expected the agreed days after its receipt, and says that nobody sent that', () => {
    expect(withExpectedArrival(mapped, { transitDays: 3, receivedAt }).sent).toMatchObject({
      expected_arrival_at: '2026-03-13T09:00:00.000Z',
      derived: ['expected_arrival_at'],
    });
  });
  it('stays without one where nothing is agreed, and keeps one that is named', () => {
    expect(withExpectedArrival(mapped, { receivedAt })).toBe(mapped);
    expect(withExpectedArrival(mapped, { transitDays: 3 })).toBe(mapped);
    const named = { ...mapped, sent: { ...mapped.sent, expected_arrival_at: '2026-03-11T00:00:00Z' } };
    expect(withExpectedArrival(named, { transitDays: 3, receivedAt })).toBe(named);
  });
  it('is the same content whenever it is sent, and another when it names the very day', () => {
    const hashAt = (at: Date) => contentHash(withExpectedArrival(mapped, { transitDays: 3, receivedAt: at }).sent);
    expect(hashAt(new Date('2026-03-11T09:00:00Z'))).toBe(hashAt(receivedAt));
    expect(contentHash({ ...mapped.sent, expected_arrival_at: '2026-03-13T09:00:00.000Z' })).not.toBe(
      hashAt(receivedAt),
    );
  });
});
