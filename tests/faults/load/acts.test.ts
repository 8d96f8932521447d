import { describe, expect, it } from 'vitest';
import { compareActs, type KnownAct, type ToldAct } from './acts';

const known = (outcome: KnownAct['outcome'], act: KnownAct['act'] = 'release', consignmentId: string | null = 'c') => ({
  ...{ officerId: 'o', consignmentId, act, outcome },
});
const told = (kind: string, times = 1, consignmentId = 'c'): ToldAct => ({
  ...{ officerId: 'o', consignmentId, kind, times },
});

describe('What officers were told, held against what the timelines tell', () => {
  it('agrees where each answered act is there once, under any of its kinds', () => {
    expect(compareActs([known('done')], [told('released')])).toEqual([]);
    expect(compareActs([known('done')], [told('payment_awaited')])).toEqual([]);
    expect(compareActs([known('done'), known('done')], [told('released'), told('payment_awaited')])).toEqual([]);
  });

  it('finds an act that was answered and is not there', () => {
    expect(compareActs([known('done')], [])).toEqual([
      'lost: release of c by o was answered 1 times and is told 0 times',
    ]);
  });

  it('finds an act that is there more often than it was asked for', () => {
    expect(compareActs([known('done')], [told('released', 2)])).toEqual([
      'doubled: release of c by o was asked for 1 times and is told 2 times',
    ]);
    expect(compareActs([known('refused')], [told('released')])).toHaveLength(1);
  });

  it('lets an act whose answer was lost be there once or not at all', () => {
    expect(compareActs([known('unknown')], [])).toEqual([]);
    expect(compareActs([known('unknown')], [told('released')])).toEqual([]);
    expect(compareActs([known('unknown')], [told('released', 2)])).toHaveLength(1);
  });

  it('counts claims whose answer was lost for their officer, whichever consignments they took', () => {
    const takes = [known('unknown', 'take', null), known('done', 'take', 'a')];
    const claimed = [told('claimed', 1, 'a'), told('claimed', 1, 'b')];
    expect(compareActs(takes, claimed)).toEqual([]);
    expect(compareActs(takes, [...claimed, told('claimed', 1, 'd')])).toHaveLength(1);
    expect(compareActs(takes, [told('claimed', 1, 'b')])).toHaveLength(1);
  });

  it('leaves out what nobody of the run can ask for', () => {
    expect(compareActs([], [told('lease_expired'), told('updated')])).toEqual([]);
  });
});
