import 'server-only';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { offices, type partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError } from '@/lib/kernel/errors';

/** What messages of a partner mean where they name none: office, days from posting to arrival, channel. */
export type PartnerDefaults = Pick<typeof partners.$inferSelect, 'defaultOfficeId' | 'transitDays' | 'defaultChannel'>;

/** The defaults as the audit log tells them. */
export const toldDefaults = ({ defaultOfficeId, transitDays, defaultChannel }: PartnerDefaults) => ({
  defaultOffice: defaultOfficeId,
  transitDays,
  defaultChannel,
});

/** Whether the office of the defaults is one of ours. @throws InvalidInputError `unknown_office` */
export async function checkDefaultOffice(actor: Actor, tx: Tx, { defaultOfficeId }: PartnerDefaults): Promise<void> {
  authorise(actor, 'admin.partners');
  if (defaultOfficeId === null) return;
  const [office] = await tx.select({ id: offices.id }).from(offices).where(eq(offices.id, defaultOfficeId));
  if (office) return;
  throw new InvalidInputError([
    { code: 'unknown_office', severity: 'error', pointer: 'defaultOfficeId', value: defaultOfficeId },
  ]);
}
