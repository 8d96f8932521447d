import type { Indicator } from '@/lib/assessment/types';
import { embeddedStopPhrase, partyStopTermOf, stopTermOf } from '@/lib/consignment/description';
import type { IndicatorContext } from '../context';

function fired(term: string, place: 'alone' | 'embedded' | 'party', points: number, pointer: string): Indicator {
  return { code: 'stop_word', points, values: { term, place }, pointers: [pointer] };
}

/** A term of the stop-word list standing alone as description or party name (an error), or a stop phrase within one (a warning). */
export function stopWord(context: IndicatorContext): Indicator | null {
  const { record, policy, words } = context;
  const { pointsAlone, pointsEmbedded } = policy.indicators.stop_word;
  for (const index of record.items.keys()) {
    const term = stopTermOf(words[index] ?? [], policy);
    if (term !== null) return fired(term, 'alone', pointsAlone, `items.${index}.description`);
  }
  for (const [column, name] of [
    ['sender_name', record.sender.name],
    ['recipient_name', record.recipient.name],
  ] as const) {
    const term = partyStopTermOf(name, policy);
    if (term !== null) return fired(term, 'party', pointsAlone, column);
  }
  for (const index of record.items.keys()) {
    const phrase = embeddedStopPhrase(words[index] ?? [], policy);
    if (phrase !== null) return fired(phrase, 'embedded', pointsEmbedded, `items.${index}.description`);
  }
  return null;
}
