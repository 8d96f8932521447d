import { asWritten, findPhrases } from '@/lib/consignment/words';
import type { Control } from '@/lib/policy/policy';
import type { IndicatorContext } from './context';

/** A control that a goods item touches, by a word of its description or by its commodity code. */
export type ControlHit = {
  readonly control: Control;
  readonly via: 'word' | 'code';
  /** Prefix of the commodity code, or the words as declared. */
  readonly term: string;
  readonly index: number;
  readonly itemNumber: number;
};

const PREFIX_DIGITS = [6, 4, 2] as const;

/** Every control of the status that the goods touch; codes first, in the order of the items. */
export function controlHits(context: IndicatorContext, status: Control['status']): readonly ControlHit[] {
  const { record, policy } = context;
  const byCode: ControlHit[] = [];
  const byWord: ControlHit[] = [];
  for (const [index, item] of record.items.entries()) {
    for (const digits of item.commodityCode === null ? [] : PREFIX_DIGITS) {
      const prefix = item.commodityCode?.slice(0, digits) ?? '';
      for (const control of policy.controlPrefixes.get(prefix) ?? []) {
        if (control.status === status)
          byCode.push({ control, via: 'code', term: prefix, index, itemNumber: item.itemNumber });
      }
    }
    const words = context.words[index] ?? [];
    for (const { phrase, of: control } of findPhrases(policy.controlWords, words)) {
      if (control.status !== status || findPhrases(control.unless, words).length > 0) continue;
      byWord.push({
        control,
        via: 'word',
        term: asWritten(item.description, phrase),
        index,
        itemNumber: item.itemNumber,
      });
    }
  }
  return [...byCode, ...byWord];
}

/** Fields a hit rests on. */
export function hitPointers(hits: readonly ControlHit[]): readonly string[] {
  return [...new Set(hits.map((hit) => `items.${hit.index}.${hit.via === 'code' ? 'commodity_code' : 'description'}`))];
}
