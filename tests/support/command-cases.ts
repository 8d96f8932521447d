import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { auditLog, clearances, contributions as contributionRows, events } from '@/db/schema';
import { ledgerEntries } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import type { AuditAction } from '@/lib/audit/actions';
import type { EventKind } from '@/lib/clearance/events';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { type CellRow, contributions, netChange } from '@/lib/statistics/contributions';
import type { Desk } from './a-desk';

/** The row of a consignment as it stands. */
export async function standing(consignmentId: string): Promise<typeof clearances.$inferSelect> {
  const [row] = await db().select().from(clearances).where(eq(clearances.consignmentId, consignmentId));
  if (!row) throw new Error('no such consignment');
  return row;
}

/** Audit actions told of a consignment, oldest first. */
export async function auditOf(consignmentId: string) {
  return db().select().from(auditLog).where(eq(auditLog.subjectId, consignmentId)).orderBy(asc(auditLog.at));
}

/** Kinds of the timeline of a consignment. */
export async function timelineOf(consignmentId: string) {
  return db().select().from(events).where(eq(events.consignmentId, consignmentId)).orderBy(asc(events.at));
}

/** Codes of the refusal an act met; fails when it was not refused. */
export async function refusalOf(act: Promise<unknown>): Promise<string[]> {
  const error = await act.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RefusedError)) throw new Error(`not refused: ${String(error)}`);
  return error.reasons.map((reason) => reason.code);
}

/** What is written in the statistics is what the ledger says, cell by cell. */
export async function expectStatisticsToAgree(): Promise<void> {
  const keys = await db()
    .select({ consignmentId: clearances.consignmentId, receivedOn: clearances.receivedOn })
    .from(clearances);
  const ledger = await inTransaction((tx) => ledgerEntries(tx, keys));
  const written: CellRow[] = await db().select().from(contributionRows);
  expect(netChange([...ledger.values()].flatMap(contributions), written)).toEqual([]);
}

export type CommandCase = {
  readonly desk: () => Desk;
  readonly audit: AuditAction;
  readonly event: EventKind;
  /** Makes a consignment the act is possible on, and gives the act as one actor would do it: always on the same row as seen now. */
  readonly prepare: () => Promise<{ consignmentId: string; act: (actor: Actor) => Promise<unknown> }>;
  /** Who may do it; the desk's officer when absent. */
  readonly by?: (desk: Desk) => Actor;
  /** Who runs against them; the desk's colleague when absent. */
  readonly against?: (desk: Desk) => Actor;
  readonly check?: (row: typeof clearances.$inferSelect) => void;
};

/** The four promises of every command that changes a consignment: it tells all it did, and refuses the wrong role, office and moment. */
export function describeCommand(title: string, command: CommandCase): void {
  const by = () => (command.by ?? ((desk) => desk.officer))(command.desk());
  const against = () => (command.against ?? ((desk) => desk.colleague))(command.desk());

  describe(title, () => {
    it('writes the change, one audit row, one event, and the statistics that agree with them', async () => {
      const { consignmentId, act } = await command.prepare();
      const before = await standing(consignmentId);
      const [audits, told] = [await auditOf(consignmentId), await timelineOf(consignmentId)];
      await act(by());
      const row = await standing(consignmentId);
      expect(row.rowVersion).toBe(before.rowVersion + 1);
      command.check?.(row);
      const newAudits = (await auditOf(consignmentId)).slice(audits.length);
      expect(newAudits.map(({ action, actorId, officeId }) => ({ action, actorId, officeId }))).toEqual([
        { action: command.audit, actorId: by().id, officeId: row.officeId },
      ]);
      const newEvents = (await timelineOf(consignmentId)).slice(told.length);
      expect(newEvents.map(({ kind, actorName }) => ({ kind, actorName }))).toEqual([
        { kind: command.event, actorName: by().name },
      ]);
      await expectStatisticsToAgree();
    });

    it('refuses a role without the permission', async () => {
      const { consignmentId, act } = await command.prepare();
      const before = await standing(consignmentId);
      await expect(act(command.desk().analyst)).rejects.toThrow(ForbiddenError);
      expect(await standing(consignmentId)).toEqual(before);
    });

    it('does not find a consignment of another office', async () => {
      const { consignmentId, act } = await command.prepare();
      const before = await standing(consignmentId);
      const foreign = { ...command.desk().stranger, role: by().role };
      await expect(act(foreign)).rejects.toThrow(NotFoundError);
      expect(await standing(consignmentId)).toEqual(before);
    });

    it('lets one of two win, and tells the other why', async () => {
      const { consignmentId, act } = await command.prepare();
      const before = await standing(consignmentId);
      const [told, audits] = [await timelineOf(consignmentId), await auditOf(consignmentId)];
      const outcomes = await Promise.allSettled([act(by()), act(against())]);
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const lost = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(lost?.reason).toBeInstanceOf(RefusedError);
      expect((await standing(consignmentId)).rowVersion).toBe(before.rowVersion + 1);
      expect(await timelineOf(consignmentId)).toHaveLength(told.length + 1);
      expect(await auditOf(consignmentId)).toHaveLength(audits.length + 1);
    });
  });
}
