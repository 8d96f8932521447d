import { randomBytes } from 'node:crypto';
import { inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { ConfigurationError } from '@/db/env';
import { insertSet } from '@/db/insert-set';
import { installedExample } from '@/db/queries/policy/installed-example';
import { SELECTION_SEED } from '@/db/queries/policy/policy-in-force';
import { agencies, clearances, codes, instruments, offices, parameters } from '@/db/schema';
import { AGENCIES } from '@/lib/codes/agencies';
import type { ExampleId } from '@/lib/codes/example-ids';
import { dayOf } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';
import type { ExampleSet } from '@/lib/policy/examples/example-set';
import { parametersOf } from '@/lib/policy/examples/parameters-of';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { lawsOfBefore } from '@/lib/policy/reliefs-of-before';
import { bringShipped, SINCE_EVER } from './bring-shipped';
import { compactCodes } from './compact-codes';

const FIRST_DAY = '2024-01-01';

/**
 * Loads the code lists and policy parameters an installation begins with, and brings to an older one what changed in the parameters
 * since. A kind that was loaded is left alone: a list of the administration's own is never mixed with ours. An empty database is set up
 * as the example that is asked for, that of the Union where none is. Gives how many parameters changed from today on.
 * @throws ConfigurationError where the database was set up as another example
 */
export async function seedReference(tx: Tx, today = dayOf(new Date()), wanted?: ExampleId): Promise<number> {
  const example = await exampleFor(tx, wanted);
  const set = EXAMPLE_SETS[example];
  await insertSet(
    tx,
    offices,
    set.offices.map(({ code: id, name, country }) => ({
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
  await insertSet(tx, parameters, [{ ...seed, revision: 0, recordedAt: SINCE_EVER }], sql`on conflict do nothing`);
  const loaded = await tx.selectDistinct({ kind: codes.kind }).from(codes).where(isNotNull(codes.loadId));
  const kinds = new Set(loaded.map(({ kind }) => kind));
  const rows = compactCodes(set.offices)
    .filter(({ kind }) => !kinds.has(kind))
    .map((row) => ({ ...row, revision: 0 }));
  await insertSet(tx, codes, rows, sql`on conflict do nothing`);
  await seedInstruments(tx, set);
  const keepsLaws = await carryLawsOver(tx);
  const shipped = parametersOf(example).filter(({ kind }) => !(keepsLaws && kind === 'charge_law'));
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
      laws.map((law) => ({ ...law, revision: 0, recordedAt: SINCE_EVER })),
    );
  }
  return laws.length > 0;
}

/** What the database is set up as, or shall be. @throws ConfigurationError where it is another example already */
async function exampleFor(tx: Tx, wanted: ExampleId | undefined): Promise<ExampleId> {
  const installed = await installedExample(tx);
  if (installed === null) return wanted ?? 'eu';
  if (wanted === undefined || wanted === installed) return installed === 'own' ? 'eu' : installed;
  const [held] = await tx.select({ id: clearances.consignmentId }).from(clearances).limit(1);
  const law = installed === 'own' ? 'a law of its own' : `the law of the example ${installed}`;
  throw new ConfigurationError([
    `LUXOR_EXAMPLE asks for ${wanted}, and this database ${held ? 'holds consignments under' : 'was set up with'} ${law}. ` +
      'Start with an empty database (another LUXOR_DATA_DIR or DATABASE_URL), or leave LUXOR_EXAMPLE out.',
  ]);
}

/** The laws that the parameters of the example administration rest on. */
async function seedInstruments(tx: Tx, { laws }: ExampleSet): Promise<void> {
  for (const { id, instrument, validFrom, validTo, lastChecked } of laws) {
    const at = new Date(`${lastChecked}T00:00:00Z`);
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
