import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkMended, mendRecord } from '@/db/commands/intake/mend-record';
import { replayQuarantine } from '@/db/commands/intake/replay-quarantine';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { listAcknowledgements } from '@/db/queries/answers/list-acknowledgements';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { getRefusedRecord, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { mendedTextOf } from '@/db/queries/intake/mended-text';
import { sentAgainFrom } from '@/db/queries/intake/sent-again-from';
import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import { assessments, codes, consignments, items, offices, parties, submissions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { placeOf } from '@/lib/intake/place-problem';
import { problemsInText, textOf } from '@/lib/intake/replay-body';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { refusalOf, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout, signedIn } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf, itmattItem } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
const carrier = demoPartnerActor('northwing-express');
const post = demoPartnerActor('lowland-post');
let supervisor: Actor;
let officer: Actor;

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
  // The office of the platform is BELGG: there lie the records that name an office nobody knows.
  supervisor = await signedIn((await aPerson({ role: 'supervisor', offices: ['NLRTM', 'BELGG'] })).id);
  officer = await signedIn((await aPerson({ role: 'officer' })).id);
});

async function textIn(actor: Actor, submissionId: string, recordNumber: number): Promise<string> {
  return textOf((await getRefusedRecord(actor, submissionId, recordNumber)).rows);
}

/** Indicators that tell of earlier parcels: the second of two equal ones has seen the first. */
const OF_HISTORY = ['first_seen_sender', 'splitting'];

/** What a consignment is made of, without what belongs to the moment, the name and what came before. */
async function substance(actor: Actor, reference: string) {
  const id = consignmentIdOf(actor.partnerId ?? '', reference);
  const [consignment] = await db().select().from(consignments).where(eq(consignments.consignmentId, id));
  const goods = await db().select().from(items).where(eq(items.consignmentId, id));
  const people = await db().select().from(parties).where(eq(parties.consignmentId, id));
  const [assessment] = await db().select().from(assessments).where(eq(assessments.consignmentId, id));
  const { indicators = [], chargeLines = [] } = assessment ?? {};
  const bare = (row: object) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([key]) => !/^(consignmentId|reference|receivedAt|updatedAt|submissionId|contentHash)$/.test(key),
      ),
    );
  return {
    consignment: bare(consignment ?? {}),
    goods: goods.map(bare),
    people: people.map(bare),
    indicators: indicators.filter(({ code }) => !OF_HISTORY.includes(code)),
    chargeLines,
  };
}

describe('mending a refused record', () => {
  it('gives exactly what a good one would have given, and says where the mended one went', async () => {
    const twin = { description: 'Ceramic mug', value: '12.50', recipient_name: 'Ilse Twin', sender_name: 'Twin Goods' };
    const submissionId = await sendSubmission(platform, csvOf([{ ...twin, reference: 'M-1', value: '12,50' }]));
    await sendSubmission(platform, csvOf([{ ...twin, reference: 'M-2' }]));
    const text = (await textIn(platform, submissionId, 1)).replace('"12,50"', '"12.50"');
    const { submissionId: replayId } = await mendRecord(platform, { submissionId, recordNumber: 1, text });
    await settleSubmission(SYSTEM_ACTOR, replayId);

    expect(await getSubmission(platform, replayId)).toMatchObject({
      status: 'finished',
      received: 1,
      accepted: 1,
      replayOf: submissionId,
    });
    expect(await substance(platform, 'M-1')).toEqual(await substance(platform, 'M-2'));
    const settled = await getRefusedRecord(platform, submissionId, 1);
    expect(settled).toMatchObject({ state: 'replayed', replayId });
    // What was changed can be looked at beside what was sent.
    expect(await mendedTextOf(platform, settled)).toBe(text);
    const { quarantined, waiting } = await getSubmission(platform, submissionId);
    expect(quarantined - waiting).toBe(1);
    const { rows } = await listAcknowledgements(platform, submissionId, { after: 0, limit: 9 });
    expect(rows.find(({ recordNumber }) => recordNumber === 1)).toMatchObject({
      outcome: 'quarantined',
      mendedBy: replayId,
    });
    const replay = { submissionId: replayId, replayOf: submissionId };
    const from = { submissionId, fileName: null, records: [{ recordNumber: 1, line: 2 }] };
    expect(await sentAgainFrom(platform, replay)).toMatchObject(from);
    expect(await sentAgainFrom(carrier, replay)).toBeNull();
    expect(await sentAgainFrom(platform, { submissionId, replayOf: null })).toBeNull();
    const [audit] = await auditAbout(submissionId);
    expect(audit).toMatchObject({
      action: 'intake.replay',
      actorId: platform.id,
      details: { replayId, records: 1, changed: 1, recordNumbers: [1] },
    });
  });

  it('mends CSV rows of one reference together, and JSON and postal items as JSON', async () => {
    const rows: Record<string, string>[] = [
      { reference: 'M-3', quantity: 'two' },
      { reference: 'M-3', item_number: '2', description: 'Plate, ceramic' },
    ];
    const csv = await sendSubmission(platform, csvOf(rows));
    const text = (await textIn(platform, csv, 1)).replace('"two"', '"2"');
    const mended = await mendRecord(platform, { submissionId: csv, recordNumber: 1, text });
    await settleSubmission(SYSTEM_ACTOR, mended.submissionId);
    expect((await substance(platform, 'M-3')).goods).toHaveLength(2);

    const item = { ...itmattItem(), destination_office: 'NLRTM', origin_country: 'QQ' };
    const json = await sendSubmission(post, JSON.stringify([item]), 'json');
    const fixed = (await textIn(post, json, 1)).replace('"QQ"', '"CN"');
    const sent = await mendRecord(post, { submissionId: json, recordNumber: 1, text: fixed });
    await settleSubmission(SYSTEM_ACTOR, sent.submissionId);
    expect(await getSubmission(post, sent.submissionId)).toMatchObject({ accepted: 1, format: 'json' });
  });

  it('mends a record of an XML document within the root it was sent in', async () => {
    const consignment = (reference: string, currency: string) => `  <x:consignment>
    <x:reference>${reference}</x:reference><x:channel>express</x:channel><x:office>NLRTM</x:office>
    <x:expected_arrival_at>${new Date(Date.now() + 86_400_000).toISOString()}</x:expected_arrival_at>
    <x:sender_name>Bright Harbour</x:sender_name><x:sender_country>CN</x:sender_country>
    <x:recipient_name>Nora Testmann</x:recipient_name><x:recipient_address>Dock Street 1</x:recipient_address>
    <x:recipient_country>NL</x:recipient_country>
    <x:items><x:item><x:description>Ceramic mug</x:description><x:value>12.50</x:value>
    <x:currency>${currency}</x:currency></x:item></x:items>
  </x:consignment>`;
    const body = `<?xml version="1.0"?>
<x:submission xmlns:x="urn:luxor:advance-data:1" count="2">
${consignment('X-1', 'EUR')}
${consignment('X-2', 'ERU')}
</x:submission>`;
    const submissionId = await sendSubmission(platform, body, 'xml');
    const refused = await getRefusedRecord(platform, submissionId, 2);
    const problem = problemsInText(refused.rows, refused.problems).find(({ severity }) => severity === 'error');
    expect(problem).toMatchObject({ code: 'currency_unknown', value: 'ERU', line: 8 });
    const place = problem && placeOf({ ...refused, text: textOf(refused.rows) }, problem);
    expect(place && textOf(refused.rows).slice(place.start, place.end)).toBe('ERU');
    const text = textOf(refused.rows).replace('ERU', 'EUR');
    const mended = await mendRecord(platform, { submissionId, recordNumber: 2, text });
    await settleSubmission(SYSTEM_ACTOR, mended.submissionId);
    expect(await getSubmission(platform, mended.submissionId)).toMatchObject({ accepted: 1, format: 'xml' });
  });

  it('sends nothing that would be refused again, and tells what is wrong at its line of the file', async () => {
    const submissionId = await sendSubmission(
      platform,
      csvOf([{ reference: 'M-4' }, { reference: 'M-5', value: 'x' }]),
    );
    const text = await textIn(platform, submissionId, 2);
    const checked = await checkMended(platform, { submissionId, recordNumber: 2, text });
    const errors = checked.ok ? [] : checked.problems.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code: 'decimal_shape', line: 3, value: 'x' }]);
    const again = mendRecord(platform, { submissionId, recordNumber: 2, text });
    expect(await refusalOf(again)).toEqual(['quarantine.still_refused']);
    const two = `${text.replace('"x"', '"1.00"')}\n${text.replace('M-5', 'M-6').replace('"x"', '"1.00"')}`;
    expect(await checkMended(platform, { submissionId, recordNumber: 2, text: two })).toMatchObject({
      ok: false,
      problems: [{ code: 'several_records' }],
    });
    expect((await getRefusedRecord(platform, submissionId, 2)).state).toBe('open');
  });

  it('is for who may mend, and for the own partner only', async () => {
    const submissionId = await sendSubmission(platform, csvOf([{ reference: 'M-7', value: 'x' }]));
    const input = { submissionId, recordNumber: 1, text: 'x' };
    await expect(mendRecord(officer, input)).rejects.toThrow(ForbiddenError);
    await expect(checkMended(officer, input)).rejects.toThrow(ForbiddenError);
    await expect(mendRecord(carrier, input)).rejects.toThrow(NotFoundError);
    await expect(checkMended(carrier, input)).rejects.toThrow(NotFoundError);
    await expect(mendRecord(carrier, { ...input, submissionId: randomUUID() })).rejects.toThrow(NotFoundError);
    await expect(getRefusedRecord(carrier, submissionId, 1)).rejects.toThrow(NotFoundError);
    expect((await listQuarantine(carrier, { code: null, after: null })).rows).toEqual([]);
  });

  it('is told in the timeline of the consignment with the person who mended it', async () => {
    const submissionId = await sendSubmission(platform, csvOf([{ reference: 'M-9', value: '1,00' }]));
    const text = (await textIn(platform, submissionId, 1)).replace('"1,00"', '"1.00"');
    const { submissionId: replayId } = await mendRecord(supervisor, { submissionId, recordNumber: 1, text });
    await settleSubmission(SYSTEM_ACTOR, replayId);
    const [told] = await timelineOf(consignmentIdOf(platform.partnerId ?? '', 'M-9'));
    expect(told?.values).toMatchObject({ version: 1, sentAgainBy: supervisor.name });
  });

  it('is done once, however many mend the same record at the same moment', async () => {
    const submissionId = await sendSubmission(platform, csvOf([{ reference: 'M-8', value: '1,00' }]));
    const text = (await textIn(platform, submissionId, 1)).replace('"1,00"', '"1.00"');
    const input = { submissionId, recordNumber: 1, text };
    const ends = await Promise.allSettled([mendRecord(platform, input), mendRecord(supervisor, input)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const replays = await db().select().from(submissions).where(eq(submissions.replayOf, submissionId));
    expect(replays).toHaveLength(1);
    expect(replays[0]?.partnerId).toBe(platform.partnerId);
    expect(await refusalOf(mendRecord(platform, input))).toEqual(['quarantine.settled']);
  });
});

describe('sending refused records again after a list was corrected', () => {
  it('sends those that pass, leaves the others, and never sends one twice', async () => {
    const rows = [1, 2, 3].map((number) => ({ reference: `R-${number}`, office: 'NLZZZ' }));
    const submissionId = await sendSubmission(platform, csvOf([...rows, { reference: 'R-4', value: 'x' }]));
    expect(await replayQuarantine(platform, { submissionId })).toEqual({
      submissionId: null,
      replayed: 0,
      stillRefused: 4,
      goOnAfter: null,
    });
    const office = { name: 'Zandeind', country: 'NL' };
    const dated = { validFrom: '2026-01-01', source: 'test' };
    await db()
      .insert(offices)
      .values({ id: 'NLZZZ', ...office, ...dated });
    await db()
      .insert(codes)
      .values({ kind: 'office', key: 'NLZZZ', value: office, edition: 'test', ...dated });
    forgetWhatIsInForce();
    await expect(replayQuarantine(officer, { submissionId })).rejects.toThrow(ForbiddenError);
    await expect(replayQuarantine(carrier, { submissionId })).rejects.toThrow(NotFoundError);
    const done = await replayQuarantine(supervisor, { submissionId });
    expect(done).toMatchObject({ replayed: 3, stillRefused: 1, goOnAfter: null });
    await settleSubmission(SYSTEM_ACTOR, done.submissionId ?? '');
    expect(await getSubmission(platform, done.submissionId ?? '')).toMatchObject({ accepted: 3, quarantined: 0 });
    expect(await replayQuarantine(supervisor, { submissionId })).toMatchObject({ replayed: 0, stillRefused: 1 });
    const [audit] = await auditAbout(submissionId);
    expect(audit).toMatchObject({ action: 'intake.replay', details: { records: 3, changed: 0 } });
  });
});
