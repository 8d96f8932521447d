import { describe, expect, it } from 'vitest';
import { type Newcomer, selectDay } from '@/lib/capacity/select-day';
import { evenDraw } from '@/lib/capacity/strata';
import { levelByFigures, measureTrust, type TrustFigures, type TrustTerms } from './trust';

const GOOD: TrustFigures = {
  ...{ fromMonth: '2026-08-01', toMonth: '2026-10-01', consignments: 400, beforeArrival: 400, complete: 400 },
  ...{ coded: 400, asked: 0, answeredInTime: 0, examined: 0, findings: 0 },
};

const AUTHORISED: TrustTerms = {
  ...{ consignments: 300, beforeArrival: 97, complete: 97, coded: 95, answeredInTime: 95, findings: 5 },
  ...{ leastDrawPercent: 20, source: 'a law of tests' },
};
const RELIABLE: TrustTerms = {
  ...{ ...AUTHORISED, consignments: 100, beforeArrival: 90, complete: 90, coded: 80 },
  ...{ answeredInTime: 80, findings: 10, leastDrawPercent: 50 },
};
const TERMS = new Map([
  ['reliable', RELIABLE],
  ['authorised', AUTHORISED],
] as const);

describe('Trust by figures', () => {
  it('is the highest level whose every criterion is met', () => {
    expect(levelByFigures(GOOD, TERMS)).toBe('authorised');
    expect(levelByFigures({ ...GOOD, complete: 380 }, TERMS)).toBe('reliable');
    expect(levelByFigures({ ...GOOD, complete: 200 }, TERMS)).toBeNull();
    expect(levelByFigures({ ...GOOD, examined: 20, findings: 3 }, TERMS)).toBeNull();
  });

  it('is none where nobody entered what it asks for', () => {
    expect(levelByFigures(GOOD, new Map())).toBeNull();
    expect(levelByFigures(GOOD, new Map([['reliable', RELIABLE]]))).toBe('reliable');
  });

  it('holds against nobody what nobody asked or examined', () => {
    const unmeasured = measureTrust(AUTHORISED, GOOD).filter(({ reached }) => reached === null);
    expect(unmeasured.map(({ criterion, isMet }) => [criterion, isMet])).toEqual([
      ['answeredInTime', true],
      ['findings', true],
    ]);
  });
});

describe('What trust changes in selection', () => {
  const goods = (changes: Partial<Newcomer>): Newcomer => ({
    ...{
      id: 'a',
      worth: 0,
      tieBreak: 0,
      lane: 'green',
      floor: null,
      stratum: 's',
      draw: 0.03,
      drawnWith: null,
      held: null,
    },
    ...changes,
  });
  const unlimited = { documents: null, nii: null, physical: null };
  const select = (changes: Partial<Newcomer>) =>
    selectDay(unlimited, 0, evenDraw(0.1), { occupants: [], waiting: [] }, [goods(changes)]).selections.get('a');

  it('lowers the chance of the random draw, and tells the lower chance to the estimates', () => {
    expect(select({})).toMatchObject({ outcome: 'random', drawProbability: 0.1 });
    expect(select({ drawShare: 0.25 })).toMatchObject({
      outcome: 'none',
      drawProbability: 0.025,
      inclusionProbability: 0.025,
    });
  });

  it('never spares a mandatory control, nor what its risk selects', () => {
    expect(select({ drawShare: 0.25, lane: 'red', floor: 'red' })).toMatchObject({
      outcome: 'mandatory',
      control: 'physical',
    });
    expect(select({ drawShare: 0.25, lane: 'red', worth: 9 })).toMatchObject({ outcome: 'ranked' });
  });

  it('leaves a draw that was made as it was made', () => {
    expect(select({ drawShare: 0.25, drawnWith: 0.1 })).toMatchObject({ outcome: 'random', drawProbability: 0.1 });
  });
});
