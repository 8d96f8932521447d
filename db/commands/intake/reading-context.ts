import 'server-only';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { layoutsInUse } from '@/db/queries/intake/list-layouts';
import { codeListsInForce } from '@/db/queries/policy/code-lists-in-force';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { csvLayouts, partners } from '@/db/schema';
import { itemValuesOf } from '@/lib/charges/value';
import type { JudgeContext } from '@/lib/intake/judgement';
import type { Layout } from '@/lib/intake/layout';
import type { ReadOptions } from '@/lib/intake/staged-row';
import { dayOf } from '@/lib/kernel/dates';

/** What records received at an instant are judged by. */
export async function judgeContextAt(tx: Executor, at: Date): Promise<JudgeContext> {
  const day = dayOf(at);
  const policy = await policyInForce(tx, day);
  const { offices, ...codes } = await codeListsInForce(tx, day);
  return { offices, codes, now: at, policy, valuesOf: (items) => itemValuesOf(items, policy.lawInForce) };
}

/** Whose file it is, and the edition of a layout it is bound to: a submission that sends parts of another again reads as that one did. */
export type ReadSource = { readonly partnerId: string; readonly layoutId: string | null; readonly receivedAt: Date };
/** What the settings of a partner add to what it sends; `editionOf` gives the id of the edition behind a fingerprint. */
export type PartnerOptions = ReadOptions & { readonly editionOf: (fingerprint: string) => string | null };

/** What the settings of a partner add to what it sends. */
export async function readOptionsOf(tx: Executor, source: ReadSource): Promise<PartnerOptions> {
  const [partner] = await tx.select().from(partners).where(eq(partners.id, source.partnerId));
  const editions = source.layoutId
    ? await tx.select().from(csvLayouts).where(eq(csvLayouts.id, source.layoutId))
    : await layoutsInUse(tx, source.partnerId);
  return {
    layouts: new Map(editions.map(({ fingerprint, layout }) => [fingerprint, layout])),
    editionOf: (fingerprint) => editions.find((edition) => edition.fingerprint === fingerprint)?.id ?? null,
    defaultOffice: partner?.defaultOfficeId ?? undefined,
    transitDays: partner?.transitDays ?? undefined,
    receivedAt: source.receivedAt,
    defaultChannel: partner?.defaultChannel ?? undefined,
  };
}

/** An edition of a layout; null for files in our own columns. */
export async function layoutOf(tx: Executor, layoutId: string | null): Promise<Layout | null> {
  if (layoutId === null) return null;
  const [edition] = await tx.select({ layout: csvLayouts.layout }).from(csvLayouts).where(eq(csvLayouts.id, layoutId));
  return edition?.layout ?? null;
}
