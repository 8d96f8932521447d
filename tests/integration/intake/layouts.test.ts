import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkMended, mendRecord } from '@/db/commands/intake/mend-record';
import { getMapping, previewLayout } from '@/db/commands/intake/preview-layout';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { recordSentLook } from '@/db/commands/intake/record-sent-look';
import { saveLayout } from '@/db/commands/intake/save-layout';
import { db } from '@/db/connection';
import { demoPartnerActor } from '@/db/demo/partners';
import { exportProblems } from '@/db/queries/intake/export-problems';
import { getReading } from '@/db/queries/intake/get-reading';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { listLayouts } from '@/db/queries/intake/list-layouts';
import { getRefusedRecord } from '@/db/queries/intake/list-quarantine';
import { items, versions } from '@/db/schema';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { explainProblem } from '@/lib/intake/explain-problem';
import { placeOf } from '@/lib/intake/place-problem';
import { textOf } from '@/lib/intake/replay-body';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aKindOfFile, GERMAN_CHOICE, germanChoiceFor } from '../../support/foreign-csv';
import { seedPartners } from '../../support/lodged';
import { aPerson, auditAbout, signedIn } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const carrier = demoPartnerActor('northwing-express');
const platform = demoPartnerActor('harbour-lane');
let officer: Actor;

beforeAll(async () => {
  await seedPartners();
  officer = await signedIn((await aPerson({ role: 'officer' })).id);
});

const goodsOf = (reference: string) =>
  db()
    .select()
    .from(items)
    .where(eq(items.consignmentId, consignmentIdOf(carrier.partnerId ?? '', reference)));

describe('a file with other columns', () => {
  it('is refused and kept, mapped, read from the same bytes, and the next is known by its header', async () => {
    const { file } = aKindOfFile();
    const sent = file([{ 'Auftragsnr.': 'L-1' }, { 'Auftragsnr.': 'L-2', Warenwert: '1.234,50' }]);
    const submissionId = await sendSubmission(carrier, sent);
    expect(await getSubmission(carrier, submissionId)).toMatchObject({ status: 'refused' });
    expect(await getReading(carrier, submissionId)).toMatchObject({ isMappable: true, readAs: null });

    const mapping = await getMapping(carrier, submissionId, null);
    expect(mapping.layout).toMatchObject({ ...GERMAN_CHOICE, fixed: { channel: 'express', office: 'DEFRA' } });
    expect(mapping.samples[15]).toEqual(['14,50', '1.234,50']);
    const preview = await previewLayout(carrier, germanChoiceFor(submissionId));
    expect(preview.records.map(({ isTaken }) => isTaken)).toEqual([true, true]);

    const saved = await saveLayout(carrier, germanChoiceFor(submissionId));
    expect(saved).toMatchObject({ edition: 1 });
    const readId = saved.submissionId ?? '';
    await processSubmission(SYSTEM_ACTOR, readId);
    const read = await getSubmission(carrier, readId);
    expect(read).toMatchObject({ status: 'finished', accepted: 2, quarantined: 0 });
    expect(read.sha256).toBe((await getSubmission(carrier, submissionId)).sha256);
    expect(await goodsOf('L-2')).toMatchObject([
      { value: '1234.50', currency: 'EUR', description: expect.any(String) },
    ]);
    const [version] = await db()
      .select()
      .from(versions)
      .where(eq(versions.consignmentId, consignmentIdOf(carrier.partnerId ?? '', 'L-1')));
    expect(JSON.stringify(version)).toContain('"gross_mass_kg":"0.250"');
    expect(await getReading(carrier, readId)).toMatchObject({
      layout: { edition: 1, submissionId },
      readsAgain: submissionId,
    });
    expect(await getReading(carrier, submissionId)).toMatchObject({ readAs: readId });

    const next = await sendSubmission(carrier, file([{ 'Auftragsnr.': 'L-3' }]));
    expect(await getSubmission(carrier, next)).toMatchObject({ status: 'finished', accepted: 1 });
    const other = await sendSubmission(platform, file([{ 'Auftragsnr.': 'L-3' }]));
    expect(await getSubmission(platform, other)).toMatchObject({ status: 'refused' });
  });

  it('is noted once when anybody but its sender looks at it, who sees persons as they were sent', async () => {
    const submissionId = await sendSubmission(carrier, aKindOfFile().file([{}]));
    const admin = await signedIn((await aPerson({ role: 'admin' })).id);
    const looks = async () =>
      (await auditAbout(submissionId))
        .filter(({ action }) => action === 'intake.view_sent')
        .map(({ actorId }) => actorId);
    await getMapping(carrier, submissionId, null);
    expect(await looks()).toEqual([]);
    await getMapping(admin, submissionId, null);
    await previewLayout(admin, germanChoiceFor(submissionId));
    expect(await looks()).toEqual([admin.id]);
    await expect(recordSentLook(platform, submissionId)).rejects.toThrow(NotFoundError);
    await expect(recordSentLook({ ...officer, role: 'analyst' }, submissionId)).rejects.toThrow(ForbiddenError);
  });

  it('leaves files in our own columns as they were', async () => {
    const submissionId = await sendSubmission(carrier, csvOf([{ reference: 'L-OWN' }]));
    expect(await getSubmission(carrier, submissionId)).toMatchObject({ status: 'finished', accepted: 1 });
    expect(await getReading(carrier, submissionId)).toMatchObject({ layout: null, isMappable: false });
  });

  it('names problems by its own columns with the value as sent, and reads a mended record the same way, even after the mapping changed', async () => {
    const { file } = aKindOfFile();
    const refused = await sendSubmission(carrier, file([{ 'Auftragsnr.': 'L-10' }]));
    await saveLayout(carrier, germanChoiceFor(refused, 0, false));
    const submissionId = await sendSubmission(
      carrier,
      file([
        { 'Auftragsnr.': 'L-11', Warenwert: '1.234' },
        { 'Auftragsnr.': 'L-12', Ursprungsland: 'XX', Warenwert: '9,90' },
        { 'Auftragsnr.': 'L-13', Warenwert: '7.500' },
      ]),
    );
    const ambiguous = await getRefusedRecord(carrier, submissionId, 1);
    const [problem] = ambiguous.problems;
    expect(problem).toMatchObject({
      code: 'layout_decimal',
      line: 2,
      value: '1.234',
      params: { fileColumn: 'Warenwert' },
    });
    expect(problem && explainProblem(problem, 'csv')).toMatch(/^Value \(column Warenwert, line 2\) is 1\.234, /);
    const country = await getRefusedRecord(carrier, submissionId, 2);
    expect(country.problems[0]).toMatchObject({
      code: 'country_unknown',
      value: 'XX',
      params: { fileColumn: 'Ursprungsland' },
    });
    const text = textOf(country.rows);
    const place = country.problems[0] && placeOf({ ...country, text }, { ...country.problems[0], line: 1 });
    expect(place && text.slice(place.start, place.end)).toBe('XX');

    let exported = '';
    for await (const piece of await exportProblems(carrier, submissionId)) exported += piece;
    expect(exported).toMatch(/^problem_code;problem_pointer;problem_message;Auftragsnr\./);
    const back = exported.replace(';1.234;', ';12,34;').replace(';XX;', ';CN;');
    const resent = await sendSubmission(carrier, back);
    expect(await getSubmission(carrier, resent)).toMatchObject({ accepted: 2, quarantined: 1 });

    // From now on numbers have a point: what was read before is mended as it was read.
    await saveLayout(carrier, { ...germanChoiceFor(refused, 1, false), decimalMark: 'point' });
    const last = await getRefusedRecord(carrier, resent, 3);
    const mended = { submissionId: resent, recordNumber: 3, text: textOf(last.rows).replace(';7.500;', ';7500,60;') };
    expect(await checkMended(carrier, mended)).toMatchObject({ ok: true });
    const again = await mendRecord(carrier, mended);
    await processSubmission(SYSTEM_ACTOR, again.submissionId);
    expect(await getReading(carrier, again.submissionId)).toMatchObject({ layout: { edition: 1 } });
    expect(await getSubmission(carrier, again.submissionId)).toMatchObject({ quarantined: 0 });
  });
});

describe('saving a mapping', () => {
  it('writes one edition and one audit row, and nothing where nothing changed', async () => {
    const submissionId = await sendSubmission(carrier, aKindOfFile().file([{}]));
    const saved = await saveLayout(carrier, germanChoiceFor(submissionId, 0, false));
    expect(await auditAbout(saved.layoutId)).toMatchObject([
      { action: 'intake.save_layout', actorId: carrier.id, details: { edition: 1, submissionId } },
    ]);
    expect(await saveLayout(carrier, germanChoiceFor(submissionId, 1, false))).toEqual(saved);
    expect(await auditAbout(saved.layoutId)).toHaveLength(1);
    const changed = await saveLayout(carrier, { ...germanChoiceFor(submissionId, 1, false), massUnit: 'kg' });
    expect(changed.edition).toBe(2);
    expect((await listLayouts(carrier)).filter((row) => row.submissionId === submissionId)).toMatchObject([
      { edition: 2 },
    ]);
  });

  it('names what stands against it', async () => {
    const submissionId = await sendSubmission(carrier, aKindOfFile().file([{}]));
    const choice = germanChoiceFor(submissionId);
    const targets = choice.targets.map((target) => (target === 'recipient_city' ? 'description' : target));
    const wrong = { ...choice, targets, fixed: { channel: 'air', currency: 'EUR', reference: 'X' } };
    expect((await refusalOf(saveLayout(carrier, wrong))).sort()).toEqual([
      'layout.column_missing',
      'layout.column_twice',
      'layout.fixed_and_mapped',
      'layout.fixed_refused',
      'layout.not_in_list',
    ]);
  });

  it('refuses a role without the permission', async () => {
    const submissionId = await sendSubmission(carrier, aKindOfFile().file([{}]));
    await expect(saveLayout(officer, germanChoiceFor(submissionId))).rejects.toThrow(ForbiddenError);
    await expect(getMapping(officer, submissionId, null)).rejects.toThrow(ForbiddenError);
    await expect(previewLayout(officer, germanChoiceFor(submissionId))).rejects.toThrow(ForbiddenError);
    await expect(listLayouts(officer)).rejects.toThrow(ForbiddenError);
  });

  it('does not find a file of another partner', async () => {
    const submissionId = await sendSubmission(carrier, aKindOfFile().file([{}]));
    await expect(saveLayout(platform, germanChoiceFor(submissionId))).rejects.toThrow(NotFoundError);
    await expect(getMapping(platform, submissionId, null)).rejects.toThrow(NotFoundError);
    await expect(previewLayout(platform, germanChoiceFor(submissionId))).rejects.toThrow(NotFoundError);
  });

  it('lets one of two win, and tells the other why', async () => {
    const { file } = aKindOfFile();
    const [one, two] = [await sendSubmission(carrier, file([{}])), await sendSubmission(carrier, file([{}]))];
    const outcomes = await Promise.allSettled([
      saveLayout(carrier, germanChoiceFor(one, 0, false)),
      saveLayout(carrier, { ...germanChoiceFor(two, 0, false), massUnit: 'kg' }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(await refusalOf(Promise.reject(lost?.reason))).toEqual(['layout.changed']);
  });
});
