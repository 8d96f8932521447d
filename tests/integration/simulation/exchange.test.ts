import { beforeAll, describe, expect, it } from 'vitest';
import { aConsignment, receivedAt, withItems } from '../../support/a-consignment';
import { aDesk, someone } from '../../support/a-desk';
import { simulated } from '../../support/a-simulation';
import { useDatabase } from '../../support/database';

const DAY = '2026-11-03';
const PERIOD = { fromOn: DAY, toOn: DAY, at: new Date('2026-11-20T09:00:00Z') };
const manager = someone('risk_manager', 'NLRTM');

useDatabase();
beforeAll(async () => {
  const on = receivedAt(new Date(`${DAY}T08:00:00Z`));
  await aConsignment(await aDesk(), on, withItems({ value: '120.00', currency: 'USD' }));
});

const atRate = async (unitsPerBase: string) => {
  const parameters = [{ kind: 'exchange_rate' as const, key: 'USD', value: { unitsPerBase } }];
  const view = await simulated(manager, { ...PERIOD, changes: { parameters } });
  const { dutyMinorWas, vatMinorWas, dutyMinorSimulated, vatMinorSimulated } = view.result.total;
  return { view, was: [dutyMinorWas, vatMinorWas], simulated: [dutyMinorSimulated, vatMinorSimulated] };
};

/** What it was: 120.00 / 1.1684 = 102.71; three euro; (102.71 + 3.00) x 21 % = 22.20. */
const WAS = [300n, 2_220n];

describe('another rate of exchange', () => {
  it('that is the one of the day gives to the cent what was charged', async () => {
    const { view, was, simulated: now } = await atRate('1.1684');
    expect([was, now]).toEqual([WAS, WAS]);
    expect(view).toMatchObject({ charged: 1, unrepeated: 0 });
    expect(view.told).toMatchObject([{ kind: 'exchange_rate', key: 'USD', before: { unitsPerBase: '1.1684' } }]);
  });

  it.each([
    ['at 1.20 the goods are 100.00: three euro, and (100.00 + 3.00) x 21 % = 21.63', '1.20', [300n, 2_163n]],
    [
      'at 0.60 they are 200.00, above the limit: 200.00 x 12 % = 24.00 and 224.00 x 21 % = 47.04',
      '0.60',
      [2_400n, 4_704n],
    ],
  ])('%s', async (_title, rate, expected) => {
    const { was, simulated: now } = await atRate(rate);
    expect([was, now]).toEqual([WAS, expected]);
  });
});
