import 'server-only';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { memoranda } from '@/db/schema';
import { refuse } from '@/lib/kernel/errors';
import type { MemorandumSubject } from '@/lib/partnership/memorandum';

type With = { readonly partnerId: string } | { readonly agencyId: string };

/** Whether a memorandum in force on a day lets something be shared. Takes no actor: whoever shares asks it. */
export async function hasMemorandum(
  tx: Pick<Tx, 'select'>,
  subject: MemorandumSubject,
  other: With,
  day: string,
): Promise<boolean> {
  const [found] = await tx
    .select({ id: memoranda.memorandumId })
    .from(memoranda)
    .where(
      and(
        eq(memoranda.subject, subject),
        'partnerId' in other ? eq(memoranda.partnerId, other.partnerId) : eq(memoranda.agencyId, other.agencyId),
        lte(memoranda.validFrom, day),
        gt(memoranda.validTo, day),
        isNull(memoranda.endedAt),
      ),
    )
    .limit(1);
  return found !== undefined;
}

/** Refuses a share that no memorandum in force covers. @throws RefusedError `memorandum.missing` */
export async function requireMemorandum(
  tx: Pick<Tx, 'select'>,
  subject: MemorandumSubject,
  other: With,
  day: string,
): Promise<void> {
  if (!(await hasMemorandum(tx, subject, other, day))) throw refuse('memorandum.missing');
}
