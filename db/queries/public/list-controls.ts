import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { validOn } from '@/db/queries/policy/in-force-cache';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { parameters } from '@/db/schema';
import { dayOf } from '@/lib/kernel/dates';
import { type ControlFound, findControls } from '@/lib/policy/find-controls';
import { VALUE_SHAPES } from '@/lib/policy/value-shapes';

/** A control on goods as everybody may read it; the words that descriptions are searched for are left out. */
export type PublicControl = {
  readonly key: string;
  readonly status: 'prohibited' | 'restricted';
  /** The provision it rests on. */
  readonly ground: string;
  /** Beginnings of the tariff codes that are under it whatever the goods are called. */
  readonly prefixes: readonly string[];
  readonly source: string;
  readonly edition: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};
export type Controls = {
  readonly administration: string;
  readonly controls: readonly PublicControl[];
  readonly found: readonly ControlFound[];
};

/**
 * The controls in force today, and those that what was asked for may be under. Takes no actor: prohibitions and restrictions are law, and
 * for everybody. `textOf` is what a control is called in the reader's language.
 */
export async function listControls(
  question: string,
  textOf: (key: string) => string,
  at = new Date(),
): Promise<Controls> {
  const day = dayOf(at);
  const [policy, rows] = await Promise.all([
    policyInForce(db(), day),
    db()
      .select()
      .from(parameters)
      .where(and(eq(parameters.kind, 'control'), validOn(parameters, day)))
      .orderBy(asc(parameters.key)),
  ]);
  return {
    administration: policy.administration,
    controls: rows.map(({ key, value, source, edition, validFrom, validTo }) => {
      const { status, ground, prefixes } = VALUE_SHAPES.control.parse(value);
      return { key, status, ground, prefixes, source, edition, validFrom, validTo };
    }),
    found: question === '' ? [] : findControls(question, policy, textOf),
  };
}
