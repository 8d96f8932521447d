import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getMapping } from '@/db/commands/intake/preview-layout';
import { retireLayout } from '@/db/commands/intake/retire-layout';
import { saveLayout } from '@/db/commands/intake/save-layout';
import { db } from '@/db/connection';
import { demoPartnerActor } from '@/db/demo/partners';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { listLayouts } from '@/db/queries/intake/list-layouts';
import { csvLayouts } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aKindOfFile, germanChoiceFor } from '../../support/foreign-csv';
import { seedPartners } from '../../support/lodged';
import { aPerson, auditAbout, signedIn } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';

useDatabase();
const carrier = demoPartnerActor('northwing-express');
const platform = demoPartnerActor('harbour-lane');
let officer: Actor;

beforeAll(async () => {
  await seedPartners();
  officer = await signedIn((await aPerson({ role: 'officer' })).id);
});

describe('retiring a mapping', () => {
  const aSaved = async () => {
    const { file, number } = aKindOfFile();
    const submissionId = await sendSubmission(carrier, file([{ 'Auftragsnr.': `R-${number}` }]));
    const { layoutId } = await saveLayout(carrier, germanChoiceFor(submissionId, 0, false));
    return { file, submissionId, input: { layoutId, reason: 'The carrier sends our columns now' } };
  };

  it('refuses the next file again, leaves an audit row, and can be taken up anew', async () => {
    const { file, submissionId, input } = await aSaved();
    await retireLayout(carrier, input);
    expect((await auditAbout(input.layoutId))[0]).toMatchObject({
      action: 'intake.retire_layout',
      reason: input.reason,
    });
    const next = await sendSubmission(carrier, file([{}]));
    expect(await getSubmission(carrier, next)).toMatchObject({ status: 'refused' });
    expect((await listLayouts(carrier)).some((row) => row.submissionId === submissionId)).toBe(false);
    expect(await getMapping(carrier, next, null)).toMatchObject({ saved: { edition: 2, isRetired: true } });
    expect(await saveLayout(carrier, germanChoiceFor(next, 2, false))).toMatchObject({ edition: 3 });
  });

  it('refuses a role without the permission', async () => {
    const { input } = await aSaved();
    await expect(retireLayout(officer, input)).rejects.toThrow(ForbiddenError);
  });

  it('does not find a mapping of another partner', async () => {
    const { input } = await aSaved();
    await expect(retireLayout(platform, input)).rejects.toThrow(NotFoundError);
    expect(await db().select().from(csvLayouts).where(eq(csvLayouts.id, input.layoutId))).toHaveLength(1);
  });

  it('lets one of two win, and tells the other why', async () => {
    const { input } = await aSaved();
    const outcomes = await Promise.allSettled([retireLayout(carrier, input), retireLayout(carrier, input)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(await refusalOf(Promise.reject(lost?.reason))).toEqual(['layout.changed']);
  });
});
