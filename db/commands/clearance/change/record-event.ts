import 'server-only';
import { randomUUID } from 'node:crypto';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { events } from '@/db/schema';
import type { EventKind } from '@/lib/clearance/events';
import type { Actor } from '@/lib/identity/actor';

type Subject = Readonly<Record<'consignmentId' | 'receivedOn' | 'partnerId' | 'reference', string>>;

type Line = {
  readonly row: Subject;
  readonly kind: EventKind;
  readonly values: Readonly<Record<string, string | number | null>>;
};

/** Adds one line to the timeline and to the outbox of the partner. `values` are codes and figures, never personal data. */
export async function recordEvent(
  tx: Tx,
  actor: Actor,
  row: Subject,
  kind: EventKind,
  values: Line['values'],
  at: Date,
): Promise<void> {
  await recordEvents(tx, actor, row.partnerId, [{ row, kind, values }], at);
}

/** Adds a line each to the timelines of some consignments of one partner. */
export async function recordEvents(
  tx: Tx,
  actor: Actor,
  partnerId: string,
  lines: readonly Line[],
  at: Date,
): Promise<void> {
  await tx.insert(events).values(
    lines.map(({ row, kind, values }) => ({
      consignmentId: row.consignmentId,
      receivedOn: row.receivedOn,
      eventId: randomUUID(),
      at,
      kind,
      actorId: actor.id,
      actorName: actor.name,
      values,
    })),
  );
  await tellPartner(
    tx,
    partnerId,
    lines.map(({ row, kind, values }) => ({
      consignmentId: row.consignmentId,
      reference: row.reference,
      event: kind,
      values,
      at,
    })),
  );
}
