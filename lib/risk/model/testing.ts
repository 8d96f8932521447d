import { addDays } from '@/lib/kernel/dates';
import { seededRandom } from '@/lib/kernel/prng';
import type { FeaturePlan, FeatureRow } from './plan';

/** A small plan with one of each kind of column. */
export const TEST_PLAN: FeaturePlan = {
  smoothing: 5,
  numbers: [{ field: 'netMass', reason: 'mass' }],
  bands: [{ field: 'massBand', of: 'netMass', perDoubling: 1 }],
  keys: [
    { fields: ['hs6'], reason: 'goods' },
    { fields: ['hs6', 'massBand'], reason: 'goods' },
    { fields: ['importer'], reason: 'importer' },
  ],
  deviations: [{ of: 'unitValue', within: ['hs6'], reason: 'unit_value' }],
};

/** A row of the test plan. */
export function aRow(
  day: string,
  hs6: string | null,
  importer: string | null,
  netMass: number | null,
  unitValue = 10,
): FeatureRow {
  return { day, codes: { hs6, importer }, numbers: { netMass, unitValue } };
}

/** Results over a hundred days: bad importers, one bad kind of goods, and whatever is sold far below its price. */
export function plantedResults(count: number, seed: number): { rows: FeatureRow[]; labels: (0 | 1)[] } {
  const random = seededRandom(seed);
  const rows: FeatureRow[] = [];
  const labels: (0 | 1)[] = [];
  for (let at = 0; at < count; at++) {
    const goods = Math.floor(random() * 20);
    const importer = Math.floor(random() * 40);
    const isCheap = random() < 0.1;
    const unitValue = (10 + 5 * goods) * (isCheap ? 0.3 : 0.8 + 0.4 * random());
    const chance = isCheap ? 0.8 : importer < 4 || goods === 3 ? 0.7 : 0.1;
    const day = addDays('2024-01-01', Math.floor((at * 100) / count));
    rows.push(aRow(day, `0101${10 + goods}`, `i${importer}`, random() < 0.1 ? null : 0.1 + 9 * random(), unitValue));
    labels.push(random() < chance ? 1 : 0);
  }
  return { rows, labels };
}
