import { describe, expect, it } from 'vitest';
import { MAP_WIDTH, projected, shapesOf, type Topology } from './topology';
import { mappedCountries } from './world-map';

/** One country over the 180th meridian, as a ring that goes out on one side of the map and comes in on the other. */
const ACROSS: Topology = {
  transform: { scale: [1, 1], translate: [0, 0] },
  arcs: [
    [
      [170, 0],
      [10, 0],
      [-350, 0],
      [0, 10],
      [350, 0],
      [-10, 0],
      [0, -10],
    ],
  ],
  objects: { countries: { geometries: [{ type: 'Polygon', id: '242', arcs: [[0]] }] } },
};

describe('the outlines of the world', () => {
  it('lie on a map whose middle is where the equator meets the meridian of Greenwich', () => {
    expect(projected(0, 0)[0]).toBeCloseTo(MAP_WIDTH / 2, 6);
    expect(projected(0, 0)[1]).toBeCloseTo(0, 6);
    expect(projected(180, 0)[0]).toBeCloseTo(MAP_WIDTH, 3);
    expect(projected(-180, 0)[0]).toBeCloseTo(0, 3);
  });
  it('are cut where they cross the 180th meridian: no piece runs over the whole map', () => {
    const [shape] = shapesOf(ACROSS);
    const pieces = (shape?.path ?? '').split('M').filter(Boolean);
    expect(pieces).toHaveLength(2);
    for (const piece of pieces) {
      const xs = [...piece.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map(([, x]) => Number(x));
      expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(MAP_WIDTH / 2);
    }
  });
  it('know the places parcels come from, small ones too', () => {
    const known = mappedCountries();
    for (const code of ['CN', 'HK', 'SG', 'MT', 'US', 'GB', 'TR', 'VN', 'RS', 'SS']) expect(known).toContain(code);
    expect(known).not.toContain('AQ');
  });
});
