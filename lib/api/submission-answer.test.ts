import { describe, expect, it } from 'vitest';
import type { QuarantinedView, SubmissionView } from '@/db/queries/intake/get-submission';
import { fault } from '@/lib/intake/problem-codes';
import { SUBMISSION as SUBMISSION_SCHEMA } from './schemas';
import { submissionAnswer } from './submission-answer';

const SUBMISSION: SubmissionView = {
  submissionId: '00000000-0000-4000-8000-000000000001',
  partnerName: 'Harbour Parcels',
  fileName: null,
  format: 'csv',
  status: 'finished',
  sizeBytes: 10,
  sha256: null,
  bytesErasedAt: null,
  receivedAt: '2026-11-02T10:00:00.000Z',
  stagedAt: null,
  finishedAt: null,
  received: 3_000,
  accepted: 600,
  quarantined: 2_400,
  waiting: 2_390,
  unchanged: 0,
  updated: 0,
  undone: null,
  replayOf: null,
  notices: [],
  isBrokenOff: false,
  stalled: null,
  problems: [],
};
const refused = (count: number) =>
  Array.from(
    { length: count },
    (_, index): QuarantinedView => ({
      recordNumber: 10 + index,
      line: index,
      reference: null,
      rows: [],
      problems: [fault('required', 'office')],
      state: 'open',
    }),
  );

describe('the answer about a submission', () => {
  it('counts what is not processed yet, so that the counts add up at every moment', () => {
    const midway = { ...SUBMISSION, status: 'processing', quarantined: 100, unchanged: 30, updated: 20 } as const;
    expect(submissionAnswer(midway, [])).toMatchObject({ received: 3_000, accepted: 600, pending: 2_250 });
    expect(submissionAnswer(SUBMISSION, []).pending).toBe(0);
  });

  it('says of how many refused records it names the problems, and where the others are read', () => {
    const { problems, refusedRecords } = submissionAnswer(SUBMISSION, refused(1_000));
    expect(problems).toHaveLength(1_000);
    const next = `/api/v1/submissions/${SUBMISSION.submissionId}/acknowledgements?after=1009`;
    expect(refusedRecords).toEqual({ told: 1_000, total: 2_400, waiting: 2_390, next });
  });

  it('names what was mended from a submission that was undone, and nothing of that otherwise', () => {
    const mended = {
      records: 1,
      by: [
        {
          submissionId: '00000000-0000-4000-8000-000000000002',
          receivedAt: '2026-11-03T10:00:00.000Z',
          records: 1,
          references: ['UM-2'],
          isUndone: false,
        },
      ],
      more: 0,
      waiting: 2,
    };
    const answer = SUBMISSION_SCHEMA.parse(submissionAnswer({ ...SUBMISSION, sha256: null }, [], mended));
    expect(answer.mended).toEqual({
      records: 1,
      by: [{ submissionId: mended.by[0]?.submissionId, records: 1, references: ['UM-2'], isUndone: false }],
      more: 0,
      waiting: 2,
    });
    expect(submissionAnswer(SUBMISSION, [])).not.toHaveProperty('mended');
  });

  it('says that it names all where it does', () => {
    const { refusedRecords } = submissionAnswer({ ...SUBMISSION, quarantined: 2, waiting: 2 }, refused(2));
    expect(refusedRecords).toEqual({ told: 2, total: 2, waiting: 2, next: null });
  });
});

describe('A CSV file refused for its header', () => {
  const refusedFor = (code: 'header_delimiter' | 'file_empty') =>
    submissionAnswer({ ...SUBMISSION, status: 'refused', problems: [fault(code, '', { line: 1 })] }, []);

  it('is told with the page on which its columns are mapped', () => {
    expect(refusedFor('header_delimiter').mapColumnsAt).toBe(`/submissions/${SUBMISSION.submissionId}/columns`);
    expect(refusedFor('file_empty').mapColumnsAt).toBeUndefined();
  });
});
