import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { codes } from '@/db/schema';
import { DEMO_DENIED_PARTIES } from '@/lib/demo/denied-parties';

/** Loads the invented list of denied parties that the demo's stream plays with. */
export async function seedDeniedParties(tx: Tx): Promise<void> {
  await insertSet(
    tx,
    codes,
    DEMO_DENIED_PARTIES.map(({ id, name, kind, country }) => ({
      kind: 'denied_party',
      key: `DEMO/${id}`,
      validFrom: '2024-01-01',
      revision: 0,
      validTo: null,
      value: { name, type: kind, aliases: [], countries: [country], programs: [] },
      source: 'invented for the demo',
      edition: 'demo',
    })),
    sql`on conflict do nothing`,
  );
}
