import 'server-only';
import { and, eq } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { ownIdentity } from '@/db/queries/cooperation/own-identity';
import { exchangeCounterparts, exchangeItems, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { canonicalJson } from '@/lib/cooperation/canonical';
import type { PackageContent } from '@/lib/cooperation/package';
import { readPackage } from '@/lib/cooperation/read-package';
import { isInForce } from '@/lib/cooperation/states';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { derivedId, sha256Hex } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';

/** `isKnown`: the same package came before, and stands where it stood. */
export type Received = { readonly exchangeId: string; readonly isKnown: boolean };
type Outcome = Received | { readonly problems: readonly Problem[] };

/**
 * Takes the file of a package: checks who signed it, whom it is for, its time and its form, and keeps it as it came. Nothing of it acts
 * before it is taken over. The same package again is answered as the first time; another content under its id is refused. What is
 * refused leaves its audit row, and nothing else.
 * @throws InvalidInputError naming place, rule and value; RefusedError `cooperation.no_identity`
 */
export async function receivePackage(actor: Actor, file: Buffer, at = new Date()): Promise<Received> {
  authorise(actor, 'cooperation.prepare');
  const outcome = await inTransaction(async (tx): Promise<Outcome> => {
    const own = await ownIdentity(tx);
    if (!own) throw refuse('cooperation.no_identity');
    const known = await tx.select().from(exchangeCounterparts);
    // The key of one that was refused or waits is nobody's.
    const signers = new Map(
      known
        .filter(({ state }) => state === 'approved' || state === 'ended')
        .sort((one, other) => Number(one.state === 'approved') - Number(other.state === 'approved'))
        .map((one) => [one.fingerprint, one]),
    );
    const read = readPackage(file, {
      ownCode: own.code,
      at,
      signerOf: (fingerprint) => {
        const found = signers.get(fingerprint);
        return found ? { ...found, isInForce: isInForce(found, dayOf(at)) } : null;
      },
    });
    const counterpart = read.isRight ? signers.get(read.key) : undefined;
    const result: Outcome =
      read.isRight && counterpart
        ? await keep(tx, actor, { content: read.content, counterpart, file }, at)
        : { problems: read.isRight ? [] : read.problems };
    if ('problems' in result) await noteRefused(tx, actor, file, result.problems, at);
    return result;
  });
  if ('problems' in outcome) throw new InvalidInputError(outcome.problems);
  return outcome;
}

type Kept = {
  readonly content: PackageContent;
  readonly counterpart: typeof exchangeCounterparts.$inferSelect;
  readonly file: Buffer;
};

async function keep(tx: Tx, actor: Actor, { content, counterpart, file }: Kept, at: Date): Promise<Outcome> {
  const { counterpartId } = counterpart;
  const { packageId, kind, handling, caveats, expiresOn } = content;
  const exchangeId = derivedId('exchange', 'received', counterpartId, packageId);
  const contentSha256 = sha256Hex(canonicalJson(content));
  const request = content.kind === 'match_answer' ? await requestOf(tx, counterpartId, content.answersTo) : null;
  if (content.kind === 'match_answer' && !request)
    return { problems: [faultOf('answers_nothing', 'content.answersTo', content.answersTo)] };
  const written = await tx
    .insert(exchangePackages)
    .values({
      ...{ exchangeId, packageId, counterpartId, direction: 'received', kind, state: 'checked' },
      ...{ handling, caveats: [...caveats], expiresOn, content, contentSha256 },
      ...{ file, fileSha256: sha256Hex(file), answersTo: request },
      ...{ madeBy: actor.id, madeByName: actor.name, madeAt: at },
    })
    .onConflictDoNothing()
    .returning({ exchangeId: exchangePackages.exchangeId });
  if (written.length === 0) {
    const [first] = await tx.select().from(exchangePackages).where(eq(exchangePackages.exchangeId, exchangeId));
    if (first?.contentSha256 === contentSha256) return { exchangeId, isKnown: true };
    return { problems: [faultOf('other_content', 'content.packageId', packageId)] };
  }
  if (content.kind === 'intelligence')
    await tx.insert(exchangeItems).values(
      content.items.map((item) => ({
        ...{ exchangeId, number: item.number, kind: item.kind, handling: item.handling },
        ...{ caveats: [...new Set([...caveats, ...item.caveats])], expiresOn: item.expiresOn, state: 'open' as const },
      })),
    );
  await writeAudit(
    tx,
    actor,
    {
      action: 'cooperation.receive',
      subjectType: 'exchange',
      subjectId: exchangeId,
      officeId: null,
      details: {
        ...{ administration: counterpart.code, packageId, packageKind: kind, handling, expiresOn },
        ...{ sha256: sha256Hex(file), sizeBytes: file.length },
        ...(content.kind === 'intelligence' ? { items: content.items.length } : {}),
      },
    },
    at,
  );
  return { exchangeId, isKnown: false };
}

const faultOf = (code: string, pointer: string, value: string): Problem => ({
  code,
  severity: 'error',
  pointer,
  value,
});

/** The exchange of a request of ours to an administration, by the id it bears. */
async function requestOf(tx: Tx, counterpartId: string, packageId: string): Promise<string | null> {
  const [found] = await tx
    .select({ exchangeId: exchangePackages.exchangeId })
    .from(exchangePackages)
    .where(
      and(
        eq(exchangePackages.counterpartId, counterpartId),
        eq(exchangePackages.direction, 'sent'),
        eq(exchangePackages.kind, 'match_request'),
        eq(exchangePackages.packageId, packageId),
      ),
    );
  return found?.exchangeId ?? null;
}

async function noteRefused(tx: Tx, actor: Actor, file: Buffer, problems: readonly Problem[], at: Date): Promise<void> {
  const sha256 = sha256Hex(file);
  await writeAudit(
    tx,
    actor,
    {
      action: 'cooperation.refuse_file',
      subjectType: 'exchange',
      subjectId: sha256,
      officeId: null,
      details: { sha256, sizeBytes: file.length, brokenRules: [...new Set(problems.map(({ code }) => code))] },
    },
    at,
  );
}
