import { describe, expect, it } from 'vitest';
import { studyRowOf } from './release-study';

describe('a time release study', () => {
  it('tells mean, mode and range of a cause from its histogram', () => {
    const row = studyRowOf(
      'red',
      [
        { bucket: 0, released: 1 },
        { bucket: 5, released: 4 },
        { bucket: 12, released: 2 },
      ],
      70_000,
    );
    expect(row.times.released).toBe(7);
    expect(row.times.meanSeconds).toBe(10_000);
    expect(row.mode).toEqual({ fromSeconds: 3_600, toSeconds: 7_200 });
    expect(row.range).toEqual({ fromSeconds: 0, toSeconds: 86_400 });
  });
  it('has no end where something took longer than the last step', () => {
    expect(studyRowOf('red', [{ bucket: 18, released: 1 }], 900_000).range).toEqual({
      fromSeconds: 864_000,
      toSeconds: null,
    });
  });
  it('says nothing of what is not released', () => {
    expect(studyRowOf('red', [{ bucket: -1, released: 0 }], 0)).toMatchObject({ mode: null, range: null });
  });
});
