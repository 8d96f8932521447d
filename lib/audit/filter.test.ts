import { expect, it } from 'vitest';
import { cursorText, isReversed, parseAuditFilter, parseCursor } from './filter';

const id = '0b5c3f7e-8a44-4c1d-9a3e-2f6f1d2c3b4a';

it('the filter of a link is read, and what does not fit is left out', () => {
  const given = { action: 'clearance.release', from: '2026-11-01', to: '2026-02-30', actorId: id, subject: 'nothing' };
  expect(parseAuditFilter(given)).toEqual({ action: 'clearance.release', from: '2026-11-01', actorId: id });
  expect(parseAuditFilter({ actorId: "' or 1=1", action: ['a', 'b'] })).toEqual({});
});

it('a page goes on exactly where the last one ended', () => {
  const place = { at: new Date('2026-11-24T10:00:00.123Z'), id };
  expect(parseCursor(cursorText(place))).toEqual(place);
});

it.each([null, '', 'x', '2026-11-24_x', `2026-13-01T00:00:00.000Z_${id}`, `2026-11-24T10:00:00.000Z_x`])(
  'the place %j is the first page',
  (text) => {
    expect(parseCursor(text)).toBeNull();
  },
);

it('days are reversed only where both are given and the last lies before the first', () => {
  expect(isReversed({ from: '2026-11-24', to: '2026-11-23' })).toBe(true);
  expect(isReversed({ from: '2026-11-24', to: '2026-11-24' })).toBe(false);
  expect(isReversed({ from: '2026-11-24' })).toBe(false);
});
