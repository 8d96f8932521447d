import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { instruments } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { INSTRUMENT_INPUT } from '@/lib/policy/change';

/** Advisory lock of citations: two people who enter one law at once do not enter it twice. */
const CITATION_LOCK = 7_215_911;

/**
 * Enters a law that changes of the policy can rest on.
 * @throws InvalidInputError; RefusedError `policy.instrument_known` with who entered it and when
 */
export async function enterInstrument(
  actor: Actor,
  input: z.input<typeof INSTRUMENT_INPUT>,
  at = new Date(),
): Promise<{ id: string }> {
  authorise(actor, 'policy.write');
  const instrument = parseInput(INSTRUMENT_INPUT, input);
  if (instrument.validTo !== null && instrument.validTo < instrument.validFrom) {
    throw new InvalidInputError([{ code: 'period', severity: 'error', pointer: 'validTo' }]);
  }
  const id = randomUUID();
  await inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${CITATION_LOCK}, hashtext(${instrument.citation}))`);
    const [known] = await tx
      .select({ by: instruments.enteredByName, at: instruments.enteredAt })
      .from(instruments)
      .where(
        sql`${instruments.citation} = ${instrument.citation} and ${instruments.validFrom} = ${instrument.validFrom}`,
      );
    if (known) throw refuse('policy.instrument_known', { by: known.by, at: known.at.toISOString() });
    const by = { enteredAt: at, enteredBy: actor.id, enteredByName: actor.name };
    await tx.insert(instruments).values({ ...instrument, id, isExample: false, ...by });
    const { kind, citation, validFrom } = instrument;
    await writeAudit(
      tx,
      actor,
      {
        action: 'policy.enter_instrument',
        subjectType: 'instrument',
        subjectId: id,
        officeId: null,
        details: { instrumentKind: kind, citation, validFrom },
      },
      at,
    );
  });
  return { id };
}
