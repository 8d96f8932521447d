import { beforeAll, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { officesInForce } from '@/db/queries/policy/offices-in-force';
import { codes } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
const AT = new Date('2026-11-20T12:00:00Z');
const partner = someone('partner', '');
const entered = (key: string, validFrom: string, validTo: string | null = null) => ({
  ...{ kind: 'office', key, value: { name: `Office ${key}`, country: 'NL', roles: [] } },
  ...{ validFrom, validTo, source: 'test', edition: 'test' },
});

beforeAll(async () => {
  await inTransaction((tx) => seedReference(tx));
  await db()
    .insert(codes)
    .values([
      entered('NLNEW', '2026-11-01'),
      entered('NLOLD', '2024-01-01', '2026-10-31'),
      entered('NLDUE', '2027-01-01'),
      entered('NL000432', '2026-11-01'),
    ]);
});

it('tells who sends data the offices their records are judged by today, and how many have a number instead', async () => {
  const { named, numbered } = await officesInForce(partner, AT);
  expect(named).toContainEqual({ code: 'NLNEW', name: 'Office NLNEW' });
  expect(named).toContainEqual({ code: 'NLRTM', name: 'Rotterdam' });
  expect(named.map(({ code }) => code)).not.toContain('NLOLD');
  expect(named.map(({ code }) => code)).not.toContain('NLDUE');
  expect(numbered).toBe(1);
});
