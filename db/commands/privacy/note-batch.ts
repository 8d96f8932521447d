import 'server-only';
import { randomUUID } from 'node:crypto';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { erasureBatches } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import type { ErasedKind } from '@/lib/privacy/codes';

type Batch = {
  readonly kind: ErasedKind;
  readonly erased: number;
  readonly policyVersion: string;
  /** It was erased before, and a restored backup had brought it back. */
  readonly isRepeated?: boolean;
};

/** Notes a batch of erasing with its one audit row: how much of what, by which policy, never whose. Gives its id. */
export async function noteBatch(tx: Tx, actor: Actor, batch: Batch, at: Date): Promise<string> {
  const { kind, erased, policyVersion, isRepeated = false } = batch;
  const batchId = randomUUID();
  await tx.insert(erasureBatches).values({ batchId, kind, erased, policyVersion, isRepeated, erasedAt: at });
  await writeAudit(
    tx,
    actor,
    {
      action: isRepeated ? 'privacy.erase_again' : 'privacy.erase',
      ...{ subjectType: 'erasure', subjectId: batchId, officeId: null },
      details: { erasedKind: kind, erasedCount: erased, policyVersion },
    },
    at,
  );
  return batchId;
}
