import { describe, expect, it } from 'vitest';
import { policyAt } from './in-force';
import { PARAMETERS } from './parameters';
import { keptUntil } from './retention';

const policy = policyAt(PARAMETERS, '2026-11-27');
const received = { receivedOn: '2026-11-02', updatedAt: new Date('2026-11-02T10:00:00Z') };

describe('A consignment is kept', () => {
  it('so many days after the last that was done to it, by a law that is named', () => {
    const undecided = { ...received, decidedAt: null, releasedAt: null };
    expect(keptUntil('attachments', undecided, policy)).toEqual({
      on: '2029-11-02',
      source: 'Regulation (EU) No 952/2013, Article 103(1): three years, in which a customs debt is notified',
    });
    const decided = { ...undecided, decidedAt: new Date('2026-11-20T23:59:00Z'), releasedAt: null };
    expect(keptUntil('attachments', decided, policy)?.on).toBe('2029-11-20');
    expect(keptUntil('consignments', decided, policy)?.on).toBe('2036-11-20');
  });
  it('without an end that is told where no period is in force', () => {
    const without = policyAt(
      PARAMETERS.filter(({ kind }) => kind !== 'retention'),
      '2026-11-27',
    );
    expect(keptUntil('consignments', { ...received, decidedAt: null, releasedAt: null }, without)).toBeNull();
  });
});
