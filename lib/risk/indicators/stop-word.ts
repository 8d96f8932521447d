import type { Indicator } from '@/lib/assessment/types';
import { embeddedStopPhrase, partyStopTermOf, stopTermOf } from '@/lib/consignment/description';
import { asWritten } from '@/lib/consignment/words';
import { alsoItems, type IndicatorContext } from '../context';

type Place = 'alone' | 'embedded' | 'party';

/** The first goods item whose description has a term, quoted as declared, and every other one. */
function inItems(
  context: IndicatorContext,
  place: Place,
  points: number,
  termOf: (words: readonly string[], description: string) => string | null,
): Indicator | null {
  const hits = context.record.items.flatMap((item, index) => {
    const term = termOf(context.words[index] ?? [], item.description);
    return term === null ? [] : [{ term, index, itemNumber: item.itemNumber }];
  });
  const [first] = hits;
  if (!first) return null;
  return {
    code: 'stop_word',
    points,
    values: { term: first.term, place, item: first.itemNumber, ...alsoItems(hits) },
    pointers: hits.map(({ index }) => `items.${index}.description`),
  };
}

/**
 * A stop phrase within a description; and a term that stands alone as description or party name, where the rule of the day lets such a record in.
 */
export function stopWord(context: IndicatorContext): Indicator | null {
  const { record, policy } = context;
  const { pointsAlone, pointsEmbedded } = policy.indicators.stop_word;
  const alone = inItems(context, 'alone', pointsAlone, (words, description) =>
    stopTermOf(description, words, policy) === null ? null : description.trim(),
  );
  if (alone) return alone;
  for (const [column, name] of [
    ['sender_name', record.sender.name],
    ['recipient_name', record.recipient.name],
  ] as const) {
    const term = partyStopTermOf(name, policy);
    if (term !== null)
      return { code: 'stop_word', points: pointsAlone, values: { term, place: 'party' }, pointers: [column] };
  }
  return inItems(context, 'embedded', pointsEmbedded, (words, description) => {
    const phrase = embeddedStopPhrase(words, policy);
    return phrase === null ? null : asWritten(description, phrase);
  });
}
