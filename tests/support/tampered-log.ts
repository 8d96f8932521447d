import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import { verifyLog } from '@/db/cli/verify-log';
import { SEALED_TEXT } from '@/db/queries/audit/sealed-entry';
import { rootOf } from '@/lib/audit/merkle';
import { entryLeaf, headOf, NO_HEAD, type SealedEntry, signHead } from '@/lib/audit/seal';
import type { TestDatabase } from './database';

type Against = Parameters<typeof verifyLog>[1];

/** Does something as the owner of the database, looks at what the verifier says, and takes it back. */
export async function tamperedWith(
  database: Pick<TestDatabase, 'owner'>,
  against: Against,
  act: (client: pg.Client) => Promise<unknown>,
) {
  return database.owner(async (client) => {
    await client.query('begin');
    await act(client);
    // The verifier begins and ends a transaction of its own; within this one it is a savepoint's worth of reading.
    const inside = new Proxy(client, {
      get: (target, name) =>
        name === 'query'
          ? (text: string) => (/^(begin|rollback)/.test(text) ? Promise.resolve({ rows: [] }) : target.query(text))
          : Reflect.get(target, name),
    });
    const { faults } = await verifyLog(inside, against);
    await client.query('rollback');
    return faults;
  });
}

/** Makes every digest, root, link and signature anew over the log as it stands, by the true key: within the database all agrees. */
export async function sealAnew(client: pg.Client, privateKey: KeyObject): Promise<void> {
  const { rows: seals } = await client.query<{ number: number; sealedAt: Date }>(
    'select number::int, sealed_at as "sealedAt" from audit.seals order by number',
  );
  let previous: Buffer = NO_HEAD;
  for (const { number, sealedAt } of seals) {
    const { rows } = await client.query<SealedEntry & { place: number }>(
      `select l.place, ${SEALED_TEXT} from audit.leaves l join audit.log a on a.id = l.audit_id and a.received_on = l.received_on
        where l.seal = ${number} order by l.place`,
    );
    const digests = rows.map(entryLeaf);
    for (const [at, digest] of digests.entries()) {
      await client.query('update audit.leaves set leaf = $1 where seal = $2 and place = $3', [
        digest,
        number,
        rows[at]?.place,
      ]);
    }
    const root = rootOf(digests);
    const head = headOf({ number, entries: digests.length, root, previous, sealedAt });
    await client.query('update audit.seals set root = $1, previous = $2, head = $3, signature = $4 where number = $5', [
      ...[root, previous, head, signHead(head, privateKey), number],
    ]);
    previous = head;
  }
}
