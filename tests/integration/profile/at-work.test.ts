import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { activateProfile, approveProfile, retireProfile } from '@/db/commands/profile/move-profile';
import { recordTrial } from '@/db/commands/profile/record-trial';
import { db } from '@/db/connection';
import { listProfiles } from '@/db/queries/profile/list-profiles';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { assessments, auditLog, clearances, profileHits, profileStandings } from '@/db/schema';
import { ForbiddenError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { TREE_SHAPE } from '@/lib/profile/tree';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { author, proposed, second, seen, TOYS } from '../../support/a-profile';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

describe('a profile at work', () => {
  // Those of the tests above look at nothing here.
  beforeAll(async () => {
    await db().update(profileStandings).set({ state: 'retired' });
  });
  const toy = (reference: string) => ({
    reference,
    commodity_code: '950300',
    description: 'Wooden train set for children, 40 pieces',
    sender_name: `Maker of ${reference}`,
  });
  const selected = async (reference: string) => {
    const id = consignmentIdOf(desk.partnerId, reference);
    const [standing] = await db().select().from(clearances).where(eq(clearances.consignmentId, id));
    const hits = await db().select().from(profileHits).where(eq(profileHits.consignmentId, id));
    const [assessment] = await db().select().from(assessments).where(eq(assessments.consignmentId, id));
    return { standing, hits, policyVersion: assessment?.policyVersion };
  };

  it('in shadow notes what it would select and selects nothing; in force it selects, and the trial saw the same', async () => {
    const one = await proposed();
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    await sendSubmission(desk.partner, csvOf([toy('SHADOW-1'), { reference: 'SHADOW-2' }]));
    const shadow = await selected('SHADOW-1');
    expect(shadow.standing).toMatchObject({ laneEffective: 'green', selectionReason: 'none' });
    expect(shadow.hits).toMatchObject([{ profileId: one.profileId, version: 1, mode: 'shadow' }]);
    expect((await selected('SHADOW-2')).hits).toEqual([]);

    await activateProfile(second, { ...seen(one, 2), days: 30 });
    await sendSubmission(desk.partner, csvOf([toy('FORCE-1'), { reference: 'FORCE-2' }]));
    const force = await selected('FORCE-1');
    expect(force.standing).toMatchObject({ laneEffective: 'red', selectionReason: 'rule', status: 'selected' });
    expect(force.hits).toMatchObject([
      {
        mode: 'active',
        met: [
          { field: 'commodityCodes', operator: 'beginsWith', actual: ['950300'] },
          { field: 'senderKnownDays', operator: 'atMost', actual: 0 },
        ],
      },
    ]);
    // What selected is part of the policy an assessment names.
    expect(force.policyVersion).toMatch(/^[0-9a-f]{12}-[0-9a-f]{8}$/);
    expect(shadow.policyVersion).toMatch(/^[0-9a-f]{12}$/);

    const tried = await tryProfile(second, TOYS);
    expect(tried).toMatchObject({ trial: { looked: 4, hits: 2, overlaps: [{ hits: 2 }] } });
    if ('trial' in tried)
      expect(tried.trial.samples.map(({ reference }) => reference).sort()).toEqual(['FORCE-1', 'SHADOW-1']);
    const elsewhere = await tryProfile(someone('risk_manager', 'DEFRA'), TOYS);
    expect(elsewhere).toMatchObject({ trial: { looked: 0, hits: 0, samples: [] } });
    const counted = async (office: string) =>
      (await listProfiles(someone('risk_manager', office), one.profileId))[0]?.versions.map(({ hits30d }) => hits30d);
    expect(await counted('NLRTM')).toEqual([2]);
    expect(await counted('DEFRA')).toEqual([0]);
    await retireProfile(author, seen(one, 3));
    await sendSubmission(desk.partner, csvOf([toy('AFTER-1')]));
    expect((await selected('AFTER-1')).standing).toMatchObject({ selectionReason: 'none' });
  });

  it('notes a trial once for the same fields, without what was typed', async () => {
    const on = (value: string) =>
      TREE_SHAPE.parse({ combinator: 'and', rules: [{ field: 'sellerName', operator: 'contains', value }] });
    for (const seller of ['bright harbour', 'bright']) await recordTrial(author, on(seller));
    const rows = await db().select().from(auditLog).where(eq(auditLog.action, 'profile.try'));
    expect(rows).toMatchObject([{ actorId: author.id, details: { fields: ['sellerName'] } }]);
    expect(JSON.stringify(rows)).not.toContain('bright');
    await expect(recordTrial(someone('officer', 'NLRTM'), on('x'))).rejects.toThrow(ForbiddenError);
  });

  it('answers conditions that cannot be read with their place, and looks for nothing', async () => {
    const broken = { combinator: 'and', rules: [{ field: 'colour', operator: 'equals', value: 'red' }] };
    expect(await tryProfile(second, broken)).toMatchObject({
      problems: [{ code: 'field_unknown', pointer: 'rules.0.field' }],
    });
  });
});
