import type { KeyChange } from './plan';
import type { RowValue } from './row';

/** One part of a value in plain text, before and after; null where there is none. Of a list only what goes and what comes. */
export type PartChange = {
  readonly part: string;
  readonly isList: boolean;
  readonly before: string | null;
  readonly after: string | null;
};

const LONGEST = 300;

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  if (text === '') return null;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The parts of a value that something is said in, in their order. */
export function partsOf(value: RowValue): readonly { readonly part: string; readonly text: string }[] {
  return Object.entries(value).flatMap(([part, inner]) => {
    const text = textOf(inner);
    return text === null ? [] : [{ part, text }];
  });
}

/** The parts in which two values differ. Of two lists, only what comes and goes is told. */
export function changedParts({ before, after }: Pick<KeyChange, 'before' | 'after'>): readonly PartChange[] {
  const parts = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return parts.flatMap((part) => {
    const [was, is] = [before?.[part], after?.[part]];
    const areLists = Array.isArray(was) && Array.isArray(is);
    const change = {
      part,
      isList: areLists,
      before: textOf(areLists ? was.filter((entry) => !is.includes(entry)) : was),
      after: textOf(areLists ? is.filter((entry) => !was.includes(entry)) : is),
    };
    return change.before === change.after ? [] : [change];
  });
}
