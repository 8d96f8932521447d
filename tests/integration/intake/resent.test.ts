import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockQuarantine } from '@/db/commands/intake/lock-quarantine';
import { mendRecord } from '@/db/commands/intake/mend-record';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { db } from '@/db/connection';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { getRefusedRecord, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { quarantinedRecords } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { textOf } from '@/lib/intake/replay-body';
import { aDesk, type Desk, someone, withAccount } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let other: Actor;
const liege = someone('supervisor', 'BELGG');

beforeAll(async () => {
  desk = await aDesk();
  other = (await aDesk()).partner;
});

const send = (rows: readonly Readonly<Record<string, string>>[], actor = desk.partner) =>
  sendSubmission(actor, csvOf(rows));
const stateOf = async (submissionId: string, recordNumber = 1) =>
  (await getRefusedRecord(desk.partner, submissionId, recordNumber)).state;
const waiting = async (actor: Actor = desk.partner) =>
  (await listQuarantine(actor, { code: null, after: null })).rows.map(({ submissionId, recordNumber }) => [
    submissionId,
    recordNumber,
  ]);

describe('a refused record that the partner mends in the file and sends again', () => {
  it('is mended by the submission that was taken, and the audit log says so', async () => {
    const refused = await send([{ reference: 'F-1', value: 'x' }, { reference: 'F-2' }]);
    const mended = await send([{ reference: 'F-1' }, { reference: 'F-2' }]);
    expect(await getRefusedRecord(desk.partner, refused, 1)).toMatchObject({
      state: 'replayed',
      replayId: mended,
      settledByName: 'Harbour Parcels',
    });
    expect(await waiting()).toEqual([]);
    expect(await auditAbout(refused)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'intake.replay',
          details: { replayId: mended, records: 1, recordNumbers: [1] },
        }),
      ]),
    );
  });

  it('is mended by the person who sent the file, where a person did', async () => {
    const person = await withAccount({ ...desk.partner, id: randomUUID(), name: 'E. Sender' });
    const refused = await send([{ reference: 'F-9', value: 'x' }]);
    await send([{ reference: 'F-9' }], person);
    expect(await getRefusedRecord(desk.partner, refused, 1)).toMatchObject({
      state: 'replayed',
      settledByName: 'E. Sender',
    });
  });

  it('keeps its office, whose staff see the submission that mended it', async () => {
    const refused = await send([{ reference: 'F-3', office: 'BELGG', value: 'x' }]);
    const mended = await send([{ reference: 'F-3', office: 'NLRTM' }]);
    expect(await getRefusedRecord(liege, refused, 1)).toMatchObject({ state: 'replayed', replayId: mended });
    expect(await getSubmission(liege, mended)).toMatchObject({ submissionId: mended });
    const [row] = await db().select().from(quarantinedRecords).where(eq(quarantinedRecords.submissionId, refused));
    expect(row?.officeId).toBe('BELGG');
  });

  it('stays when another partner sends that reference, and when its reference could not be read', async () => {
    const refused = await send([{ reference: 'F-4', value: 'x' }]);
    const nameless = await send([{ reference: '', value: 'x' }]);
    await send([{ reference: 'F-4' }], other);
    await send([{ reference: 'F-5' }]);
    expect([await stateOf(refused), await stateOf(nameless)]).toEqual(['open', 'open']);
  });

  it('is mended by a later record of the same file, not by an earlier one', async () => {
    const [bad, good] = [jsonOf('F-6', 'x'), jsonOf('F-6', '3.00')];
    const mendedLater = await sendSubmission(desk.partner, `${bad}\n${good}\n`, 'ndjson');
    expect(await getRefusedRecord(desk.partner, mendedLater, 1)).toMatchObject({
      state: 'replayed',
      replayId: mendedLater,
    });
    const refusedLater = await sendSubmission(desk.partner, `${good}\n${bad}\n`, 'ndjson');
    expect(await stateOf(refusedLater, 2)).toBe('open');
  });
});

describe('a record refused again', () => {
  it('waits once, as it came last, known by its reference', async () => {
    const first = await send([{ reference: 'G-1', value: 'x' }]);
    const second = await send([{ reference: 'G-1', value: 'y' }]);
    expect(await getRefusedRecord(desk.partner, first, 1)).toMatchObject({ state: 'superseded', replayId: second });
    expect(await stateOf(second)).toBe('open');
    expect(await auditAbout(first)).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'intake.supersede' })]),
    );
    await send([{ reference: 'G-1' }]);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['superseded', 'replayed']);
  });

  it('is known by its text where its reference could not be read', async () => {
    const rows = [
      { reference: '', value: 'x' },
      { reference: '', value: 'y' },
    ];
    const first = await send(rows);
    const second = await send([{ reference: '', value: 'y' }]);
    expect([await stateOf(first, 1), await stateOf(first, 2), await stateOf(second)]).toEqual([
      'open',
      'superseded',
      'open',
    ]);
  });
});

function jsonOf(reference: string, value: string): string {
  return JSON.stringify({
    reference,
    channel: 'express',
    office: 'NLRTM',
    expected_arrival_at: new Date(Date.now() + 86_400_000).toISOString(),
    sender_name: 'Bright Harbour',
    sender_country: 'CN',
    recipient_name: 'Nora Testmann',
    recipient_address: 'Dock Street 1',
    recipient_country: 'NL',
    items: [{ description: 'Ceramic mug', value, currency: 'EUR' }],
  });
}

describe('a refused record that staff mend', () => {
  const mend = async (actor: Actor, submissionId: string) => {
    const text = textOf((await getRefusedRecord(actor, submissionId, 1)).rows).replace('"x"', '"8.00"');
    return (await mendRecord(actor, { submissionId, recordNumber: 1, text })).submissionId;
  };

  it('settles no record of an office that is not theirs, where the same mended by its sender does', async () => {
    const [foreign, own] = [await send([{ reference: 'S-1', office: 'BELGG', value: 'x' }]), await refusedApart('S-1')];
    await settleSubmission(SYSTEM_ACTOR, await mend(desk.supervisor, own));
    expect([await stateOf(foreign), await stateOf(own)]).toEqual(['open', 'replayed']);
    await send([{ reference: 'S-1', office: 'BELGG' }]);
    expect(await stateOf(foreign)).toBe('replayed');
  });

  it('waits for its turn, with every batch that settles records of the partner: none of them wait crosswise', async () => {
    const refused = await send([{ reference: 'S-2', value: 'x' }]);
    const text = csvOf([{ reference: 'S-3', value: 'x' }]);
    const done: string[] = [];
    const both = await inTransaction(async (tx) => {
      await lockQuarantine(tx, desk.partnerId);
      const mended = mend(desk.supervisor, refused).then(() => done.push('mended'));
      const settled = sendSubmission(desk.partner, text).then(() => done.push('settled'));
      await untilWaiting(2);
      expect(done).toEqual([]);
      return [mended, settled];
    });
    await Promise.all(both);
    expect(done.sort()).toEqual(['mended', 'settled']);
  });
});

/** A record of Rotterdam that is refused while one of Liège with the same reference waits: the newer would settle the older. */
async function refusedApart(reference: string): Promise<string> {
  const submissionId = await send([{ reference: `${reference}-OWN`, value: 'x' }]);
  await db().update(quarantinedRecords).set({ reference }).where(eq(quarantinedRecords.submissionId, submissionId));
  const [row] = await db().select().from(quarantinedRecords).where(eq(quarantinedRecords.submissionId, submissionId));
  const rows = row?.rows.map(({ line, raw }) => ({ line, raw: raw.replace(`${reference}-OWN`, reference) })) ?? [];
  await db().update(quarantinedRecords).set({ rows }).where(eq(quarantinedRecords.submissionId, submissionId));
  return submissionId;
}

/** Comes back once so many transactions wait for an advisory lock. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await db().execute<{ waiting: number }>(
      sql`select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    );
    if ((rows[0]?.waiting ?? 0) >= count) return;
    await sleep(10);
  }
}
