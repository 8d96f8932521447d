import { describe, expect, it } from 'vitest';
import { partsOf, withParts } from './parts';

const CATALOGUE = { queue: { title: 'Queue' }, clearance: { refusal: { late: 'Late' }, status: { open: 'Open' } } };

describe('partsOf', () => {
  it('gives the named parts at their places, and nothing beside them', () => {
    expect(partsOf(CATALOGUE, ['queue', 'clearance.refusal'])).toEqual({
      queue: { title: 'Queue' },
      clearance: { refusal: { late: 'Late' } },
    });
  });

  it('leaves the catalogue as it is when parts of one namespace are put together', () => {
    const before = structuredClone(CATALOGUE);
    expect(partsOf(CATALOGUE, ['clearance.refusal', 'clearance.status'])).toEqual({ clearance: before.clearance });
    expect(CATALOGUE).toEqual(before);
  });

  it('names a path that leads nowhere', () => {
    expect(() => partsOf(CATALOGUE, ['queue.caption'])).toThrow('the catalogue has no part queue.caption');
  });
});

describe('withParts', () => {
  it('adds parts at any depth, and takes nothing away', () => {
    const above = partsOf(CATALOGUE, ['clearance.refusal']);
    expect(withParts(above, partsOf(CATALOGUE, ['queue', 'clearance.status']))).toEqual(CATALOGUE);
    expect(above).toEqual({ clearance: { refusal: { late: 'Late' } } });
  });
});
