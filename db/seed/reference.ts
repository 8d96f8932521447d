import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { SELECTION_SEED } from '@/db/queries/policy/policy-in-force';
import { offices, parameters } from '@/db/schema';
import { CUSTOMS_OFFICES } from '@/lib/codes/offices';
import { PARAMETERS } from '@/lib/policy/parameters';

const FIRST_DAY = '2024-01-01';

/** Loads the code lists and policy parameters an installation begins with. Rows that are there already are left alone. */
export async function seedReference(tx: Tx): Promise<void> {
  await insertSet(
    tx,
    offices,
    CUSTOMS_OFFICES.map(({ code: id, name, country }) => ({
      id,
      name,
      country,
      validFrom: FIRST_DAY,
      validTo: null,
      source: 'Luxor authors; UN/LOCODE of the place',
    })),
    sql`on conflict (id) do nothing`,
  );
  const seed = {
    kind: SELECTION_SEED,
    key: 'seed',
    validFrom: FIRST_DAY,
    validTo: null,
    value: randomBytes(16).toString('hex'),
    source: 'made at installation',
    edition: '1',
  };
  await insertSet(tx, parameters, [...PARAMETERS, seed], sql`on conflict (kind, key, valid_from) do nothing`);
}
