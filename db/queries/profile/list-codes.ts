import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { codeListsInForce } from '@/db/queries/policy/code-lists-in-force';
import { validOn } from '@/db/queries/policy/in-force-cache';
import { offices, parameters, partners } from '@/db/schema';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';

/** A code with what it is called; the code itself where it has no name. */
export type CodeName = { readonly code: string; readonly name: string };
export type CodeNames = {
  readonly countries: readonly string[];
  readonly currencies: readonly string[];
  readonly offices: readonly CodeName[];
  readonly partners: readonly CodeName[];
  /** Chapters and headings with words for them, and subheadings under the words of their heading. */
  readonly goods: readonly CodeName[];
};

/** Enough words to tell a heading from its neighbours. */
const WORDS = 3;

/** The codes in force that a person chooses values of conditions from. */
export async function listCodes(actor: Actor, at = new Date()): Promise<CodeNames> {
  authorise(actor, 'profile.read');
  const day = dayOf(at);
  const [lists, ownOffices, senders, words] = await Promise.all([
    codeListsInForce(db(), day),
    db().select({ code: offices.id, name: offices.name }).from(offices).orderBy(asc(offices.name), asc(offices.id)),
    db().select({ code: partners.id, name: partners.name }).from(partners).orderBy(asc(partners.name)),
    wordsOfHeadings(day),
  ]);
  const { chapters, headings, subheadings } = lists.nomenclature;
  const nameOf = (code: string) =>
    (code.length === 2 ? HS_CHAPTERS.get(code) : words.get(code.slice(0, 4))) ??
    HS_CHAPTERS.get(code.slice(0, 2)) ??
    code;
  const known = new Set(ownOffices.map(({ code }) => code));
  const others = [...lists.offices].filter((code) => !known.has(code)).sort();
  return {
    countries: [...lists.countries].sort(),
    currencies: [...lists.currencies.keys()].sort(),
    offices: [...ownOffices, ...others.map((code) => ({ code, name: code }))],
    partners: senders,
    goods: [...chapters, ...headings, ...subheadings].sort().map((code) => ({ code, name: nameOf(code) })),
  };
}

async function wordsOfHeadings(day: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db()
    .select({ value: parameters.value })
    .from(parameters)
    .where(and(eq(parameters.kind, 'goods_terms'), validOn(parameters, day)));
  return new Map(
    rows.flatMap(({ value }) =>
      Object.entries((value as { headings: Record<string, string[]> }).headings).map(
        ([heading, terms]) => [heading, terms.slice(0, WORDS).join(', ')] as const,
      ),
    ),
  );
}
