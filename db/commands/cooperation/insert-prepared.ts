import 'server-only';
import { randomUUID } from 'node:crypto';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { counterpartInForce } from '@/db/queries/cooperation/counterpart-in-force';
import { ownIdentity } from '@/db/queries/cooperation/own-identity';
import { exchangePackages } from '@/db/schema';
import { canonicalJson } from '@/lib/cooperation/canonical';
import { type Caveat, type Handling, isAsStrict, strictest } from '@/lib/cooperation/handling';
import { PACKAGE_CONTENT, PACKAGE_LIMITS, type PackageContent } from '@/lib/cooperation/package';
import type { Actor } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, RefusedError, refuse } from '@/lib/kernel/errors';
import { derivedId, sha256Hex } from '@/lib/kernel/ids';

export type PreparedHead = {
  readonly counterpartId: string;
  readonly purpose: string;
  readonly handling: Handling;
  readonly caveats: readonly Caveat[];
  readonly expiresOn: string;
};
/** What differs between kinds of packages. */
export type PreparedBody = PackageContent extends infer Content
  ? Content extends PackageContent
    ? Omit<
        Content,
        'packageId' | 'from' | 'to' | 'issuedAt' | 'expiresOn' | 'handling' | 'caveats' | 'purpose' | 'legalBasis'
      >
    : never
  : never;

/** The administrations of a package, and its id: keys of a matching are made of it before it is written. */
export async function beginPackage(tx: Tx, counterpartId: string, at: Date) {
  const own = await ownIdentity(tx);
  if (!own) throw refuse('cooperation.no_identity');
  return { own, counterpart: await counterpartInForce(tx, counterpartId, dayOf(at)), packageId: randomUUID() };
}

/**
 * Writes a package for a second person to approve, with its audit row. Its handling is the strictest of what it holds.
 * @throws RefusedError `cooperation.expiry`, `cooperation.too_large`; InvalidInputError for texts no package may hold
 */
export async function insertPrepared(
  tx: Tx,
  actor: Actor,
  { own, counterpart, packageId }: Awaited<ReturnType<typeof beginPackage>>,
  {
    head,
    body,
    more = {},
    told = {},
  }: {
    head: PreparedHead;
    body: PreparedBody;
    more?: Partial<Pick<typeof exchangePackages.$inferInsert, 'asked' | 'answersTo'>>;
    told?: Readonly<Record<string, number | readonly string[]>>;
  },
  at: Date,
): Promise<{ exchangeId: string }> {
  const today = dayOf(at);
  if (head.expiresOn < today || head.expiresOn > addDays(today, PACKAGE_LIMITS.days))
    throw new RefusedError([
      { code: 'cooperation.expiry', pointer: 'expiresOn', params: { days: PACKAGE_LIMITS.days } },
    ]);
  const handling = strictest([
    head.handling,
    ...(body.kind === 'intelligence' ? body.items : []).map((one) => one.handling),
  ]);
  const parsed = PACKAGE_CONTENT.safeParse({
    ...body,
    packageId,
    from: { code: own.code, name: own.name },
    to: { code: counterpart.code },
    issuedAt: at.toISOString(),
    expiresOn: head.expiresOn,
    handling: isAsStrict(handling, head.handling) ? handling : head.handling,
    caveats: [...head.caveats],
    purpose: head.purpose,
    legalBasis: counterpart.legalBasis,
  });
  if (!parsed.success)
    throw new InvalidInputError(
      parsed.error.issues.map(({ path }) => ({ code: 'invalid_value', severity: 'error', pointer: path.join('.') })),
    );
  const text = canonicalOf(parsed.data);
  // The envelope adds less than two thousand bytes.
  if (Buffer.byteLength(text) > PACKAGE_LIMITS.bytes - 2_000) throw refuse('cooperation.too_large');
  const exchangeId = derivedId('exchange', 'sent', counterpart.counterpartId, packageId);
  const contentSha256 = sha256Hex(text);
  await tx.insert(exchangePackages).values({
    ...{ exchangeId, packageId, counterpartId: counterpart.counterpartId, direction: 'sent', kind: body.kind },
    ...{ state: 'prepared', handling, caveats: [...head.caveats], expiresOn: head.expiresOn, content: parsed.data },
    ...{ contentSha256, madeBy: actor.id, madeByName: actor.name, madeAt: at },
    ...more,
  });
  await writeAudit(
    tx,
    actor,
    {
      action: 'cooperation.prepare',
      subjectType: 'exchange',
      subjectId: exchangeId,
      officeId: null,
      reason: head.purpose,
      details: {
        ...{ administration: counterpart.code, packageId, packageKind: body.kind, handling },
        ...{ expiresOn: head.expiresOn, sha256: contentSha256 },
        ...told,
      },
    },
    at,
  );
  return { exchangeId };
}

function canonicalOf(content: PackageContent): string {
  try {
    return canonicalJson(content);
  } catch (error) {
    if (error instanceof RangeError) throw refuse('cooperation.not_exact');
    throw error;
  }
}
