import { expect, it } from 'vitest';
import { anEnglishSpeech } from '@/tests/support/a-speech';
import { AUDIT_CSV_COLUMNS, auditCells } from './csv';

const row = {
  at: new Date('2026-11-24T10:00:00Z'),
  actorId: 'a',
  actorName: 'A. Kaya',
  role: 'officer',
  officeId: 'NLRTM',
  action: 'clearance.release',
  subjectType: 'consignment',
  subjectId: 'c',
  reason: null,
  details: {
    before: { status: 'selected' },
    after: { status: 'released' },
    ground: 'documents_in_order',
    claimedBy: 'o',
  },
};

const cellsOf = (given: Partial<Parameters<typeof auditCells>[0]>) => {
  const cells = auditCells({ ...row, ...given }, { c: 'CP701201538CN', o: 'B. Kaya' }, anEnglishSpeech());
  expect(cells).toHaveLength(AUDIT_CSV_COLUMNS.length);
  return Object.fromEntries(AUDIT_CSV_COLUMNS.map((column, index) => [column, cells[index]]));
};

it('a row keeps its codes for a machine and says them in words for a reader', () => {
  expect(cellsOf({})).toEqual({
    at: '2026-11-24T10:00:00.000Z',
    actor_id: 'a',
    actor_name: 'A. Kaya',
    role: 'officer',
    role_words: 'Officer',
    office: 'NLRTM',
    action: 'clearance.release',
    action_words: 'Released',
    subject_type: 'consignment',
    subject_type_words: 'Consignment',
    subject_id: 'c',
    subject_name: 'CP701201538CN',
    reason: '',
    reason_words: '',
    details:
      '{"before":{"status":"selected"},"after":{"status":"released"},"ground":"documents_in_order","claimedBy":"o"}',
    details_words: 'Status: Selected > Released; Ground: Documents are in order; Claimed by: B. Kaya',
  });
});

it('an export without a filter says so', () => {
  expect(cellsOf({ action: 'audit.export', details: { filter: {} } }).details_words).toBe('Filter: none');
});

it('a chosen reason, what may be done and a trial are told in words too', () => {
  expect(
    cellsOf({ action: 'consignment.reveal', reason: 'complaint: call of 24 November', details: {} }),
  ).toMatchObject({
    reason: 'complaint: call of 24 November',
    reason_words: 'Complaint or appeal: call of 24 November',
    details: '',
    details_words: '',
  });
  expect(cellsOf({ subjectType: 'permission', subjectId: 'admin.users' })).toMatchObject({
    subject_id: 'admin.users',
    subject_name: 'Manage accounts',
  });
  expect(cellsOf({ subjectType: 'profile', subjectId: 'trial 0123456789ab' })).toMatchObject({
    subject_name: 'Trial of conditions 0123456789ab',
  });
});
