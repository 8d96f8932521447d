import 'server-only';
import { inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { parameters } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import type { ChangedKind } from '@/lib/policy/change';
import { isOfBefore } from '@/lib/policy/reliefs-of-before';
import { SHOWN_KINDS } from '@/lib/policy/shown-kinds';
import { FIRST_VALUES } from '@/lib/policy/value-fields';
import { type Draft, getDraft } from './drafts';
import { findParameter } from './get-policy-book';

type Value = Readonly<Record<string, unknown>>;
type NamedValue = { readonly kind: string; readonly key: string; readonly value: Value };

/** What a change is written with. */
export type StartOfChange = {
  /** Every parameter that may be altered, as it stands today, or as one of its kind begins. */
  readonly standing: readonly NamedValue[];
  /** What the form begins with; none where the parameter asked for is not known. */
  readonly parts: readonly NamedValue[];
  readonly draft: Draft | null;
};

type Wish = {
  readonly draftId: string | null;
  readonly simulationId: string | null;
  readonly one: { readonly kind: ChangedKind; readonly key: string } | null;
};

/** A draft to go on with, what a simulation tried, or one parameter as it stands. @throws NotFoundError */
export async function startOfChange(
  actor: Actor,
  { draftId, simulationId, one }: Wish,
  at = new Date(),
): Promise<StartOfChange> {
  authorise(actor, 'policy.write');
  const [draft, tried, shown] = await Promise.all([
    draftId === null ? null : getDraft(actor, draftId),
    simulationId === null ? null : getSimulation(actor, simulationId),
    shownToday(dayOf(at)),
  ]);
  const told = (tried?.told ?? []).filter(({ kind, key }) => !one || (one.kind === kind && one.key === key));
  const named: readonly (Omit<NamedValue, 'value'> & { readonly value?: unknown })[] = draft?.parts ?? [
    ...told,
    ...(one && told.length === 0 ? [one] : []),
  ];
  const standing = [...shown];
  // Parameters of long lists, and those an office has none of yet, stand beside what is shown.
  for (const { kind, key } of named) {
    if (standing.some((row) => row.kind === kind && row.key === key)) continue;
    const row = await findParameter(actor, kind, key, at);
    const usual = kind === 'shift' && !row ? shown.find((other) => other.kind === kind && other.key === 'usual') : null;
    const value = (row?.value ?? usual?.value) as Value | undefined;
    if (value) standing.push({ kind, key, value });
  }
  const parts = named.flatMap(({ kind, key, value }): NamedValue[] => {
    const begins = value ?? standing.find((row) => row.kind === kind && row.key === key)?.value;
    return begins ? [{ kind, key, value: begins as Value }] : [];
  });
  return { standing, parts, draft };
}

/** The parameters people change one by one as they stand today, and those of which there is none yet. */
async function shownToday(today: string): Promise<NamedValue[]> {
  const rows = await db()
    .select()
    .from(parameters)
    .where(inArray(parameters.kind, [...SHOWN_KINDS]));
  const standing = rows
    .filter((row) => !isOfBefore(row) && row.validFrom <= today && (row.validTo === null || row.validTo >= today))
    .map(({ kind, key, value }) => ({ kind, key, value: value as Value }))
    .sort((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
  const absent = Object.entries(FIRST_VALUES).flatMap(([kind, keys]) =>
    Object.entries(keys)
      .filter(([key]) => !standing.some((row) => row.kind === kind && row.key === key))
      .map(([key, value]) => ({ kind, key, value })),
  );
  return [...standing, ...absent];
}
