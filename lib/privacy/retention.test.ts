import { describe, expect, it } from 'vitest';
import { policyAt } from '@/lib/policy/in-force';
import { PARAMETERS } from '@/lib/policy/parameters';
import { decideDue, KEPT_BACK_BY, keptUntil, type LastDone, type Open } from './retention';

const policy = policyAt(PARAMETERS, '2026-11-27');
const received: LastDone = {
  ...{ receivedOn: '2026-11-02', updatedAt: new Date('2026-11-02T10:00:00Z'), decidedAt: null, releasedAt: null },
  ...{ appealClosedOn: null, auditClosedAt: null, postedOn: null },
};
const NOTHING = Object.fromEntries(KEPT_BACK_BY.map((by) => [by, false])) as Open;
const until = (done: Partial<LastDone>) => keptUntil('attachments', { ...received, ...done }, policy);

describe('A consignment is kept', () => {
  it('so many days after the last that was done to it, by a law that is named', () => {
    expect(until({})).toEqual({
      on: '2029-11-02',
      source: 'Regulation (EU) No 952/2013, Article 103(1): three years, in which a customs debt is notified',
      from: 'updated',
    });
    const decided = { decidedAt: new Date('2026-11-20T23:59:00Z') };
    expect(until(decided)).toMatchObject({ on: '2029-11-20', from: 'decided' });
    expect(keptUntil('consignments', { ...received, ...decided }, policy)?.on).toBe('2036-11-20');
  });

  it('longer where an appeal or an audit was closed, or something was posted, after its release', () => {
    const released = { releasedAt: new Date('2026-11-20T10:00:00Z') };
    expect(until({ ...released, appealClosedOn: '2027-05-03' })).toMatchObject({ on: '2030-05-03', from: 'appeal' });
    expect(until({ ...released, auditClosedAt: new Date('2027-02-01T00:00:00Z') })).toMatchObject({ from: 'audit' });
    expect(until({ ...released, postedOn: '2026-12-01' })).toMatchObject({ on: '2029-12-01', from: 'posting' });
    expect(until({ ...released, appealClosedOn: '2026-11-10' })).toMatchObject({ on: '2029-11-20', from: 'released' });
  });

  it('without an end that is told where no period is in force', () => {
    const without = policyAt(
      PARAMETERS.filter(({ kind }) => kind !== 'retention'),
      '2026-11-27',
    );
    expect(keptUntil('consignments', received, without)).toBeNull();
    expect(decideDue('consignments', received, NOTHING, without, '2099-01-01')).toMatchObject({ by: 'no_period' });
  });
});

describe('A consignment is erased', () => {
  const due = (open: Partial<Open>, today: string) =>
    decideDue('consignments', received, { ...NOTHING, ...open }, policy, today);

  it('on the day after its last, and not on that', () => {
    expect(due({}, '2036-11-02')).toMatchObject({ isDue: false, by: 'period' });
    expect(due({}, '2036-11-03')).toMatchObject({ isDue: true, until: { on: '2036-11-02' } });
  });

  it.each(KEPT_BACK_BY)('not while %s keeps it back', (by) => {
    expect(due({ [by]: true }, '2050-01-01')).toMatchObject({ isDue: false, by });
  });

  it('never, for the strongest of several reasons, which is told', () => {
    expect(due({ money: true, legal_hold: true, appeal: true }, '2050-01-01')).toMatchObject({ by: 'legal_hold' });
  });
});
