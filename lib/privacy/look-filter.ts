import { parseDay } from '@/lib/kernel/dates';
import { storable } from '@/lib/kernel/storable';

/** Which looks at personal data are told; null: all. */
export type LookFilter = {
  /** Part of the name of who looked. */
  readonly who: string | null;
  /** Reference of the consignment. */
  readonly reference: string | null;
  /** Code of the reason. */
  readonly why: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the filter of a query string; what does not fit is left out, so that an old link still opens. */
export function parseLookFilter(given: Given): LookFilter {
  const text = (name: string, most: number) => {
    const value = given[name];
    return typeof value === 'string' ? storable(value).trim().slice(0, most) || null : null;
  };
  const day = (name: string) => parseDay(text(name, 10) ?? '');
  const why = text('why', 40);
  return {
    ...{ who: text('who', 100), reference: text('reference', 70), why: why && /^\w+$/.test(why) ? why : null },
    ...{ from: day('from'), to: day('to') },
  };
}
