import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/connection';
import { events } from '@/db/schema';
import type { EventKind } from '@/lib/clearance/events';
import type { Actor } from '@/lib/identity/actor';

/** Adds one line to the timeline. `values` are codes and figures, never personal data. */
export async function recordEvent(
  tx: Tx,
  actor: Actor,
  row: { readonly consignmentId: string; readonly receivedOn: string },
  kind: EventKind,
  values: Readonly<Record<string, string | number | null>>,
  at: Date,
): Promise<void> {
  await tx.insert(events).values({
    consignmentId: row.consignmentId,
    receivedOn: row.receivedOn,
    eventId: randomUUID(),
    at,
    kind,
    actorId: actor.id,
    actorName: actor.name,
    values,
  });
}
