import { foldedTokens, foldText } from '@/lib/consignment/fold';
import { excerpt, type Problem } from '@/lib/kernel/problem';
import { type KnownCodes, settledCode, unfit } from './check-values';
import type { CodeKind } from './fields';
import { LIST_ENTRIES_MAX, type ListedKind } from './named-list';

/** The name of a list in conditions, made of its title; empty where nothing of it can be a name. */
export const listKeyOf = (title: string): string => foldedTokens(title).join('-').slice(0, 80);

const codeKind = (kind: ListedKind): CodeKind | null => (kind === 'text' ? null : kind);

/** Entries as they are kept, each once and in order, with what keeps any from being one. */
export function readEntries(
  kind: ListedKind,
  typed: string,
  known: KnownCodes,
): { readonly entries: readonly string[] } | { readonly problems: readonly Problem[] } {
  const codes = codeKind(kind);
  // A name may hold a comma: texts are one a line.
  const given = typed.split(kind === 'text' ? /\n/ : /[\n,;]/).map((one) => settledCode(codes, one));
  const entries = [...new Set(given.map((one) => (kind === 'text' ? foldText(one) : one)))].filter((one) => one !== '');
  const refuse = (code: string, value?: string, most?: number): { problems: readonly Problem[] } => ({
    problems: [{ code, severity: 'error', pointer: 'entries', value, params: most ? { most } : undefined }],
  });
  if (entries.length === 0) return refuse('required');
  if (entries.length > LIST_ENTRIES_MAX) return refuse('entries_many', undefined, LIST_ENTRIES_MAX);
  const field = { kind: kind === 'text' ? 'text' : 'code', codes } as const;
  const wrong = entries.find((one) => one.length > 200 || one.includes('\u0000') || unfit(field, 'in', one, known));
  return wrong === undefined ? { entries: entries.sort() } : refuse('entry_unfit', excerpt(wrong));
}

/** What one edition has that the other has not. */
export function listChanges(before: readonly string[], after: readonly string[]) {
  const [old, now] = [new Set(before), new Set(after)];
  return { added: after.filter((one) => !old.has(one)), removed: before.filter((one) => !now.has(one)) };
}
