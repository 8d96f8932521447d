import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { whereProfile } from '@/db/queries/profile/where-profile';
import { profileFacts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { seededRandom } from '@/lib/kernel/prng';
import { factRow, predicateOf } from '@/lib/profile/predicate';
import { type ReadGroup, readTree } from '@/lib/profile/read-tree';
import { useDatabase } from '../../support/database';
import { LISTS, randomFacts, randomTree } from '../../support/random-profile';

useDatabase();
const RECORDS = 250;
const TREES = 10_000;
const AT_ONCE = 100;

/** Conditions as they are read; a draw that cannot be read is a fault of the draw. */
function read(tree: unknown): ReadGroup {
  const found = readTree(tree, LISTS);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.group;
}

it(`selects the same records by predicate and by SQL, for ${TREES} random profiles over awkward records`, async () => {
  const random = seededRandom(20261126);
  const records = Array.from({ length: RECORDS }, () => {
    const facts = randomFacts(random);
    return { id: randomUUID(), facts, row: factRow(facts) };
  });
  await inTransaction((tx) =>
    copySet(
      tx,
      profileFacts,
      records.map(({ id, facts }) => ({
        consignmentId: id,
        receivedOn: '2026-11-26',
        version: 1,
        assessedAt: new Date(),
        ...mutable(facts),
      })),
    ),
  );
  let met = 0;
  for (let done = 0; done < TREES; done += AT_ONCE) {
    const trees = Array.from({ length: AT_ONCE }, () => read(randomTree(random)));
    const answers = sql.join(
      trees.map((tree) => sql`(${whereProfile(tree)}) is true`),
      sql`, `,
    );
    const { rows } = await db().execute<{ id: string; met: boolean[] }>(
      sql`select consignment_id as id, array[${answers}] as met from ${profileFacts}`,
    );
    const byId = new Map(rows.map((row) => [row.id, row.met]));
    for (const [index, tree] of trees.entries()) {
      const { matches, trace } = predicateOf(tree);
      for (const { id, facts, row } of records) {
        const expected = byId.get(id)?.[index];
        if (matches(row) !== expected || trace(row).met !== expected) {
          expect.fail(`SQL says ${expected} of ${JSON.stringify({ tree, facts })}`);
        }
        met += expected ? 1 : 0;
      }
    }
  }
  // The draw is worth something only where neither answer is rare.
  expect(met / (TREES * RECORDS)).toBeGreaterThan(0.2);
  expect(met / (TREES * RECORDS)).toBeLessThan(0.8);
});

type Mutable<Facts> = {
  -readonly [Name in keyof Facts]: Facts[Name] extends readonly string[] ? string[] : Facts[Name];
};
const mutable = <Facts extends object>(facts: Facts): Mutable<Facts> => structuredClone(facts) as Mutable<Facts>;
