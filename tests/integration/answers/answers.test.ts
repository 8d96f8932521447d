import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { getResponse, listResponses } from '@/db/queries/answers/consignment-responses';
import { listAcknowledgements } from '@/db/queries/answers/list-acknowledgements';
import { acknowledgementAnswer } from '@/lib/api/submission-answer';
import { RELEASE_CATEGORIES } from '@/lib/consignment/codes';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { allAt, readXml, textsAt } from '../../support/read-xml';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  desk = { ...desk, ...(await aDesk()), officer: desk.officer };
});

async function submit(rows: readonly Record<string, string>[]): Promise<string> {
  const body = Buffer.from(csvOf(rows));
  const { submissionId } = await receiveSubmission(desk.partner, {
    format: 'csv',
    contentType: 'text/csv',
    fileName: null,
    idempotencyKey: null,
    announcedBytes: body.length,
    body: oneByOne(body),
  });
  await settleSubmission(desk.partner, submissionId);
  return submissionId;
}
const all = { after: 0, limit: 1_000 };

describe('the acknowledgements of a submission', () => {
  it('tell of every record in order what became of it', async () => {
    await submit([{ reference: 'B-1' }, { reference: 'B-2' }]);
    const submissionId = await submit([
      { reference: 'B-1', description: 'Cotton T-shirt, knitted, plain' },
      { reference: 'B-2' },
      { reference: 'B-3' },
      { reference: 'B-4', value: '12,50' },
    ]);
    const page = await listAcknowledgements(desk.partner, submissionId, all);
    expect(page).toMatchObject({ status: 'finished', next: null });
    expect(
      page.rows.map(({ recordNumber, reference, outcome, version }) => [recordNumber, reference, outcome, version]),
    ).toEqual([
      [1, 'B-1', 'updated', 2],
      [2, 'B-2', 'unchanged', null],
      [3, 'B-3', 'accepted', 1],
      [4, 'B-4', 'quarantined', null],
    ]);
    const { releaseCategory } = await trackConsignment(desk.partner, 'B-3');
    expect(RELEASE_CATEGORIES).toContain(releaseCategory);
    expect(page.rows[2]).toMatchObject({ releaseCategory });
    expect(page.rows[3]).toMatchObject({
      status: null,
      releaseCategory: null,
      codes: [],
      problems: [{ pointer: 'items.0.value', value: '12,50' }],
    });
    const [told] = page.rows.slice(3).map((row) => acknowledgementAnswer(row, page.format).problems[0]?.message);
    expect(told).toContain('(column value, line 5) is 12,50');
    expect(page.rows[2]?.status).toMatch(/^(released|under_control)$/);
    expect(JSON.stringify(page)).not.toMatch(/score|lane|indicator|selection/i);
  });

  it('name the remarks on what was taken, with their severity and place, as long as that version is in force', async () => {
    const remarked = { reference: 'R-1', recipient_phone: 'ask at the door' };
    const submissionId = await submit([remarked, { reference: 'R-2' }]);
    const problemsOf = async () =>
      (await listAcknowledgements(desk.partner, submissionId, all)).rows.map(
        (row) => acknowledgementAnswer(row, 'csv').problems,
      );
    const [first, second] = await problemsOf();
    expect(first).toContainEqual(
      expect.objectContaining({ line: 2, pointer: 'recipient_phone', code: 'phone_shape', severity: 'warning' }),
    );
    expect(second?.map(({ code, line }) => [code, line])).toEqual([['one_of_missing', 3]]);
    await submit([{ reference: 'R-1' }]);
    // The remark went with the version it was made on.
    expect((await problemsOf())[0]).toEqual([]);
  });

  it('come in pages by key, each record once', async () => {
    const submissionId = await submit(
      Array.from({ length: 7 }, (_, n) => ({ reference: `C-${n}`, value: n % 2 ? '1' : 'x' })),
    );
    const seen: number[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof listAcknowledgements>> = await listAcknowledgements(
        desk.partner,
        submissionId,
        {
          after,
          limit: 3,
        },
      );
      seen.push(...page.rows.map(({ recordNumber }) => recordNumber));
      after = page.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('say what is asked of the partner, do-not-load before all, and complete once the decision is told', async () => {
    const submissionId = await submit([{ reference: 'D-1', description: 'weapon replica gun, prohibited ivory' }]);
    const consignmentId = consignmentIdOf(desk.partnerId, 'D-1');
    const codes = async (at = new Date()) =>
      (await listAcknowledgements(desk.partner, submissionId, all, at)).rows[0]?.codes;
    const seen = async () => ({ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    expect((await standing(consignmentId)).status).toBe('selected');
    expect(await codes()).toEqual([]);
    const dueAt = new Date(Date.now() + 3_600_000);
    const rfi = await referConsignment(desk.officer, {
      ...(await seen()),
      type: 'rfi',
      question: 'What is it?',
      dueAt,
    });
    expect(await codes()).toEqual(['RFI']);
    const dnl = await referConsignment(desk.officer, {
      ...(await seen()),
      type: 'dnl',
      question: 'Do not load.',
      dueAt,
    });
    expect(await codes()).toEqual(['DNL']);
    for (const { referralId } of [rfi, dnl])
      await answerReferral(desk.partner, { consignmentId, referralId, answer: 'Yes.' });
    await releaseConsignment(desk.officer, { ...(await seen()), ground: 'answer_sufficient' });
    expect(await codes()).toEqual([]);
    expect(await codes(new Date(Date.now() + 86_400_000))).toEqual(['AC']);
  });

  it('are not found by another partner', async () => {
    const submissionId = await submit([{ reference: 'E-1' }]);
    const stranger = { ...desk.partner, partnerId: randomUUID() };
    await expect(listAcknowledgements(stranger, submissionId, all)).rejects.toThrow(NotFoundError);
    await expect(listAcknowledgements(desk.analyst, submissionId, all)).rejects.toThrow(ForbiddenError);
  });
});

describe('the response documents of a consignment', () => {
  const kinds = async (reference: string, at?: Date) =>
    (await listResponses(desk.partner, reference, at)).map(({ kind }) => kind);

  it('tell a refused record with pointers, and later that it was accepted', async () => {
    await submit([{ reference: 'F-1', currency: 'EURO' }]);
    expect(await kinds('F-1')).toEqual(['rejected']);
    const { xml, row } = await getResponse(desk.partner, 'F-1', '1');
    const error = 'Response/Error';
    const root = readXml(xml);
    expect(row.functionCode).toBe('03');
    expect(textsAt(root, `${error}/OriginalAttributeValue`)).toEqual(['EURO']);
    expect(textsAt(root, `${error}/Description`)[0]).toContain('(column currency, line 2): EURO');
    expect(textsAt(root, `${error}/Pointer/DocumentSectionCode`)).toEqual(['42A', '67A', '68A', '23A', '79A']);
    expect(textsAt(root, `${error}/Pointer/Location`)).toEqual(['items.0.currency']);
    await submit([{ reference: 'F-1' }]);
    expect((await kinds('F-1')).slice(0, 3)).toEqual(['rejected', 'accepted', 'tax']);
  });

  it('follow a consignment from the question to the corrected charges and the release', async () => {
    const placed = await aConsignment(desk);
    const { consignmentId } = placed;
    const { reference } = await standing(consignmentId);
    const seen = async () => ({ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    const dueAt = minutesLater(600);
    const question = { type: 'documents', question: 'The invoice & the <proof> of payment?', dueAt } as const;
    const { referralId } = await referConsignment(desk.officer, { ...(await seen()), ...question }, NOW);
    await answerReferral(desk.partner, { consignmentId, referralId, answer: 'Attached.' }, minutesLater(1));
    const ordered = await orderExamination(desk.officer, { ...(await seen()), kind: 'physical' }, minutesLater(2));
    await recordExaminationResult(
      desk.officer,
      {
        ...(await seen()),
        examinationId: ordered.examinationId,
        resultCode: 'undervalued',
        finding: 'The invoice in the parcel says 120.',
        corrections: [{ itemNumber: 1, field: 'value', corrected: '120.00' }],
      },
      minutesLater(3),
    );
    const declared = (await trackConsignment(desk.partner, reference, minutesLater(3))).charges;
    const release = { ...(await seen()), kind: 'release_with_correction', ground: 'correction_settled' } as const;
    await releaseConsignment(desk.officer, release, minutesLater(4));

    expect(await kinds(reference, minutesLater(5))).toEqual(['question', 'answer_received']);
    const asked = readXml((await getResponse(desk.partner, reference, '1', minutesLater(5))).xml);
    expect(textsAt(asked, 'Response/AdditionalInformation/StatementDescription')).toEqual([question.question]);

    const { charges } = await trackConsignment(desk.partner, reference, minutesLater(6));
    const told = await listResponses(desk.partner, reference, minutesLater(7));
    expect(told.map(({ kind }) => kind)).toEqual([
      'question',
      'answer_received',
      'correction',
      'tax',
      'released',
      'cleared',
    ]);
    expect(told.at(-1)?.toldAt).toBe(minutesLater(6).toISOString());
    const document = async (kind: string) => {
      const which = told.find((row) => row.kind === kind)?.responseId ?? '';
      return readXml((await getResponse(desk.partner, reference, which, minutesLater(7))).xml);
    };
    const correction = await document('correction');
    expect(textsAt(correction, 'Response/Amendment/Pointer/TagID')).toEqual(['112']);
    const [, corrected] = allAt(correction, 'Response/Declaration');
    const item = 'GoodsShipment/GovernmentAgencyGoodsItem';
    expect(corrected && textsAt(corrected, `${item}/Commodity/InvoiceLine/ItemChargeAmount`)).toEqual(['120.00']);
    const total = textsAt(await document('tax'), 'Response/Declaration/DutyTaxFee/Payment/PaymentAmount');
    expect(Number(total[0])).toBeGreaterThan(Number(declared.total));
    expect(charges.total).toBe(total[0]);
  });

  it('are not found by another partner, under an unknown reference or number, and not given to officers', async () => {
    await submit([{ reference: 'G-1' }]);
    const stranger = { ...desk.partner, partnerId: randomUUID() };
    await expect(listResponses(stranger, 'G-1')).rejects.toThrow(NotFoundError);
    await expect(listResponses(desk.partner, 'G-2')).rejects.toThrow(NotFoundError);
    for (const which of ['0', '99', '-1', 'x', randomUUID(), '']) {
      await expect(getResponse(desk.partner, 'G-1', which)).rejects.toThrow(NotFoundError);
    }
    await expect(listResponses(desk.officer, 'G-1')).rejects.toThrow(ForbiddenError);
  });
});
