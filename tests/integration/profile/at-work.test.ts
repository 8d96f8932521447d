import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { activateProfile, approveProfile, retireProfile } from '@/db/commands/profile/move-profile';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { recordTrial } from '@/db/commands/profile/record-trial';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { compareVersions } from '@/db/queries/profile/compare-versions';
import { listProfiles } from '@/db/queries/profile/list-profiles';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { assessments, auditLog, clearances, profileHits, profileStandings } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { TREE_SHAPE } from '@/lib/profile/tree';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { author, draft, proposed, second, seen, TOYS } from '../../support/a-profile';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

const database = useDatabase();
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

  it('acts on the next consignment, whichever process took the step', async () => {
    const one = await proposed();
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    await sendSubmission(desk.partner, csvOf([toy('STEP-1')]));
    expect((await selected('STEP-1')).hits).toHaveLength(1);
    // As another process writes it: this one is told of nothing.
    await database.owner((client) =>
      client.query(`update risk.profile_standings set state = 'retired' where profile_id = $1`, [one.profileId]),
    );
    await sendSubmission(desk.partner, csvOf([toy('STEP-2')]));
    expect((await selected('STEP-2')).hits).toEqual([]);
  });

  it('in shadow is held beside the version in force on the same traffic, part by part', async () => {
    const one = await proposed();
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    await activateProfile(second, { ...seen(one, 2), days: 30 });
    await sendSubmission(desk.partner, csvOf([toy('BESIDE-0')]));
    // The next version asks for one sort of toys, whoever sends them.
    const tree = { combinator: 'and', rules: [{ field: 'commodityCodes', operator: 'beginsWith', value: '950300' }] };
    const [before] = await listProfiles(author, one.profileId);
    const saved = await saveDraft(author, {
      profileId: one.profileId,
      rowVersion: before?.rowVersion,
      draft: { ...draft, tree },
    });
    const next = { ...one, version: (await proposeProfile(author, saved)).version };
    await approveProfile(second, { ...seen(next), shadowDays: 7 });
    const since = (await listProfiles(second, one.profileId))[0]?.versions[0]?.changedAt ?? new Date();
    await sendSubmission(
      desk.partner,
      csvOf([toy('BESIDE-1'), { ...toy('BESIDE-2'), commodity_code: '950390' }, { reference: 'BESIDE-3' }]),
    );
    const compared = (actor: Actor) =>
      compareVersions(actor, { profileId: one.profileId, active: 1, shadow: next.version, since });
    const outcome = { examinationOutcome: 'finding' } as const;
    await db().update(clearances).set(outcome).where(eq(clearances.reference, 'BESIDE-1'));
    expect(await compared(second)).toMatchObject([
      { metBy: 'both', hits: 1, hitRate: { hits: 1, of: 1 }, samples: [{ reference: 'BESIDE-1' }] },
      { metBy: 'active', hits: 1, hitRate: null, samples: [{ reference: 'BESIDE-2' }] },
      { metBy: 'shadow', hits: 0, hitRate: null, samples: [] },
    ]);
    expect((await compared(someone('risk_manager', 'DEFRA'))).map(({ hits }) => hits)).toEqual([0, 0, 0]);
    await expect(compared(someone('officer', 'NLRTM'))).rejects.toThrow(ForbiddenError);
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
