import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { discardRecord } from '@/db/commands/intake/discard-record';
import { checkMended, mendRecord } from '@/db/commands/intake/mend-record';
import { recordProblemsExport } from '@/db/commands/intake/record-problems-export';
import { recordSentLook } from '@/db/commands/intake/record-sent-look';
import { replayQuarantine } from '@/db/commands/intake/replay-quarantine';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { undoAsItStands, undoSubmission } from '@/db/commands/intake/undo-submission';
import { db } from '@/db/connection';
import { exportProblems } from '@/db/queries/intake/export-problems';
import { getReading } from '@/db/queries/intake/get-reading';
import { countRefused, getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { countQuarantineByRule, getRefusedRecord, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { listSubmissions } from '@/db/queries/intake/list-submissions';
import { nextRefused } from '@/db/queries/intake/next-refused';
import { previewUndo } from '@/db/queries/intake/preview-undo';
import { getPartnerQuality } from '@/db/queries/quality/get-partner-quality';
import { getSubmissionQuality } from '@/db/queries/quality/get-submission-quality';
import { partners } from '@/db/schema';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const PERIOD = { code: null, after: null };
const undo = { withdrawable: 1, actedOn: 0, leaveActedOn: false, reason: 'Sent by mistake.' };
let desk: Desk;
let rotterdam: Actor;
let liege: Actor;
let frankfurt: Actor;
let admin: Actor;
let submissionId: string;

beforeAll(async () => {
  desk = await aDesk();
  rotterdam = desk.supervisor;
  liege = someone('supervisor', 'BELGG');
  frankfurt = someone('supervisor', 'DEFRA');
  admin = { ...someone('admin', ''), officeId: null, officeIds: [] };
  const vague = { gross_mass_kg: '40', net_mass_kg: '0.3' };
  submissionId = await sendSubmission(
    desk.partner,
    csvOf([
      { reference: 'GOOD-NL', ...vague },
      { reference: 'GOOD-BE', office: 'BELGG', ...vague },
      { reference: 'BAD-NL', value: 'x' },
      { reference: 'BAD-BE', office: 'BELGG', value: 'x' },
      { reference: 'BAD-NOWHERE', office: 'NLQQQ' },
    ]),
  );
});

async function exported(actor: Actor): Promise<string> {
  let text = '';
  for await (const line of await exportProblems(actor, submissionId)) text += line;
  return text;
}

const referencesIn = (text: string) => ['BAD-NL', 'BAD-BE', 'BAD-NOWHERE'].filter((name) => text.includes(`"${name}"`));

describe('a file whose records name two offices', () => {
  it('does not exist for the staff of a third one, by whatever way they ask', async () => {
    const asked: (() => Promise<unknown>)[] = [
      () => getSubmission(frankfurt, submissionId),
      () => listQuarantined(frankfurt, submissionId),
      () => exportProblems(frankfurt, submissionId),
      () => recordProblemsExport(frankfurt, submissionId),
      () => recordSentLook(frankfurt, submissionId),
      () => getReading(frankfurt, submissionId),
      () => getSubmissionQuality(frankfurt, submissionId),
      () => getRefusedRecord(frankfurt, submissionId, 3),
      () => previewUndo(frankfurt, submissionId),
      () => undoSubmission(frankfurt, { submissionId, ...undo }),
      () => undoAsItStands(frankfurt, submissionId, { reason: 'Not wanted.' }),
      () => replayQuarantine(frankfurt, { submissionId }),
      () => discardRecord(frankfurt, { submissionId, recordNumber: 3, reason: 'Not wanted.' }),
      () => checkMended(frankfurt, { submissionId, recordNumber: 3, text: 'x' }),
      () => mendRecord(frankfurt, { submissionId, recordNumber: 3, text: 'x' }),
    ];
    for (const ask of asked) await expect(ask()).rejects.toThrow(NotFoundError);
    expect((await listSubmissions(frankfurt, null)).rows).toEqual([]);
    expect((await listQuarantine(frankfurt, PERIOD)).rows).toEqual([]);
    expect(await countQuarantineByRule(frankfurt)).toEqual([]);
    expect(await countQuarantineByRule(frankfurt, submissionId)).toEqual([]);
    const homeless = { ...frankfurt, officeId: null, officeIds: [] };
    await expect(getSubmission(homeless, submissionId)).rejects.toThrow(NotFoundError);
    expect((await listSubmissions(homeless, null)).rows).toEqual([]);
  });

  it('is seen by the staff of both, each with its own refused records', async () => {
    for (const [actor, own, number, foreign] of [
      [rotterdam, 'BAD-NL', 3, 4],
      [liege, 'BAD-BE', 4, 3],
    ] as const) {
      expect(await getSubmission(actor, submissionId)).toMatchObject({ received: 5, accepted: 2, quarantined: 3 });
      expect((await listSubmissions(actor, null)).rows.map((row) => row.submissionId)).toEqual([submissionId]);
      expect(await countRefused(actor, submissionId)).toBe(1);
      expect((await listQuarantined(actor, submissionId)).map(({ reference }) => reference)).toEqual([own]);
      expect((await listQuarantine(actor, PERIOD)).rows.map(({ reference }) => reference)).toEqual([own]);
      expect(await countQuarantineByRule(actor)).toMatchObject([{ records: 1 }]);
      expect(referencesIn(await exported(actor))).toEqual([own]);
      expect(await getRefusedRecord(actor, submissionId, number)).toMatchObject({ reference: own });
      expect(await nextRefused(actor, { submissionId, recordNumber: number }, null)).toBeNull();
      await expect(getRefusedRecord(actor, submissionId, foreign)).rejects.toThrow(NotFoundError);
      const input = { submissionId, recordNumber: foreign };
      await expect(discardRecord(actor, { ...input, reason: 'Not mine.' })).rejects.toThrow(NotFoundError);
      await expect(mendRecord(actor, { ...input, text: 'x' })).rejects.toThrow(NotFoundError);
      expect(await replayQuarantine(actor, { submissionId })).toMatchObject({ replayed: 0, stillRefused: 1 });
    }
  });

  it('names examples and undone references of the own office only', async () => {
    const examplesFor = async (actor: Actor) => {
      const { findings } = await getSubmissionQuality(actor, submissionId);
      const partner = await getPartnerQuality(actor, desk.partnerId);
      return new Set([...findings, ...partner.findings].flatMap(({ examples }) => examples));
    };
    expect(await examplesFor(desk.partner)).toContain('GOOD-BE');
    const ofNl = (name: string) => name.endsWith('-NL');
    expect([...(await examplesFor(rotterdam))].filter((name) => !ofNl(name))).toEqual([]);
    expect([...(await examplesFor(liege))].sort()).toEqual(['BAD-BE', 'GOOD-BE']);
    const preview = await previewUndo(rotterdam, submissionId);
    expect(preview.withdrawable).toEqual({ count: 1, references: ['GOOD-NL'] });
    expect(preview.elsewhere).toBe(1);
  });

  it('leaves a record that names no office we know to its sender and administrators', async () => {
    for (const actor of [desk.partner, admin]) {
      expect(await countRefused(actor, submissionId)).toBe(3);
      expect(referencesIn(await exported(actor))).toEqual(['BAD-NL', 'BAD-BE', 'BAD-NOWHERE']);
      expect(await nextRefused(actor, { submissionId, recordNumber: 3 }, null)).toMatchObject({ recordNumber: 4 });
    }
  });

  it('lets those who mend a record see what became of it, wherever it went', async () => {
    const sent = await getRefusedRecord(rotterdam, submissionId, 3);
    const text = sent.rows
      .map(({ raw }) => raw)
      .join('\n')
      .replace('"x"', '"12.50"')
      .replace('"NLRTM"', '"DEFRA"');
    const mended = await mendRecord(rotterdam, { submissionId, recordNumber: 3, text });
    await settleSubmission(SYSTEM_ACTOR, mended.submissionId);
    for (const actor of [rotterdam, frankfurt]) {
      expect(await getSubmission(actor, mended.submissionId)).toMatchObject({ accepted: 1, quarantined: 0 });
    }
    await expect(getSubmission(liege, mended.submissionId)).rejects.toThrow(NotFoundError);
  });
});

describe('a file of a partner that an office looks after', () => {
  it('belongs to that office from the moment it arrives, refused as a whole or not', async () => {
    const { partner, partnerId } = await aDesk();
    await db().update(partners).set({ defaultOfficeId: 'DEFRA' }).where(eq(partners.id, partnerId));
    const refused = await sendSubmission(partner, 'no,such,header\n1,2,3\n');
    const lost = await sendSubmission(partner, csvOf([{ reference: 'LOST', office: 'NLQQQ' }]));
    for (const id of [refused, lost]) {
      await expect(getSubmission(rotterdam, id)).rejects.toThrow(NotFoundError);
      await expect(getSubmission(liege, id)).rejects.toThrow(NotFoundError);
    }
    expect(await getSubmission(frankfurt, refused)).toMatchObject({ status: 'refused' });
    expect((await listQuarantined(frankfurt, lost)).map(({ reference }) => reference)).toEqual(['LOST']);
  });
});
