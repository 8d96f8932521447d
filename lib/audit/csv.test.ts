import { expect, it } from 'vitest';
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
  details: { before: { status: 'selected' }, after: { status: 'released' }, decisionId: 'd', claimedBy: 'o' },
};

it('a row has a cell for each column, with what changed in words', () => {
  const cells = auditCells(row, { c: 'CP701201538CN', o: 'B. Kaya' });
  expect(cells).toHaveLength(AUDIT_CSV_COLUMNS.length);
  expect(cells.join('|')).toBe(
    '2026-11-24T10:00:00.000Z|a|A. Kaya|officer|NLRTM|clearance.release|consignment|c|CP701201538CN||status: selected > released; decisionId: d; claimedBy: B. Kaya',
  );
});
