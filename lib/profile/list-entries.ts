import { foldedTokens, foldText } from '@/lib/consignment/fold';
import { excerpt, type Problem } from '@/lib/kernel/problem';
import { type KnownCodes, settledCode, unfit } from './check-values';
import type { CodeKind } from './fields';
import { LIST_ENTRIES_MAX, type ListedKind } from './named-list';

/** The name of a list in conditions, made of its title; empty where nothing of it can be a name. */
export const listKeyOf = (title: string): string => foldedTokens(title).join('-').slice(0, 80);

/** Longest entry, and how many faults are named at once: who mends these finds the rest. */
const ENTRY_CHARS_MAX = 200;
const NAMED_MOST = 5;

const codeKind = (kind: ListedKind): CodeKind | null => (kind === 'text' ? null : kind);

/** Entries as they are kept, each once and in order; else each that is none, with its line and the rule it breaks. */
export function readEntries(
  kind: ListedKind,
  typed: string,
  known: KnownCodes,
): { readonly entries: readonly string[] } | { readonly problems: readonly Problem[] } {
  const codes = codeKind(kind);
  // A name may hold a comma: texts are one a line.
  const settle = (one: string) => (kind === 'text' ? foldText(settledCode(codes, one)) : settledCode(codes, one));
  const given = typed
    .split('\n')
    .flatMap((text, index) =>
      (kind === 'text' ? [text] : text.split(/[,;]/)).map((one) => ({ line: index + 1, text: settle(one) })),
    );
  const entries = [...new Set(given.map(({ text }) => text))].filter((one) => one !== '');
  const refuse = (code: string, value?: string, most?: number): { problems: readonly Problem[] } => ({
    problems: [{ code, severity: 'error', pointer: 'entries', value, params: most ? { most } : undefined }],
  });
  if (entries.length === 0) return refuse('required');
  if (entries.length > LIST_ENTRIES_MAX) return refuse('entries_many', undefined, LIST_ENTRIES_MAX);
  const field = { kind: kind === 'text' ? 'text' : 'code', codes } as const;
  // Of goods, chapters and headings stand for all below them.
  const compared = kind === 'hs' ? 'beginsWithAny' : 'in';
  const ruleOf = (one: string) =>
    one.length > ENTRY_CHARS_MAX || one.includes('\u0000') ? 'value_unfit' : unfit(field, compared, one, known);
  const wrong = given.flatMap(({ line, text }): Problem[] => {
    const rule = text === '' ? null : ruleOf(text);
    return rule === null
      ? []
      : [{ code: rule, severity: 'error', pointer: 'entries', value: excerpt(text), params: { line } }];
  });
  return wrong.length === 0 ? { entries: entries.sort() } : { problems: wrong.slice(0, NAMED_MOST) };
}

/** What one edition has that the other has not. */
export function listChanges(before: readonly string[], after: readonly string[]) {
  const [old, now] = [new Set(before), new Set(after)];
  return { added: after.filter((one) => !old.has(one)), removed: before.filter((one) => !now.has(one)) };
}
