import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { deniedParties } from '@/db/schema';
import { DEMO_DENIED_PARTIES } from '@/lib/demo/denied-parties';
import { derivedId } from '@/lib/kernel/ids';
import { screenName } from '@/lib/screening/normalise';

/** Loads the invented list of denied parties that the demo's stream plays with. */
export async function seedDeniedParties(tx: Tx): Promise<void> {
  await insertSet(
    tx,
    deniedParties,
    DEMO_DENIED_PARTIES.map((party) => {
      const screened = screenName(party.name);
      return {
        id: derivedId('denied-party', 'demo', party.id),
        list: 'DEMO',
        entryId: party.id,
        name: party.name,
        nameKey: screened.key,
        tokens: [...screened.blocks],
        country: party.country,
        validFrom: '2024-01-01',
        validTo: null,
        source: 'invented for the demo',
      };
    }),
    sql`on conflict (id) do nothing`,
  );
}
