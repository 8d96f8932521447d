import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { selectForAudit } from '@/db/commands/post-audit/select-for-audit';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { selectionSeed } from '@/db/queries/policy/policy-in-force';
import { assessments, consignments } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { consignmentIdOf, sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';
import { someone } from '../../support/a-desk';
import { auditsOf } from '../../support/a-post-audit';
import { expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { whileDrawing } from '../../support/random-draw';
import { csvOf, oneByOne } from '../../support/submissions';

const database = useDatabase();
const platform = demoPartnerActor('harbour-lane');
const idOf = (reference: string) => consignmentIdOf(platform.partnerId ?? '', reference);

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

/** Sends one record and waits until it is a consignment. */
async function send(row: Readonly<Record<string, string>>): Promise<void> {
  const { submissionId } = await receiveSubmission(platform, {
    format: 'csv',
    contentType: 'text/csv',
    fileName: null,
    idempotencyKey: null,
    announcedBytes: null,
    body: oneByOne(Buffer.from(csvOf([row]))),
  });
  await processSubmission(platform, submissionId);
}

describe('A new version of the data', () => {
  it('cannot talk its way out of an examination: what a first version selected stays selected', async () => {
    await send({ reference: 'D-2', description: 'Switchblade knife, spring opening', commodity_code: '821193' });
    const selected = await standing(idOf('D-2'));
    expect(selected).toMatchObject({ status: 'selected', laneEffective: 'red', selectionReason: 'mandatory' });
    await send({ reference: 'D-2' });
    expect(await standing(idOf('D-2'))).toMatchObject({
      status: 'selected',
      laneEffective: 'red',
      selectionReason: 'mandatory',
      isUpdated: true,
    });
  });

  it('is drawn at random once, and not again with each version', async () => {
    const seed = await selectionSeed(db());
    const drawn = (...parts: string[]) => drawFromHex(sha256Hex([seed, ...parts].join(':'))) < 0.005;
    let number = 0;
    while (!drawn(idOf(`R-${number}`), '2') || drawn(idOf(`R-${number}`))) number += 1;
    const reference = `R-${number}`;
    await whileDrawing(database, '0.005', async () => {
      await send({ reference });
      await send({ reference, gross_mass_kg: '0.45' });
    });
    expect(await standing(idOf(reference))).toMatchObject({ status: 'released', selectionReason: 'none' });
    let next = number + 1;
    while (!drawn(idOf(`R-${next}`))) next += 1;
    await whileDrawing(database, '0.005', () => send({ reference: `R-${next}` }));
    expect(await standing(idOf(`R-${next}`))).toMatchObject({ laneEffective: 'red', selectionReason: 'random' });
  });

  it('moves an open consignment to the lane its new data call for, and the statistics with it', async () => {
    await send({ reference: 'D-3', description: 'AC-1184' });
    expect(await standing(idOf('D-3'))).toMatchObject({ status: 'selected', laneEffective: 'yellow' });
    await send({ reference: 'D-3', description: 'Stun gun with torch', commodity_code: '930400' });
    expect(await standing(idOf('D-3'))).toMatchObject({
      status: 'selected',
      laneAssigned: 'red',
      laneEffective: 'red',
      selectionReason: 'mandatory',
    });
    await expectStatisticsToAgree();
  });

  it('leaves a sender who was never seen before as new as it was', async () => {
    const sender = { reference: 'D-4', sender_name: 'Never Seen Traders' };
    const codesOf = async (version: number) => {
      const [row] = await db()
        .select()
        .from(assessments)
        .where(and(eq(assessments.consignmentId, idOf('D-4')), eq(assessments.version, version)));
      return row?.indicators.map(({ code }) => code);
    };
    await send(sender);
    await send({ ...sender, gross_mass_kg: '0.45' });
    expect(await codesOf(1)).toContain('first_seen_sender');
    expect(await codesOf(2)).toContain('first_seen_sender');
    await send({ ...sender, reference: 'D-5' });
    await send({ ...sender, gross_mass_kg: '0.46' });
    expect(await codesOf(3)).not.toContain('first_seen_sender');
  });

  it('that brings back what left ends its audit, and one that names another office takes the audit there', async () => {
    await send({ reference: 'D-7' });
    const left = await standing(idOf('D-7'));
    expect(left).toMatchObject({ status: 'released', decidedBy: null });
    const { consignmentId, rowVersion, officeId } = left;
    const officer = someone('officer', officeId);
    await selectForAudit(officer, { consignmentId, rowVersion, reason: 'Three alike' }, left.receivedAt);
    await send({ reference: 'D-7', office: 'BELGG' });
    expect(await standing(consignmentId)).toMatchObject({ status: 'released', officeId: 'BELGG' });
    expect(await auditsOf(consignmentId)).toMatchObject([{ officeId: 'BELGG', closedAt: null }]);
    await send({ reference: 'D-7', office: 'BELGG', description: 'Stun gun with torch', commodity_code: '930400' });
    expect(await standing(consignmentId)).toMatchObject({ status: 'selected' });
    expect(await auditsOf(consignmentId)).toMatchObject([{ endedAs: 'new_data' }]);
  });

  it('keeps a doubtful value of a person out of the goods data', async () => {
    await send({ reference: 'D-6', recipient_name: 'Ada\u200b Privata' });
    const [row] = await db()
      .select({ warnings: consignments.warnings })
      .from(consignments)
      .where(eq(consignments.consignmentId, idOf('D-6')));
    expect(row?.warnings.map(({ pointer }) => pointer)).toContain('recipient_name');
    expect(JSON.stringify(row?.warnings)).not.toContain('Privata');
  });
});
