import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { recordAudit } from '@/db/commands/post-audit/record-audit';
import { postNotedDues } from '@/db/commands/collection/post-dues';
import { db } from '@/db/connection';
import { accounts, notedDues, postings } from '@/db/schema';
import { ForbiddenError } from '@/lib/kernel/errors';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { aConsignment, inLane, underScheme, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { anAuditInHand } from '../../support/a-post-audit';
import { releaseOf } from '../../support/an-account';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';

const database = useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const release = (seen: { consignmentId: string; rowVersion: number }, at = NOW) => releaseOf(desk, seen, at);
const postedOf = async (consignmentId: string) =>
  (await db().select().from(postings).where(eq(postings.subjectId, consignmentId))).map(
    ({ kind, charge, amountMinor, contraId }) => `${kind} ${charge} ${amountMinor} ${contraId}`,
  );

describe('Charges of a consignment', () => {
  it('are posted at its release on the account of who owes them: 12.00 EUR owe 3.00 duty and 3.15 VAT', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk, inLane('yellow'));
    await postAll(NOW);
    expect(await postedOf(consignmentId)).toEqual([]);
    await release({ consignmentId, rowVersion });
    await postAll(minutesLater(1));
    expect((await postedOf(consignmentId)).sort()).toEqual(['assessed duty 300 own:duty', 'assessed vat 315 own:vat']);
    const [row] = await db().select().from(postings).where(eq(postings.subjectId, consignmentId));
    expect(row).toMatchObject({ bookedOn: '2026-11-02', ground: 'Regulation (EU) No 952/2013, Article 105(1)' });
    await expectLedgerToAgree(minutesLater(2));
  });

  it('are not looked for by acts that change none: an audit that begins and finds nothing notes nothing to post', async () => {
    const { consignmentId, auditId, rowVersion } = await anAuditInHand(desk);
    expect(await db().select().from(notedDues)).toEqual([]);
    const conform = { consignmentId, auditId, rowVersion, resultCode: 'conform', finding: null } as const;
    await recordAudit(desk.colleague, conform, minutesLater(4));
    expect(await db().select().from(notedDues)).toEqual([]);
    await expectLedgerToAgree(minutesLater(5));
  });

  it('are taken back by postings of their own when the release is, and come again with the next one', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    const { consignmentId } = placed;
    const first = await release(placed);
    await postAll(minutesLater(1));
    const { rowVersion } = await undoDecision(
      desk.officer,
      { consignmentId, rowVersion: first.rowVersion },
      minutesLater(2),
    );
    await postAll(minutesLater(3));
    expect((await postedOf(consignmentId)).filter((line) => line.startsWith('reversed')).sort()).toEqual([
      'reversed duty -300 own:duty',
      'reversed vat -315 own:vat',
    ]);
    await release({ consignmentId, rowVersion }, minutesLater(4));
    await postAll(minutesLater(5));
    expect(await postedOf(consignmentId)).toHaveLength(6);
    await expectLedgerToAgree(minutesLater(6));
  });

  it('under a vendor scheme owe no VAT at the border: duty is owed by who lodged, and the sale is counted for the return', async () => {
    const goods = withItems({ value: '40.00', commodityCode: '610910' });
    const placed = await aConsignment(desk, inLane('yellow'), underScheme('IM5281234567'), goods);
    await release(placed);
    await postAll(minutesLater(1));
    expect((await postedOf(placed.consignmentId)).sort()).toEqual([
      'assessed duty 300 own:duty',
      'assessed sales 4000 memo:sales',
    ]);
  });

  it('are posted once, however often they are noted and whoever posts at the same time', async () => {
    const placed = await aConsignment(desk, inLane('yellow'));
    await release(placed);
    const noted = { count: 1, consignmentIds: [placed.consignmentId], days: [placed.receivedOn] };
    for (const digit of '123')
      await db()
        .insert(notedDues)
        .values({ id: `${digit}0000000-0000-4000-8000-000000000000`, ...noted });
    await Promise.all([postAll(minutesLater(1)), postAll(minutesLater(1)), postAll(minutesLater(1))]);
    expect(await postedOf(placed.consignmentId)).toHaveLength(2);
    await expectLedgerToAgree(minutesLater(2));
  });

  it('are posted by the system alone', async () => {
    await expect(postNotedDues(desk.supervisor, NOW)).rejects.toThrow(ForbiddenError);
    expect(await postNotedDues(SYSTEM_ACTOR, NOW)).toBe(0);
  });
});

describe('The ledger', () => {
  it('opens one account per holder, kept by the office of the partner', async () => {
    const own = await db().select().from(accounts).where(eq(accounts.partnerId, desk.partnerId));
    expect(own.map(({ kind, currency, officeId }) => ({ kind, currency, officeId }))).toEqual([
      { kind: 'operator', currency: 'EUR', officeId: null },
    ]);
  });

  it('takes no posting that could be out of balance, and lets none be changed', async () => {
    const refusedBy = (change: string) =>
      database
        .owner((client) => client.query(change))
        .then(
          () => 'done',
          (error: Error) => error.message,
        );
    const row = `gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'assessed', 'duty'`;
    const rest = `'EUR', '2026-11-02', now(), 'x'`;
    expect(await refusedBy(`insert into revenue.postings values (${row}, 'a', 'a', 5, ${rest})`)).toContain(
      'postings_two_sides',
    );
    expect(await refusedBy(`insert into revenue.postings values (${row}, 'a', 'b', 0, ${rest})`)).toContain(
      'postings_amount',
    );
    expect(await refusedBy(`insert into revenue.postings values (${row}, 'a', null, 5, ${rest})`)).toContain(
      'null value',
    );
    await expect(db().execute(sql`update revenue.postings set amount_minor = 1`)).rejects.toThrow();
    await expect(db().execute(sql`delete from revenue.postings`)).rejects.toThrow();
  });
});
