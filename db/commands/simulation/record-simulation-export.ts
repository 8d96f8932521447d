import 'server-only';
import { writeAudit } from '@/db/audit';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Notes that the figures of simulations leave the house, before the first byte goes out. */
export async function recordSimulationExport(
  actor: Actor,
  simulationId: string,
  format: 'csv' | 'json',
  at = new Date(),
): Promise<void> {
  authorise(actor, 'simulation.read');
  const entry = { action: 'simulation.export', subjectType: 'simulation', subjectId: simulationId } as const;
  await inTransaction((tx) => writeAudit(tx, actor, { ...entry, officeId: null, details: { format } }, at));
}
