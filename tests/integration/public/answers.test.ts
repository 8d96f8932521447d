import { beforeAll, describe, expect, it } from 'vitest';
import { answerCost } from '@/db/queries/public/answer-cost';
import { listControls } from '@/db/queries/public/list-controls';
import { publicFacts } from '@/db/queries/public/public-facts';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
beforeAll(() => inTransaction(seedReference));

const SHIRT = { currency: 'USD', goods1: '6109.10', value1: '20.00' };

describe('The calculator of the public', () => {
  it('works by the law in force on the day asked for, and names the source of every parameter', async () => {
    const now = await answerCost(SHIRT, NOW);
    expect(now.answer?.cost.charges.dutyMinor).toBe(300n);
    expect(now.answer?.sources.map(({ kind, key }) => `${kind} ${key}`.trim())).toEqual([
      'charge_law',
      'duty_rate 61',
      'vat_rate standard',
      'exchange_rate USD',
      'administration',
    ]);
    expect(now.answer?.sources.every(({ source, edition }) => source !== '' && edition !== '')).toBe(true);
    const before = await answerCost({ ...SHIRT, day: '2026-06-30' }, NOW);
    expect(before.answer?.cost.charges.dutyMinor).toBe(0n);
  });

  it('offers codes for words, and asks again where the form was not understood', async () => {
    const { answer } = await answerCost({ ...SHIRT, goods2: 'headphones', value2: '9' }, NOW);
    expect(answer?.codes).toMatchObject([{ row: 2, words: 'headphones' }]);
    expect(answer?.cost.totalMinor === null).toBe(answer?.cost.open.length !== 0);
    const wrong = await answerCost({ ...SHIRT, value1: 'ten' }, NOW);
    expect(wrong).toMatchObject({ answer: null, faults: [{ field: 'value1', rule: 'no_decimal', value: 'ten' }] });
    expect(await answerCost(null, NOW)).toMatchObject({ answer: null, faults: [], form: { currency: 'EUR' } });
  });
});

describe('What else the public reads', () => {
  it('is every control in force with its ground, and none of the words descriptions are searched for', async () => {
    const { controls, found } = await listControls('rifle', (key) => key, NOW);
    expect(found).toMatchObject([{ key: 'weapons', by: 'word' }]);
    expect(controls.find(({ key }) => key === 'weapons')).toMatchObject({ status: 'prohibited' });
    expect(controls.every(({ ground }) => ground !== '')).toBe(true);
    expect(JSON.stringify(controls)).not.toMatch(/aaa quality|massage/);
  });
  it('is the period of appeal of the law in force', async () => {
    expect((await publicFacts(NOW)).appeal?.days).toBe(30);
  });
});
