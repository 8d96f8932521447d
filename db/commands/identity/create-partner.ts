import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { partners } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CREATE_PARTNER_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { checkDefaultOffice, toldDefaults } from './partner-defaults';

/** Enters somebody who will send advance data. @throws RefusedError `key_taken`; InvalidInputError `unknown_office` */
export async function createPartner(
  actor: Actor,
  input: z.input<typeof CREATE_PARTNER_INPUT>,
  at = new Date(),
): Promise<{ partnerId: string }> {
  authorise(actor, 'admin.partners');
  const { key, name, kind, ...defaults } = parseInput(CREATE_PARTNER_INPUT, input);
  const partnerId = randomUUID();
  try {
    await inTransaction(async (tx) => {
      await checkDefaultOffice(actor, tx, defaults);
      await tx.insert(partners).values({ id: partnerId, key, name, kind, ...defaults, createdAt: at });
      await writeAudit(
        tx,
        actor,
        {
          action: 'admin.create_partner',
          subjectType: 'partner',
          subjectId: partnerId,
          details: { key, kind, ...toldDefaults(defaults) },
        },
        at,
      );
    });
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('key_taken');
    throw error;
  }
  return { partnerId };
}
