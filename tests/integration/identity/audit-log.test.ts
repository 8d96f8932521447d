import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeAudits } from '@/db/audit';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { recordAuditExport } from '@/db/commands/identity/record-audit-export';
import { listAudit, readAudit } from '@/db/queries/audit/list-audit';
import { inTransaction } from '@/db/transaction';
import { parseCursor } from '@/lib/audit/filter';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aConsignment, withReference } from '../../support/a-consignment';
import { aDesk, NOW, someone, withAccount } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const auditor = someone('auditor', 'NLRTM');
const officer = someone('officer', 'NLRTM', 'A. Kaya');
const subjectId = randomUUID();

beforeAll(async () => {
  const entries = (count: number, action: 'clearance.lift' | 'consignment.search') =>
    Array.from({ length: count }, () =>
      action === 'consignment.search'
        ? ({ action, subjectType: 'permission', subjectId: 'consignment.read' } as const)
        : ({
            action,
            subjectType: 'consignment',
            subjectId,
            details: { before: {}, after: {}, rowVersion: 1, holdId: 'h' },
          } as const),
    );
  await inTransaction(async (tx) => {
    // Many rows of one instant: pages must not lose or repeat any of them.
    await writeAudits(tx, officer, entries(70, 'consignment.search'), new Date('2026-11-20T10:00:00.123Z'));
    await writeAudits(tx, officer, entries(60, 'clearance.lift'), new Date('2026-11-21T23:59:59.999Z'));
  });
});

describe('the audit log', () => {
  it('is paged by key without losing or repeating a row', async () => {
    const seen: string[] = [];
    let before = null;
    for (let page = 0; page < 5; page += 1) {
      const found = await listAudit(auditor, {}, before);
      seen.push(...found.rows.map(({ id }) => id));
      before = parseCursor(found.next);
      if (!before) break;
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
  });

  it('is filtered by person, action, subject and day, the last day included', async () => {
    const count = async (filter: Parameters<typeof listAudit>[1]) => {
      let rows = 0;
      for await (const batch of readAudit(auditor, filter)) rows += batch.rows.length;
      return rows;
    };
    expect(await count({ action: 'clearance.lift' })).toBe(60);
    expect(await count({ subject: 'consignment', subjectId })).toBe(60);
    expect(await count({ from: '2026-11-21', to: '2026-11-21' })).toBe(60);
    expect(await count({ to: '2026-11-20' })).toBe(70);
    expect(await count({ actorId: officer.id })).toBe(130);
    expect(await count({ actor: 'kaya' })).toBe(130);
    expect(await count({ actor: '%' })).toBe(0);
  });

  it('is read by auditors only', async () => {
    for (const role of ROLES.filter((one) => one !== 'auditor')) {
      await expect(listAudit(someone(role, 'NLRTM'), {}, null)).rejects.toThrow(ForbiddenError);
      await expect(readAudit(someone(role, 'NLRTM'), {}).next()).rejects.toThrow(ForbiddenError);
      await expect(recordAuditExport(someone(role, 'NLRTM'), {})).rejects.toThrow(ForbiddenError);
    }
  });

  it('tells of its own export', async () => {
    await recordAuditExport(auditor, { action: 'clearance.lift', from: '2026-11-01' });
    const [row] = (await listAudit(auditor, { action: 'audit.export' }, null)).rows;
    expect(row).toMatchObject({
      actorId: auditor.id,
      details: { filter: { action: 'clearance.lift', from: '2026-11-01' } },
    });
  });
});

describe('a consignment in the log', () => {
  it('finds a consignment by its reference, and shows the reference beside the id', async () => {
    const desk = await aDesk();
    const { consignmentId, rowVersion } = await aConsignment(desk, withReference('AUDITED 1'));
    await holdConsignment(desk.officer, { consignmentId, rowVersion, ground: 'value_doubt' }, NOW);
    const found = await listAudit(auditor, { subjectId: 'AUDITED 1' }, null);
    expect(found.rows).toMatchObject([{ subjectId: consignmentId, action: 'clearance.hold' }]);
    expect(found.names).toEqual({ [consignmentId]: 'AUDITED 1', [desk.officer.id]: desk.officer.name });
    const exported = [];
    for await (const batch of readAudit(auditor, { subjectId: 'AUDITED 1' })) exported.push(...batch.rows);
    expect(exported).toHaveLength(1);
    expect((await listAudit(auditor, { subjectId: 'NOBODY KNOWS' }, null)).rows).toEqual([]);
    const elsewhere = someone('auditor', 'BELGG');
    expect((await listAudit(elsewhere, { subjectId: 'AUDITED 1' }, null)).rows).toEqual([]);
    expect((await readAudit(elsewhere, { subjectId: 'AUDITED 1' }).next()).done).toBe(true);
  });
});

it('the log tells the latest first, also of what happened at one moment', async () => {
  const about = randomUUID();
  const entries = Array.from({ length: 20 }, (_, recordNumber) => ({
    action: 'intake.discard' as const,
    subjectType: 'submission' as const,
    subjectId: about,
    details: { recordNumber },
  }));
  for (const one of [entries.slice(0, 10), entries.slice(10)])
    await inTransaction((tx) => writeAudits(tx, officer, one, NOW));
  const { rows } = await listAudit(auditor, { subjectId: about }, null);
  expect(rows.map(({ details }) => details.recordNumber)).toEqual(entries.map((_, number) => 19 - number));
});

it('a submission is sent before it is processed', async () => {
  const desk = await aDesk();
  const submissionId = await sendSubmission(desk.partner, csvOf([{ reference: 'ORDER-1' }]));
  const { rows } = await listAudit(auditor, { subjectId: submissionId }, null);
  expect(rows.map(({ action }) => action)).toEqual(['intake.process', 'intake.submit']);
  expect(rows[0]?.at.getTime()).toBeGreaterThanOrEqual(rows[1]?.at.getTime() ?? Number.POSITIVE_INFINITY);
});

describe('the ids of a page', () => {
  const named = async (details: Readonly<Record<string, string>>) => {
    const about = randomUUID();
    const entry = { action: 'intake.discard', subjectType: 'submission', subjectId: about, details } as const;
    await inTransaction((tx) => writeAudits(tx, officer, [entry], NOW));
    return (await listAudit(auditor, { subjectId: about }, null)).names;
  };

  it('are shown with the person and the partner they stand for', async () => {
    const desk = await aDesk();
    const { id, name } = await withAccount(someone('officer', 'NLRTM', 'E. Holder'));
    expect(await named({ claimedBy: id, partnerId: desk.partnerId })).toEqual({
      [id]: name,
      [officer.id]: officer.name,
      [desk.partnerId]: 'Harbour Parcels',
    });
  });

  it('are left alone where nobody knows them, or where they stand for nothing', async () => {
    const unknown = { claimedBy: randomUUID(), submissionId: randomUUID(), to: 'red', holdId: randomUUID() };
    expect(await named(unknown)).toEqual({ [officer.id]: officer.name });
  });
});
