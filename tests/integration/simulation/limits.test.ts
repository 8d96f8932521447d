import { beforeAll, describe, expect, it } from 'vitest';
import { PARAMETERS } from '@/lib/policy/parameters';
import { NO_CHANGES } from '@/lib/simulation/changes';
import { aConsignment, receivedAt, underRegime, underScheme, withItems } from '../../support/a-consignment';
import { aDesk, someone } from '../../support/a-desk';
import { simulated } from '../../support/a-simulation';
import { useDatabase } from '../../support/database';
import { simulationFaults } from '../../support/simulation-faults';

const DAY = '2026-11-03';
const PERIOD = { fromOn: DAY, toOn: DAY, at: new Date('2026-11-20T09:00:00Z') };
const manager = someone('risk_manager', 'NLRTM');

useDatabase();
beforeAll(async () => {
  const on = receivedAt(new Date(`${DAY}T08:00:00Z`));
  const desk = await aDesk();
  await aConsignment(desk, on, underRegime('h7'), withItems({ value: '40.00', currency: 'EUR' }));
  await aConsignment(desk, on, underRegime('h7'), withItems({ value: '120.00', currency: 'EUR' }));
  await aConsignment(desk, on, underRegime('entry'), withItems({ value: '140.00', currency: 'EUR' }));
  await aConsignment(desk, on, underScheme('IM5280000017'), withItems({ value: '60.00', currency: 'EUR' }));
});

const threshold = (key: string, change: object) => {
  const row = PARAMETERS.find((one) => one.kind === 'threshold' && one.key === key);
  return { kind: 'threshold' as const, key, value: { ...(row?.value as object), ...change } };
};

describe('other limits', () => {
  it('that are none leave who is treated how as it was', async () => {
    const { total } = (await simulated(manager, PERIOD)).result;
    expect(total).toMatchObject({ consignments: 4, vendorWas: 1, reducedWas: 4, standardWas: 0 });
    for (const key of ['vendor', 'lowValue', 'reduced', 'standard'] as const) {
      expect(total[`${key}Simulated`]).toBe(total[`${key}Was`]);
    }
  });

  it('of the reduced data set say who would need a standard declaration: of 40, 120, 140 and 60 euro one under H7 is above 100', async () => {
    const parameters = [threshold('reduced_dataset', { limit: '100' })];
    const view = await simulated(manager, { ...PERIOD, changes: { parameters } });
    expect(view.result.total).toMatchObject({
      ...{ reducedWas: 4, reducedSimulated: 2, standardWas: 0, standardSimulated: 1 },
      ...{ dutyMinorSimulated: view.result.total.dutyMinorWas, vatMinorSimulated: view.result.total.vatMinorWas },
    });
    expect(view.told).toMatchObject([{ key: 'reduced_dataset', before: { limit: '150' }, replaces: 1 }]);
  });

  it('of low value move consignments out of categories 1 to 3', async () => {
    const parameters = [threshold('low_value', { limit: '50' })];
    const { total } = (await simulated(manager, { ...PERIOD, changes: { parameters } })).result;
    expect(total.lowValueWas).toBe(3);
    expect(total.lowValueSimulated).toBe(1);
  });

  it('of the form of scheme numbers tax at the border what was sold under another: (60.00 + 3.00) x 21 % = 13.23', async () => {
    const parameters = [threshold('vendor_scheme', { prefix: 'XX' })];
    const { total } = (await simulated(manager, { ...PERIOD, changes: { parameters } })).result;
    expect(total).toMatchObject({ vendorWas: 1, vendorSimulated: 0 });
    expect(total.vatMinorSimulated - total.vatMinorWas).toBe(1_323n);
  });

  it.each([
    ['a negative limit', 'low_value', { limit: '-1' }, 'limit', 'plain_amount'],
    ['an absurd limit', 'reduced_dataset', { limit: '9999999999999' }, 'limit', 'absurd_amount'],
    ['goods that are none', 'reduced_dataset', { excluded: ['22a'] }, 'excluded', 'no_subheading'],
    ['a state that is none', 'vendor_scheme', { stateCodes: ['NL'] }, 'stateCodes', 'no_state'],
  ])('are refused with %s, by place and rule', async (_title, key, change, place, code) => {
    const faults = await simulationFaults(manager)({ ...NO_CHANGES, parameters: [threshold(key, change)] });
    expect(faults).toMatchObject([{ pointer: `changes.threshold.${key}.${place}`, code }]);
  });
});
