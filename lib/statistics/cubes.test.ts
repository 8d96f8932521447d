import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from './contributions';
import { CUBES, type Cube, cubeFor, cubesFor } from './cubes';

describe('cubeFor', () => {
  it('answers totals from the smallest cube and one dimension from its own', () => {
    expect(cubeFor(['day', 'officeId'])).toBe('total');
    expect(cubeFor(['day', 'officeId', 'channel', 'lane'])).toBe('total');
    expect(cubeFor(['day', 'officeId', 'lane', 'origin'])).toBe('lane_origin');
    expect(cubeFor(['day', 'officeId', 'chapter'])).toBe('chapter');
    expect(cubeFor(['day', 'officeId', 'selectionReason', 'examination'])).toBe('examination');
    expect(cubeFor(['day', 'officeId', 'releaseBucket', 'channel', 'outcome'])).toBe('lane_clearance');
    expect(cubeFor(['day', 'officeId', 'hour', 'releaseBucket', 'lane'])).toBe('lane_hour');
  });
  it('answers a pair from the cube of the pair while channel and lane are not asked for', () => {
    expect(cubeFor(['day', 'officeId', 'origin', 'chapter'])).toBe('origin_chapter');
    expect(cubeFor(['day', 'officeId', 'origin', 'selectionReason', 'examination'])).toBe('origin_examination');
    expect(cubeFor(['day', 'officeId', 'origin', 'chapter', 'lane'])).toBe('fine');
  });
  it('falls back to larger ones that have the same, and to the finest at last', () => {
    expect(cubesFor(['day', 'officeId', 'origin']).slice(0, 2)).toEqual(['origin', 'origin_release']);
    for (const a of DIMENSIONS)
      for (const cube of cubesFor([a])) expect(CUBES[cube]).toEqual(expect.arrayContaining([a]));
    for (const a of DIMENSIONS) expect(cubesFor([a, 'day', 'heading', 'dispatch']).at(-1)).toBe('fine');
  });
  it('never leaves out a dimension that was asked for', () => {
    for (const a of DIMENSIONS)
      for (const b of DIMENSIONS)
        for (const c of DIMENSIONS) expect(CUBES[cubeFor([a, b, c])]).toEqual(expect.arrayContaining([a, b, c]));
  });
  it('knows cubes that differ in what they keep, each with day and office', () => {
    const kept = (Object.keys(CUBES) as Cube[]).map((cube) => [...CUBES[cube]].sort().join());
    expect(new Set(kept).size).toBe(kept.length);
    for (const cube of Object.values(CUBES)) expect(cube).toEqual(expect.arrayContaining(['day', 'officeId']));
    expect([...CUBES.fine].sort()).toEqual([...DIMENSIONS].sort());
  });
});
