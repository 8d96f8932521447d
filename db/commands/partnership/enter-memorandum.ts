import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { agencyInForce } from '@/db/queries/agency/agency-in-force';
import { memoranda } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { ENTER_MEMORANDUM_INPUT } from '@/lib/partnership/inputs';
import { SHARED_WITH } from '@/lib/partnership/memorandum';
import { lockPartner } from './partner-of';

/**
 * Enters what is shared with a partner or an agency, on what legal basis and until when. From its first day on it is what the share rests on.
 * @throws NotFoundError; RefusedError `memorandum.with_partner`, `memorandum.with_agency`, `memorandum.period`
 */
export async function enterMemorandum(
  actor: Actor,
  input: z.input<typeof ENTER_MEMORANDUM_INPUT>,
  at = new Date(),
): Promise<{ memorandumId: string }> {
  authorise(actor, 'memorandum.write');
  const { partnerId, agencyId, ...what } = parseInput(ENTER_MEMORANDUM_INPUT, input);
  const side = SHARED_WITH[what.subject];
  const named = { partner: partnerId !== null && agencyId === null, agency: agencyId !== null && partnerId === null };
  if (!named[side]) throw new RefusedError([{ code: `memorandum.with_${side}`, pointer: `${side}Id` }]);
  if (what.validTo <= what.validFrom || what.validTo <= dayOf(at))
    throw new RefusedError([{ code: 'memorandum.period', pointer: 'validTo' }]);
  return inTransaction(async (tx) => {
    if (partnerId !== null) await lockPartner(tx, partnerId);
    if (agencyId !== null && !(await agencyInForce(tx, agencyId, dayOf(at)))) throw new NotFoundError('agency');
    const memorandumId = randomUUID();
    const entered = { enteredBy: actor.id, enteredByName: actor.name, enteredAt: at };
    await tx.insert(memoranda).values({ memorandumId, partnerId, agencyId, ...what, ...entered });
    await writeAudit(
      tx,
      actor,
      {
        action: 'memorandum.enter',
        subjectType: 'memorandum',
        subjectId: memorandumId,
        details: {
          shared: what.subject,
          ...(partnerId === null ? {} : { partnerId }),
          ...(agencyId === null ? {} : { agency: agencyId }),
          legalBasis: what.legalBasis,
          validFrom: what.validFrom,
          validTo: what.validTo,
        },
      },
      at,
    );
    return { memorandumId };
  });
}
