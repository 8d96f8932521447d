import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkMended, mendRecord } from '@/db/commands/intake/mend-record';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { replayQuarantine } from '@/db/commands/intake/replay-quarantine';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { db } from '@/db/connection';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { getRefusedRecord } from '@/db/queries/intake/list-quarantine';
import { clearances, quarantinedRecords, submissionOffices } from '@/db/schema';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { textOf } from '@/lib/intake/replay-body';
import { NotFoundError } from '@/lib/kernel/errors';
import { ukMessage } from '../../contract/intake/xml-messages';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { cancellation } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
let desk: Desk;
let rotterdam: Actor;
let liege: Actor;
const admin = { ...someone('admin', ''), officeId: null, officeIds: [] };

beforeAll(async () => {
  desk = await aDesk();
  rotterdam = desk.supervisor;
  liege = someone('supervisor', 'BELGG');
  await sendSubmission(desk.partner, csvOf([{ reference: 'IN-BE', office: 'BELGG' }, { reference: 'IN-NL' }]));
});

async function refusedText(actor: Actor, submissionId: string, recordNumber: number): Promise<string> {
  return textOf((await getRefusedRecord(actor, submissionId, recordNumber)).rows);
}

async function versionsOf(reference: string): Promise<number[]> {
  const rows = await db()
    .select({ rowVersion: clearances.rowVersion })
    .from(clearances)
    .where(eq(clearances.reference, reference));
  return rows.map(({ rowVersion }) => rowVersion);
}

describe('a mended text that names a consignment of another office', () => {
  it('does not change it: for staff it does not exist, for its sender and administrators it does', async () => {
    const bad = csvOf([{ reference: 'BAD', value: 'x' }]);
    const submissionId = await sendSubmission(desk.partner, bad);
    const key = { submissionId, recordNumber: 1 };
    const good = (await refusedText(rotterdam, submissionId, 1)).replace('"x"', '"19.00"');
    const foreign = { ...key, text: good.replace('"BAD"', '"IN-BE"') };
    const before = await versionsOf('IN-BE');
    await expect(checkMended(rotterdam, foreign)).rejects.toThrow(NotFoundError);
    await expect(mendRecord(rotterdam, foreign)).rejects.toThrow(NotFoundError);
    expect(await versionsOf('IN-BE')).toEqual(before);
    expect(await checkMended(desk.partner, foreign)).toMatchObject({ ok: true });
    expect(await checkMended(admin, foreign)).toMatchObject({ ok: true });

    const own = { ...key, text: good.replace('"BAD"', '"IN-NL"') };
    const mended = await mendRecord(rotterdam, own);
    await settleSubmission(SYSTEM_ACTOR, mended.submissionId);
    expect(await getSubmission(rotterdam, mended.submissionId)).toMatchObject({ updated: 1 });
  });

  it('is left where it is by a replay of the whole submission', async () => {
    const rows = csvOf([
      { reference: 'IN-BE', value: 'x' },
      { reference: 'NEW-NL', value: 'x' },
    ]);
    const submissionId = await sendSubmission(desk.partner, rows);
    // As after a list was corrected: what was refused would pass now.
    for (const { recordNumber, rows: sent } of await listQuarantined(desk.partner, submissionId)) {
      await db()
        .update(quarantinedRecords)
        .set({ rows: sent.map((row) => ({ ...row, raw: row.raw.replace('"x"', '"21.00"') })) })
        .where(
          and(eq(quarantinedRecords.submissionId, submissionId), eq(quarantinedRecords.recordNumber, recordNumber)),
        );
    }
    expect(await replayQuarantine(rotterdam, { submissionId })).toMatchObject({ replayed: 1, stillRefused: 1 });
    expect(await replayQuarantine(desk.partner, { submissionId })).toMatchObject({ replayed: 1, stillRefused: 0 });
  });

  it('cannot cancel it by message either', async () => {
    const submissionId = await sendSubmission(desk.partner, ukMessage(cancellation('IN-BEX')), 'xml');
    await db()
      .update(quarantinedRecords)
      .set({ officeId: desk.officeId })
      .where(eq(quarantinedRecords.submissionId, submissionId));
    await db().insert(submissionOffices).values({ submissionId, officeId: desk.officeId });
    const text = (await refusedText(rotterdam, submissionId, 1)).replaceAll('IN-BEX', 'IN-BE');
    await expect(mendRecord(rotterdam, { submissionId, recordNumber: 1, text })).rejects.toThrow(NotFoundError);
    expect(await checkMended(desk.partner, { submissionId, recordNumber: 1, text })).toMatchObject({ ok: true });
  });
});

describe('a refused record', () => {
  it('belongs to the office its readable rows agree on, however little else can be read', async () => {
    const twoRows: Record<string, string>[] = [
      { reference: 'TORN', office: 'BELGG' },
      { reference: 'TORN', office: 'BELGG', item_number: '2', regime: 'postal' },
      { reference: 'SPLIT', office: 'BELGG' },
      { reference: 'SPLIT', item_number: '2' },
    ];
    const submissionId = await sendSubmission(desk.partner, csvOf(twoRows));
    expect((await listQuarantined(liege, submissionId)).map(({ reference }) => reference)).toEqual(['TORN']);
    await expect(listQuarantined(rotterdam, submissionId)).rejects.toThrow(NotFoundError);
    expect(await listQuarantined(desk.partner, submissionId)).toHaveLength(2);
  });

  it('belongs to the office of the consignment it would have cancelled', async () => {
    await sendSubmission(desk.partner, csvOf([{ reference: 'GONE-BE', office: 'BELGG' }]));
    await db().update(clearances).set({ status: 'seized' }).where(eq(clearances.reference, 'GONE-BE'));
    const submissionId = await sendSubmission(desk.partner, ukMessage(cancellation('GONE-BE')), 'xml');
    expect((await listQuarantined(liege, submissionId)).map(({ recordNumber }) => recordNumber)).toEqual([1]);
    await expect(getSubmission(rotterdam, submissionId)).rejects.toThrow(NotFoundError);
  });
});

describe('a consignment that goes to another office after its mended record was sent', () => {
  /** A file that is received and not yet read: it brings the consignment to Liège. */
  async function moving(reference: string): Promise<string> {
    const body = oneByOne(Buffer.from(csvOf([{ reference, office: 'BELGG' }])));
    const about = { format: 'csv', contentType: 'text/csv', fileName: null, idempotencyKey: null } as const;
    return (await receiveSubmission(desk.partner, { ...about, announcedBytes: null, body })).submissionId;
  }

  /** A record that is mended while such a file waits, and is carried out after it. */
  async function overtakenMove(mender: Actor, reference: string) {
    await sendSubmission(desk.partner, csvOf([{ reference }]));
    const refused = await sendSubmission(desk.partner, csvOf([{ reference, value: 'x' }]));
    const earlier = await moving(reference);
    const text = (await refusedText(desk.supervisor, refused, 1)).replace('"x"', '"21.00"');
    const { submissionId } = await mendRecord(mender, { submissionId: refused, recordNumber: 1, text });
    await settleSubmission(SYSTEM_ACTOR, earlier);
    await settleSubmission(SYSTEM_ACTOR, submissionId);
    return { refused, submissionId };
  }

  it('is not changed by it: the record is refused, and waits with who mended it', async () => {
    const { submissionId } = await overtakenMove(rotterdam, 'MOVED');
    // Lodged, then moved.
    expect(await versionsOf('MOVED')).toEqual([2]);
    expect(await getSubmission(rotterdam, submissionId)).toMatchObject({ received: 1, updated: 0, quarantined: 1 });
    const [waiting] = await listQuarantined(rotterdam, submissionId);
    expect(waiting).toMatchObject({ state: 'open', reference: 'MOVED', problems: [{ code: 'other_office', line: 2 }] });
    expect(textOf(waiting?.rows ?? [])).toContain('"21.00"');
    await expect(listQuarantined(liege, submissionId)).rejects.toThrow(NotFoundError);
  });

  it('is not cancelled by it', async () => {
    await sendSubmission(desk.partner, csvOf([{ reference: 'MOVED-3' }]));
    const refused = await sendSubmission(desk.partner, ukMessage(cancellation('MOVED-X')), 'xml');
    const ofRefused = eq(quarantinedRecords.submissionId, refused);
    await db().update(quarantinedRecords).set({ officeId: desk.officeId }).where(ofRefused);
    await db().insert(submissionOffices).values({ submissionId: refused, officeId: desk.officeId });
    const earlier = await moving('MOVED-3');
    const text = (await refusedText(rotterdam, refused, 1)).replaceAll('MOVED-X', 'MOVED-3');
    const { submissionId } = await mendRecord(rotterdam, { submissionId: refused, recordNumber: 1, text });
    await settleSubmission(SYSTEM_ACTOR, earlier);
    await settleSubmission(SYSTEM_ACTOR, submissionId);
    expect(await listQuarantined(rotterdam, submissionId)).toMatchObject([{ problems: [{ code: 'other_office' }] }]);
    const [row] = await db().select().from(clearances).where(eq(clearances.reference, 'MOVED-3'));
    expect(row).toMatchObject({ officeId: 'BELGG', rowVersion: 2 });
    expect(row?.status).not.toBe('withdrawn');
  });

  it('is changed by it where its sender mended it', async () => {
    const { submissionId } = await overtakenMove(desk.partner, 'MOVED-2');
    expect(await getSubmission(desk.partner, submissionId)).toMatchObject({ updated: 1, quarantined: 0 });
  });
});
