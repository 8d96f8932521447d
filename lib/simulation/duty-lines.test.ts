import { describe, expect, it } from 'vitest';
import { EU_AFTER, EU_BEFORE, EU_FLAT } from '@/lib/charges/examples/eu';
import { lawFaults } from '@/lib/charges/law';
import { dutyChanges, dutyLines } from './duty-lines';
import { withoutRelief } from './without-relief';

describe('rates of duty as they are typed', () => {
  it('are read line by line, plain percentages and the words of a tariff', () => {
    const typed = '6109 12\n\n6403   8 % + 1.5 EUR/kg\r\n95 2.7 %';
    const changes = dutyChanges(typed);
    expect(changes).toEqual([
      { kind: 'duty_rate', key: '6109', value: { ratePercent: '12' } },
      { kind: 'duty_rate', key: '6403', value: { ratePercent: null, text: '8 % + 1.5 EUR/kg' } },
      { kind: 'duty_rate', key: '95', value: { ratePercent: '2.7' } },
    ]);
    expect(dutyChanges(dutyLines(changes))).toEqual(changes);
  });
});

describe('a law without its relief for low value', () => {
  it.each([
    ['of full relief', EU_BEFORE],
    ['of the flat duty', EU_FLAT],
    ['without one already', EU_AFTER],
  ])('out of the law %s has the tariff for everything that is sold', (_title, { law }) => {
    const changed = withoutRelief(law);
    expect(lawFaults(changed)).toEqual([]);
    expect(changed.bands.some(({ key }) => key === 'low_value')).toBe(false);
    for (const band of changed.bands.filter(({ when }) => when.underScheme)) expect(band.duty.kind).toBe('tariff');
    expect(changed.bands.at(-1)).toEqual(law.bands.at(-1));
  });
});
