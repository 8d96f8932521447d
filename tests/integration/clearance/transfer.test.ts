import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { transferConsignment } from '@/db/commands/clearance/transfer-consignment';
import { db } from '@/db/connection';
import { occupantsOf, slotKey } from '@/db/queries/capacity/occupants';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { consignments, selections } from '@/db/schema';
import { parseQueueFilter } from '@/lib/clearance/queue-filter';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { describeCommand, expectStatisticsToAgree, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const THERE = 'BELGG';
const sent = { toOfficeId: THERE, reason: 'equipment', note: 'The scanner is there.' } as const;
const transfer = (consignmentId: string, rowVersion = 1) =>
  transferConsignment(desk.officer, { consignmentId, rowVersion, ...sent }, minutesLater(1));

describeCommand('Transferring', {
  desk: () => desk,
  audit: 'clearance.transfer',
  event: 'transferred',
  prepare: async () => {
    const { consignmentId } = await aConsignment(desk);
    return {
      consignmentId,
      act: (actor) => transferConsignment(actor, { consignmentId, rowVersion: 1, ...sent }, NOW),
    };
  },
  check: (row) => expect(row).toMatchObject({ officeId: THERE, claimedBy: null, transfer: { from: 'NLRTM' } }),
});

describe('A transferred consignment', () => {
  it('is in nobody’s hands in the other office, whose queue says where it came from', async () => {
    const { consignmentId } = await aConsignment(desk);
    await claimConsignment(desk.officer, { consignmentId, rowVersion: 1 }, NOW);
    await transfer(consignmentId, 2);
    const { rows } = await listQueue(desk.stranger, parseQueueFilter({ office: THERE }), null, minutesLater(2));
    expect(rows.find((row) => row.consignmentId === consignmentId)).toMatchObject({
      holder: 'nobody',
      transferredFrom: 'Rotterdam',
    });
    const detail = await getConsignment(desk.stranger, consignmentId, minutesLater(2));
    expect(detail.events[0]?.values).toMatchObject({ fromOffice: 'Rotterdam', toOffice: 'Liège', ground: 'equipment' });
    await expect(getConsignment(desk.officer, consignmentId, minutesLater(2))).rejects.toThrow(NotFoundError);
  });

  it('is told to who goes on with it in the office it left, by whom it was sent and where', async () => {
    const { consignmentId } = await aConsignment(desk);
    await transfer(consignmentId);
    const late = { consignmentId, rowVersion: 1, ground: 'documents_in_order' } as const;
    expect(await refusalOf(releaseConsignment(desk.colleague, late, minutesLater(2)))).toEqual(['row.transferred']);
    const foreign = { ...desk.stranger, officeId: 'FRCDG', officeIds: ['FRCDG'] };
    await expect(releaseConsignment(foreign, late, minutesLater(2))).rejects.toThrow(NotFoundError);
  });

  it('gives its slot back and takes one of the other office', async () => {
    const { consignmentId } = await aConsignment(desk, inLane('red'));
    const [selection] = await db().select().from(selections).where(eq(selections.consignmentId, consignmentId));
    const controlOn = selection?.controlOn ?? '';
    const holds = async (officeId: string) => {
      const key = { officeId, controlOn, controls: ['physical'] as const };
      const occupants = await occupantsOf(db(), [key], { at: NOW, except: new Set() });
      return (occupants.get(slotKey(officeId, controlOn)) ?? []).some(({ id }) => id === consignmentId);
    };
    expect([await holds('NLRTM'), await holds(THERE)]).toEqual([true, false]);
    await transfer(consignmentId);
    expect([await holds('NLRTM'), await holds(THERE)]).toEqual([false, true]);
  });

  it('is refused to its own office, to one that nobody knows, and for another reason without words', async () => {
    const { consignmentId } = await aConsignment(desk);
    const to = (wish: Partial<Parameters<typeof transferConsignment>[1]>) =>
      refusalOf(transferConsignment(desk.officer, { consignmentId, rowVersion: 1, ...sent, ...wish }, NOW));
    expect(await to({ toOfficeId: 'NLRTM' })).toEqual(['transfer.same_office']);
    expect(await to({ toOfficeId: 'XXXXX' })).toEqual(['transfer.office_unknown']);
    expect(await to({ reason: 'other', note: ' ' })).toEqual(['transfer.note_required']);
    expect((await standing(consignmentId)).rowVersion).toBe(1);
  });
});

describe('New data of a transferred consignment', () => {
  let number = 0;
  /** One that came by file, waits for its papers and was sent on; `resend` brings another version of it. */
  async function lodged() {
    number += 1;
    const row = {
      reference: `TRANSFER-${number}`,
      office: 'NLRTM',
      description: 'Pocket knife',
      quantity: '40',
      transaction_type: 'gift',
      value: '44.00',
    };
    await sendSubmission(desk.partner, csvOf([row]));
    const consignmentId = consignmentIdOf(desk.partnerId, row.reference);
    const { rowVersion, status } = await standing(consignmentId);
    expect(status).toBe('selected');
    await transfer(consignmentId, rowVersion);
    const resend = (changes: Record<string, string>) => sendSubmission(desk.partner, csvOf([{ ...row, ...changes }]));
    return { consignmentId, resend };
  }
  const offices = async (consignmentId: string) => {
    const [selection] = await db().select().from(selections).where(eq(selections.consignmentId, consignmentId));
    const [data] = await db().select().from(consignments).where(eq(consignments.consignmentId, consignmentId));
    return [(await standing(consignmentId)).officeId, selection?.officeId, data?.officeId];
  };

  it('leave it where it was sent as long as they name the old office', async () => {
    const { consignmentId, resend } = await lodged();
    for (const quantity of ['41', '42']) await resend({ quantity });
    expect(await offices(consignmentId)).toEqual([THERE, THERE, THERE]);
    expect(await standing(consignmentId)).toMatchObject({
      status: 'selected',
      isUpdated: true,
      transfer: { from: 'NLRTM' },
    });
    await expectStatisticsToAgree();
  });

  it('take it to a third office where they name one', async () => {
    const { consignmentId, resend } = await lodged();
    await resend({ office: 'DEFRA' });
    expect(await offices(consignmentId)).toEqual(['DEFRA', 'DEFRA', 'DEFRA']);
    expect((await standing(consignmentId)).transfer).toBeNull();
    await expectStatisticsToAgree();
  });

  it('leave it there after it was sent on once more, and after it came back', async () => {
    const { consignmentId, resend } = await lodged();
    const further = { consignmentId, reason: 'competence', note: null } as const;
    const first = await standing(consignmentId);
    await transferConsignment(
      desk.stranger,
      { ...further, rowVersion: first.rowVersion, toOfficeId: 'FRCDG' },
      minutesLater(2),
    );
    await resend({ quantity: '41' });
    expect(await offices(consignmentId)).toEqual(['FRCDG', 'FRCDG', 'FRCDG']);
    const there = { ...desk.stranger, officeId: 'FRCDG', officeIds: ['FRCDG'] };
    const second = await standing(consignmentId);
    await transferConsignment(
      there,
      { ...further, rowVersion: second.rowVersion, toOfficeId: 'NLRTM' },
      minutesLater(3),
    );
    await resend({ quantity: '42' });
    expect(await offices(consignmentId)).toEqual(['NLRTM', 'NLRTM', 'NLRTM']);
    expect((await timelineOf(consignmentId)).filter(({ kind }) => kind === 'transferred')).toHaveLength(3);
    await expectStatisticsToAgree();
  });

  it('put it under a physical control there where they make one mandatory', async () => {
    const { consignmentId, resend } = await lodged();
    await resend({ description: 'Switchblade knife, spring opening', commodity_code: '821193' });
    const [selection] = await db()
      .select()
      .from(selections)
      .where(and(eq(selections.consignmentId, consignmentId), eq(selections.officeId, THERE)));
    expect(selection).toMatchObject({ outcome: 'mandatory', control: 'physical' });
    expect((await standing(consignmentId)).laneEffective).toBe('red');
  });
});
