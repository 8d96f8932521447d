import { createContext, useEffect, useState } from 'react';
import type { Problem } from '@/lib/kernel/problem';
import type { CodeKind, FieldName } from '@/lib/profile/fields';
import type { ListedKind } from '@/lib/profile/named-list';

export type CodeOption = { readonly value: string; readonly label: string };
export type Codes = {
  readonly options: Readonly<Partial<Record<CodeKind, readonly CodeOption[]>>>;
  /** Names and numbers that consignments bore of late, beside which any other may be typed. */
  readonly names: Readonly<Partial<Record<FieldName, readonly CodeOption[]>>>;
  /** Lists that people keep, with an edition in force. */
  readonly lists: readonly { readonly key: string; readonly title: string; readonly kind: ListedKind }[];
};

const NO_CODES: Codes = { options: {}, names: {}, lists: [] };

/** What every row of the conditions needs beside its own value: the codes to choose from, and what is wrong with which value. */
export const ConditionContext = createContext<{ readonly codes: Codes; readonly problems: readonly Problem[] }>({
  codes: NO_CODES,
  problems: [],
});

/** The codes, asked for once. Until they are there, and where they cannot be had, codes are typed. */
export function useCodes(href: string): Codes {
  const [codes, setCodes] = useState(NO_CODES);
  useEffect(() => {
    const left = new AbortController();
    fetch(href, { signal: left.signal })
      .then((answer) => (answer.ok ? answer.json() : NO_CODES))
      .then(setCodes)
      .catch(() => undefined);
    return () => left.abort();
  }, [href]);
  return codes;
}
