import { sql } from 'drizzle-orm';
import { insertSet } from '@/db/insert-set';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { codes } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { addDays } from '@/lib/kernel/dates';

/** The Member State whose register the demo has; the others have sent none. */
const STATE = 'IM528';
/** Of so many numbers one was taken from the register, one has another holder. */
const ENDED_EVERY = 9;
const STRANGE_EVERY = 7;

/**
 * Loads a register of one Member State, as its tax administration would send it: the numbers the stream used so far, held by who used
 * them most, some of which ended of late or are held by somebody else. Goods of the days that follow are checked by it.
 */
export async function loadDemoSchemeRegister(day: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { rows } = await tx.execute<{ number: string; holder: string }>(sql`
      select scheme_id as number, mode() within group (order by coalesce(marketplace, seller_name, 'Unnamed')) as holder
      from consignment.consignments where scheme_id like ${`${STATE}%`} group by scheme_id order by scheme_id`);
    const endedOn = addDays(day, -1);
    const numbers = rows.map(({ number, holder }, index) => ({
      kind: 'scheme_number',
      key: number,
      validFrom: '2025-01-01',
      revision: 0,
      validTo: index % ENDED_EVERY === ENDED_EVERY - 1 ? endedOn : null,
      value: {
        holder: index % STRANGE_EVERY === STRANGE_EVERY - 1 ? 'Oakline Vendors B.V.' : holder,
        tradingNames: [],
      },
      source: 'invented for the demo',
      edition: `demo ${day}`,
    }));
    await insertSet(tx, codes, numbers, sql`on conflict do nothing`);
  });
  forgetWhatIsInForce();
}
