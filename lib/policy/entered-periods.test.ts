import { describe, expect, it } from 'vitest';
import { CHANGED_KINDS, fitChange } from './change';
import { PARAMETERS } from './parameters';
import { partFaults } from './part-faults';

const against = {
  currency: 'EUR',
  minorDigits: 2,
  rows: PARAMETERS,
  period: { fromOn: '2026-12-01', toOn: '2026-12-31' },
};

it('every parameter an installation begins with would pass as a change of its kind', () => {
  for (const { kind, key, value, validTo } of PARAMETERS) {
    // Money of before is none any more.
    if (validTo !== null && validTo < against.period.fromOn) continue;
    const changed = CHANGED_KINDS.find((one) => one === kind);
    if (changed)
      expect(
        partFaults({ kind: changed, key, value }, 'parts', against).map(({ code }) => code),
        `${kind}/${key}`,
      ).toEqual([]);
  }
});

describe.each(CHANGED_KINDS)('the periods of the kind %s', () => {
  const row = (validFrom: string, validTo: string | null) => ({ validFrom, validTo, revision: 0, value: {} });
  it('neither overlap nor leave a gap', () => {
    const rows = [row('2020-01-01', '2026-12-31'), row('2028-01-01', null)];
    expect(fitChange(rows, { validFrom: '2027-01-01', validTo: null })).toEqual({
      ...{ ok: false, rule: 'later_row', day: '2028-01-01' },
    });
    expect(fitChange(rows, { validFrom: '2027-02-01', validTo: '2027-12-31' })).toEqual({
      ...{ ok: false, rule: 'gap', day: '2027-01-01' },
    });
    expect(fitChange(rows, { validFrom: '2027-01-01', validTo: '2027-12-31' }).ok).toBe(true);
  });
});
