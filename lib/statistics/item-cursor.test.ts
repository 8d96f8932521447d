import { describe, expect, it } from 'vitest';
import { itemCursorText, parseItemCursor } from './item-cursor';

describe('the cursor of the list', () => {
  const cursor = { day: '2026-11-01', consignmentId: '0b0c0d0e-0000-8000-8000-00000000000a', itemNumber: 12 };
  it('comes back from its text', () => {
    expect(parseItemCursor(itemCursorText(cursor))).toEqual(cursor);
  });
  it('is nothing when somebody made it up', () => {
    for (const text of ['', '2026-13-01.x.1', `${itemCursorText(cursor)}.1`, "2026-11-01.' or 1=1.1"])
      expect(parseItemCursor(text)).toBeNull();
    expect(parseItemCursor(null)).toBeNull();
  });
});
