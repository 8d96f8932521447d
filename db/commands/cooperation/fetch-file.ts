import 'server-only';
import { eq } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { coversReferences } from '@/db/queries/cooperation/answer-references';
import { counterpartInForce } from '@/db/queries/cooperation/counterpart-in-force';
import { ownIdentity } from '@/db/queries/cooperation/own-identity';
import { exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { signingKeyOf } from '@/lib/cooperation/sign';
import { shownState } from '@/lib/cooperation/states';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { lockExchange } from './exchange-of';

/**
 * Gives out the signed file of a package of ours, byte for byte as it was signed; every time it leaves its audit row.
 * @throws NotFoundError; RefusedError `cooperation.state` where it is not approved, was withdrawn or has expired, `cooperation.not_in_force`,
 * `cooperation.key_retired`, `cooperation.elsewhere`
 */
export async function fetchFile(
  actor: Actor,
  exchangeId: string,
  at = new Date(),
): Promise<{ file: Buffer; name: string }> {
  authorise(actor, 'cooperation.fetch');
  if (!isUuid(exchangeId)) throw new NotFoundError('exchange');
  return inTransaction(async (tx) => {
    const found = await lockExchange(tx, exchangeId, 'sent');
    const { file, fileSha256, content, packageId } = found;
    if (!file || !['approved', 'sent'].includes(shownState(found, dayOf(at)))) throw refuse('cooperation.state');
    if (!(await coversReferences(tx, actor, found))) throw refuse('cooperation.elsewhere');
    await counterpartInForce(tx, found.counterpartId, dayOf(at));
    const own = await ownIdentity(tx);
    if (own?.fingerprint !== signingKeyOf(file)) throw refuse('cooperation.key_retired');
    if (found.state === 'approved')
      await tx
        .update(exchangePackages)
        .set({ state: 'sent', fetchedAt: at, rowVersion: found.rowVersion + 1 })
        .where(eq(exchangePackages.exchangeId, exchangeId));
    await writeAudit(
      tx,
      actor,
      {
        action: 'cooperation.fetch',
        subjectType: 'exchange',
        subjectId: exchangeId,
        officeId: null,
        details: {
          ...{ administration: content.to.code, packageId, handling: found.handling },
          ...{ sha256: fileSha256, sizeBytes: file.length },
        },
      },
      at,
    );
    const name = `luxor-exchange_${content.from.code}_${content.to.code}_${packageId.slice(0, 8)}.json`.toLowerCase();
    return { file, name };
  });
}
