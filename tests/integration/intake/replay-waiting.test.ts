import { beforeAll, describe, expect, it } from 'vitest';
import { replayWaiting } from '@/db/commands/intake/replay-waiting';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { listQuarantine } from '@/db/queries/intake/list-quarantine';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { codes, offices, submissions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
const carrier = demoPartnerActor('northwing-express');
const admin: Actor = { ...someone('admin', ''), officeId: null, officeIds: [] };

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

/** Enters an office into the list, as a load does. */
async function open(id: string): Promise<void> {
  const office = { name: id, country: 'NL' };
  const dated = { validFrom: '2026-01-01', source: 'test' };
  await db()
    .insert(offices)
    .values({ id, ...office, ...dated });
  await db()
    .insert(codes)
    .values({ kind: 'office', key: id, value: office, edition: 'test', ...dated });
  forgetWhatIsInForce();
}

const waiting = async (actor: Actor, code: string | null = null) =>
  (await listQuarantine(actor, { code, after: null })).rows.map(({ reference }) => reference).sort();

async function settleReplaysOf(submissionId: string): Promise<void> {
  const rows = await db().select().from(submissions);
  for (const { id, replayOf } of rows) if (replayOf === submissionId) await settleSubmission(SYSTEM_ACTOR, id);
}

describe('sending again what waits in the list of refused records after a list was corrected', () => {
  it('takes what passes now out of every submission of the list, and leaves an audit row for each', async () => {
    const first = await sendSubmission(
      platform,
      csvOf([
        { reference: 'A-1', office: 'NLYYA' },
        { reference: 'A-2', value: 'x' },
      ]),
    );
    const second = await sendSubmission(carrier, csvOf([{ reference: 'B-1', office: 'NLYYA' }]));
    expect(await replayWaiting(admin, {})).toEqual({ replayed: 0, left: 3, busy: 0, isMore: false, goOnAfter: null });
    await open('NLYYA');
    expect(await replayWaiting(admin, {})).toEqual({ replayed: 2, left: 1, busy: 0, isMore: false, goOnAfter: null });
    for (const submissionId of [first, second]) {
      const [audit] = await auditAbout(submissionId);
      expect(audit).toMatchObject({ action: 'intake.replay', actorId: admin.id, details: { records: 1, changed: 0 } });
      await settleReplaysOf(submissionId);
    }
    expect(await waiting(admin)).toEqual(['A-2']);
  });

  it('looks only at records of the rule that the list is narrowed to', async () => {
    await sendSubmission(
      platform,
      csvOf([
        { reference: 'C-1', office: 'NLYYB' },
        { reference: 'C-2', value: 'x' },
      ]),
    );
    await open('NLYYB');
    expect(await replayWaiting(platform, { rule: 'decimal_shape' })).toMatchObject({ replayed: 0 });
    expect(await waiting(platform, 'office_unknown')).toContain('C-1');
    expect(await replayWaiting(platform, { rule: 'office_unknown' })).toMatchObject({ replayed: 1, left: 0 });
  });

  it('refuses who may not mend, and touches nothing of another partner or office', async () => {
    await sendSubmission(platform, csvOf([{ reference: 'D-1', office: 'NLYYC' }]));
    await open('NLYYC');
    await expect(replayWaiting(someone('officer', 'BELGG'), {})).rejects.toThrow(ForbiddenError);
    for (const stranger of [carrier, someone('supervisor', 'DEFRA')])
      expect(await replayWaiting(stranger, {})).toMatchObject({ replayed: 0, left: 0 });
    expect(await waiting(platform)).toContain('D-1');
  });

  it('sends a record once where two ask at once', async () => {
    const source = await sendSubmission(platform, csvOf([{ reference: 'E-1', office: 'NLYYD' }]));
    await open('NLYYD');
    const rule = 'office_unknown';
    const both = await Promise.all([replayWaiting(platform, { rule }), replayWaiting(admin, { rule })]);
    // D-1 waits beside it.
    expect(both.reduce((sum, { replayed }) => sum + replayed, 0)).toBe(2);
    const rows = await db().select().from(submissions);
    expect(rows.filter(({ replayOf }) => replayOf === source)).toHaveLength(1);
  });
});
