import { randomBytes } from 'node:crypto';
import { inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { SELECTION_SEED } from '@/db/queries/policy/policy-in-force';
import { agencies, codes, instruments, offices, parameters } from '@/db/schema';
import { EU_AFTER, EU_BEFORE, EU_FLAT } from '@/lib/charges/examples/eu';
import { AGENCIES } from '@/lib/codes/agencies';
import { CUSTOMS_OFFICES } from '@/lib/codes/offices';
import { dayOf } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';
import { PARAMETERS } from '@/lib/policy/parameters';
import { lawsOfBefore } from '@/lib/policy/reliefs-of-before';
import { bringShipped } from './bring-shipped';
import { COMPACT_CODES } from './compact-codes';

const FIRST_DAY = '2024-01-01';

/**
 * Loads the code lists and policy parameters an installation begins with, and brings to an older one what changed in the parameters
 * since. A kind that was loaded is left alone: a list of the administration's own is never mixed with ours. Gives how many
 * parameters changed from today on.
 */
export async function seedReference(tx: Tx, today = dayOf(new Date())): Promise<number> {
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
  await insertSet(
    tx,
    agencies,
    AGENCIES.map((agency) => ({ ...agency, controls: [...agency.controls], validTo: null })),
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
  await insertSet(tx, parameters, [{ ...seed, revision: 0 }], sql`on conflict do nothing`);
  const loaded = await tx.selectDistinct({ kind: codes.kind }).from(codes).where(isNotNull(codes.loadId));
  const kinds = new Set(loaded.map(({ kind }) => kind));
  const rows = COMPACT_CODES.filter(({ kind }) => !kinds.has(kind)).map((row) => ({ ...row, revision: 0 }));
  await insertSet(tx, codes, rows, sql`on conflict do nothing`);
  await seedInstruments(tx);
  const keepsLaws = await carryLawsOver(tx);
  const shipped = PARAMETERS.filter(({ kind }) => !(keepsLaws && kind === 'charge_law'));
  return bringShipped(tx, shipped, today);
}

/** An installation of before goes on charging by its own thresholds, said as laws of charges. True where it had any. */
async function carryLawsOver(tx: Tx): Promise<boolean> {
  const rows = await tx
    .select()
    .from(parameters)
    .where(inArray(parameters.kind, ['administration', 'threshold', 'charge_law']));
  const laws = lawsOfBefore(rows.filter(({ validTo, validFrom }) => validTo === null || validTo >= validFrom));
  if (laws.length > 0 && !rows.some(({ kind }) => kind === 'charge_law')) {
    await insertSet(
      tx,
      parameters,
      laws.map((law) => ({ ...law, revision: 0 })),
    );
  }
  return laws.length > 0;
}

/** The laws that the parameters of the example administration rest on. */
async function seedInstruments(tx: Tx): Promise<void> {
  const at = new Date(`${EU_FLAT.lastChecked}T00:00:00Z`);
  for (const { id, instrument, validFrom, validTo } of [EU_BEFORE, EU_FLAT, EU_AFTER]) {
    await tx
      .insert(instruments)
      .values({
        ...instrument,
        ...{ id: derivedId('instrument', id), kind: 'regulation', validFrom, validTo, isExample: true },
        ...{ enteredAt: at, enteredBy: null, enteredByName: 'Luxor' },
      })
      .onConflictDoNothing();
  }
}
