import { and, desc, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { exportProblems } from '@/db/queries/intake/export-problems';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { auditLog, clearances, consignments, parties, versions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { DAY_MS } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { CC415_MESSAGE, UK_DECLARATION, ukAct, ukMessage } from '../../contract/intake/xml-messages';
import { useDatabase } from '../../support/database';
import { oneByOne } from '../../support/submissions';

useDatabase();
const carrier = demoPartnerActor('northwing-express');
const platform = demoPartnerActor('harbour-lane');

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

async function send(body: string, actor: Actor = carrier) {
  const { submissionId } = await receiveSubmission(actor, {
    format: 'xml',
    contentType: 'application/xml',
    fileName: null,
    idempotencyKey: null,
    announcedBytes: null,
    body: oneByOne(Buffer.from(body)),
  });
  await processSubmission(SYSTEM_ACTOR, submissionId);
  return getSubmission(actor, submissionId);
}

const stamp = (date: Date) => `${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
const soon = stamp(new Date(Date.now() + 2 * 86_400_000));

/** A declaration under a reference, arriving soon. */
function declaration(reference: string, text = UK_DECLARATION): string {
  return text.replaceAll('LRN-UK-1', reference).replace('20260303100000+01', soon);
}
const amendment = (reference: string, mass = '0.9') =>
  ukAct(
    'COR',
    `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><GoodsMeasure><NetNetWeightMeasure>${mass}</NetNetWeightMeasure></GoodsMeasure></Commodity></GovernmentAgencyGoodsItem></GoodsShipment>`,
  ).replace('LRN-UK-1', reference);

const idOf = (reference: string, actor = carrier) => consignmentIdOf(actor.partnerId ?? '', reference);

/** Sends a consignment to examination, whatever its assessment said: new data neither release nor select it then. */
async function keepOpen(reference: string): Promise<void> {
  await db()
    .update(clearances)
    .set({ status: 'examination', releasedAt: null, transmittedAt: null })
    .where(eq(clearances.consignmentId, idOf(reference)));
}

async function versionsOf(reference: string) {
  return db()
    .select()
    .from(versions)
    .where(eq(versions.consignmentId, idOf(reference)))
    .orderBy(desc(versions.version));
}

const codesOf = async (submissionId: string, actor: Actor = carrier) =>
  (await listQuarantined(actor, submissionId)).map((record) => record.problems[0]?.code);

describe('an XML submission', () => {
  it('takes an importer that is known by EORI number alone, with a history under its number', async () => {
    const byNumber = (reference: string, id: string) =>
      declaration(reference).replace(/<Importer>[\s\S]*<\/Importer>/, `<Importer><ID>${id}</ID></Importer>`);
    const numbers = ['GB111111111000', 'GB222222222000', 'GB222222222000'];
    const sent = ukMessage(...numbers.map((id, index) => byNumber(`LRN-EORI-${index}`, id)));
    expect(await send(sent)).toMatchObject({ status: 'finished', accepted: 3, quarantined: 0 });
    const rows = await db()
      .select({ recipient: consignments.recipientKey, address: consignments.addressKey, country: parties.country })
      .from(consignments)
      .innerJoin(parties, and(eq(parties.consignmentId, consignments.consignmentId), eq(parties.kind, 'recipient')))
      .where(like(consignments.reference, 'LRN-EORI-%'))
      .orderBy(consignments.reference);
    expect(rows.map(({ country }) => country)).toEqual(['GB', 'GB', 'GB']);
    expect(rows[1]).toEqual(rows[2]);
    expect(rows[0]?.recipient).not.toBe(rows[1]?.recipient);
    expect(rows[0]?.address).not.toBe(rows[1]?.address);
  });

  it('becomes consignments with the channel of the partner, and is unchanged when sent again', async () => {
    const body = ukMessage(declaration('X-1'), declaration('X-2'));
    expect(await send(body)).toMatchObject({ status: 'finished', received: 2, accepted: 2 });
    expect(await send(body)).toMatchObject({ unchanged: 2 });
    const [row] = await db()
      .select()
      .from(consignments)
      .where(eq(consignments.consignmentId, idOf('X-1')));
    expect(row).toMatchObject({ lrn: 'X-1', channel: 'express', regime: 'h7', masterRef: '074-12345675' });
  });

  it('that names no arrival is expected the days after receipt that are agreed, and is unchanged when sent again later', async () => {
    const cc415 = await send(CC415_MESSAGE.replaceAll('LRN-RO-1', 'X-RO'));
    expect(await codesOf(cc415.submissionId)).toEqual([]);
    expect(cc415).toMatchObject({ status: 'finished', accepted: 1 });
    const [row] = await db()
      .select()
      .from(consignments)
      .where(eq(consignments.consignmentId, idOf('X-RO')));
    expect(row?.expectedArrivalAt.getTime()).toBe(Date.parse(cc415.receivedAt) + 3 * DAY_MS);
    expect(await send(CC415_MESSAGE.replaceAll('LRN-RO-1', 'X-RO'))).toMatchObject({ unchanged: 1 });
  });

  it('keeps refused records of one line apart, each with its source, its line and its element', async () => {
    const bad = (reference: string) => declaration(reference).replace('>48.00<', '>4e1<').replaceAll('\n', '');
    const { submissionId, quarantined } = await send(ukMessage(bad('Y-1') + bad('Y-2')));
    expect(quarantined).toBe(2);
    const refused = await listQuarantined(carrier, submissionId);
    expect(refused.map((record) => [record.line, record.reference, record.rows[0]?.raw])).toEqual([
      [5, 'Y-1', bad('Y-1')],
      [5, 'Y-2', bad('Y-2')],
    ]);
    expect(refused[0]?.problems).toMatchObject([
      {
        code: 'decimal_shape',
        pointer: 'items.0.value',
        line: 5,
        params: { element: expect.stringContaining('InvoiceLine') },
      },
    ]);
    let file = '';
    for await (const piece of await exportProblems(carrier, submissionId)) file += piece;
    expect(file).toContain(
      'Item 1: Value (GoodsShipment/GovernmentAgencyGoodsItem/Commodity/InvoiceLine/ItemChargeAmount) is ',
    );
  });

  it('has no effect at all when it ends too early', async () => {
    const body = ukMessage(declaration('Z-1'), declaration('Z-2'));
    const cut = await send(body.slice(0, -40));
    expect(cut).toMatchObject({ status: 'refused', received: 0, problems: [{ code: 'file_xml_cut_off' }] });
    expect(await versionsOf('Z-1')).toEqual([]);
  });
});

describe('an amendment by message', () => {
  it('gives an open consignment a new version with the elements replaced, persons and all else kept', async () => {
    await send(ukMessage(declaration('A-1')));
    await keepOpen('A-1');
    const { submissionId, updated } = await send(ukMessage(amendment('A-1')));
    expect(await codesOf(submissionId)).toEqual([]);
    expect(updated).toBe(1);
    const [after, before] = await versionsOf('A-1');
    expect(after).toMatchObject({ version: 2, submissionId });
    const [item] = before?.sent.items ?? [];
    expect(after?.sent).toEqual({ ...before?.sent, items: [{ ...item, net_mass_kg: '0.9' }] });
    const people = await db()
      .select()
      .from(parties)
      .where(and(eq(parties.consignmentId, idOf('A-1')), eq(parties.kind, 'recipient')))
      .orderBy(parties.version);
    expect(people).toHaveLength(2);
    expect({ ...people[1], version: 1 }).toEqual(people[0]);
    const audit = await db().select().from(auditLog).where(eq(auditLog.subjectId, submissionId));
    expect(audit.map((row) => row.action).sort()).toEqual(['intake.process', 'intake.submit']);
  });

  it('sees what the same message lodged before it, and a later one sees the former', async () => {
    const held = declaration('A-2');
    await send(ukMessage(held));
    await keepOpen('A-2');
    const sent = await send(ukMessage(amendment('A-2', '0.8'), declaration('A-3'), amendment('A-2', '0.7')));
    expect(sent).toMatchObject({ received: 3, updated: 2, accepted: 1, quarantined: 0 });
    expect((await versionsOf('A-2')).map((version) => version.sent.items[0]?.net_mass_kg)).toEqual([
      '0.7',
      '0.8',
      '1.1',
    ]);
  });

  it('finds its consignment by the movement reference number, whatever reference the message has of its own', async () => {
    await send(ukMessage(declaration('A-4').replace('<TypeCode>IMD', '<ID>26GB0000000000001X</ID><TypeCode>IMD')));
    await keepOpen('A-4');
    expect(await send(ukMessage(amendment('MESSAGE-77')))).toMatchObject({ updated: 1 });
    expect(await versionsOf('A-4')).toHaveLength(2);
  });

  it('loses nothing when two arrive at once: each is put on top of what the other left', async () => {
    await send(ukMessage(declaration('A-7')));
    await keepOpen('A-7');
    const noMrn = (text: string) => text.replace('<ID>26GB0000000000001X</ID>', '');
    const described = noMrn(amendment('A-7')).replace(
      /<GoodsMeasure>.*<\/GoodsMeasure>/,
      '<Description>Linen shirts</Description>',
    );
    await Promise.all([send(ukMessage(noMrn(amendment('A-7')))), send(ukMessage(described))]);
    const [last] = await versionsOf('A-7');
    expect(last).toMatchObject({ version: 3, sent: { items: [{ description: 'Linen shirts', net_mass_kg: '0.9' }] } });
  });

  it('is judged whole: what it makes wrong goes to quarantine with the element that did', async () => {
    await send(ukMessage(declaration('A-5')));
    await keepOpen('A-5');
    const { submissionId } = await send(ukMessage(amendment('A-5', '1,5').replace('26GB0000000000001X', '')));
    const [refused] = await listQuarantined(carrier, submissionId);
    expect(refused?.problems).toMatchObject([{ code: 'decimal_shape', pointer: 'items.0.net_mass_kg', value: '1,5' }]);
    expect(await versionsOf('A-5')).toHaveLength(1);
  });

  it('that was refused waits still when another or whole data are taken, which say another thing, and once when the very same is refused again', async () => {
    const noMrn = (text: string) => ukMessage(text.replace('<ID>26GB0000000000001X</ID>', ''));
    await send(ukMessage(declaration('A-8')));
    await keepOpen('A-8');
    const refused = await send(noMrn(amendment('A-8', '1,5')));
    expect(await send(noMrn(amendment('A-8', '0.7')))).toMatchObject({ updated: 1 });
    const stateOf = async ({ submissionId }: { submissionId: string }) =>
      (await listQuarantined(carrier, submissionId)).map(({ state }) => state);
    expect(await stateOf(refused)).toEqual(['open']);
    const again = await send(noMrn(amendment('A-8', '1,5')));
    expect([await stateOf(refused), await stateOf(again)]).toEqual([['superseded'], ['open']]);
    await send(ukMessage(declaration('A-8').replace('<NetNetWeightMeasure>1.1<', '<NetNetWeightMeasure>1.2<')));
    // Whole data do not say what it said: a person decides.
    expect(await stateOf(again)).toEqual(['open']);
  });

  it('leaves alone what is decided, what is another partner’s and what is unknown, and says so', async () => {
    await send(ukMessage(declaration('A-6')));
    await db()
      .update(clearances)
      .set({ status: 'released', releasedAt: new Date() })
      .where(eq(clearances.consignmentId, idOf('A-6')));
    const noMrn = (text: string) => text.replace('<ID>26GB0000000000001X</ID>', '');
    const decided = await send(ukMessage(noMrn(amendment('A-6'))));
    expect(await codesOf(decided.submissionId)).toEqual(['act_decided']);
    const foreign = await send(ukMessage(noMrn(amendment('A-6'))), platform);
    expect(await codesOf(foreign.submissionId, platform)).toEqual(['act_target_unknown']);
    const unknown = await send(ukMessage(noMrn(amendment('NEVER'))));
    expect(await codesOf(unknown.submissionId)).toEqual(['act_target_unknown']);
    expect(await versionsOf('A-6')).toHaveLength(1);
  });
});
