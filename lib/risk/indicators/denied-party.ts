import type { Indicator } from '@/lib/assessment/types';
import type { IndicatorContext } from '../context';

/** Sender or recipient resembles a listed name: selected whatever the score, for a person to confirm or dismiss. */
export function deniedParty(context: IndicatorContext): Indicator | null {
  const [first, ...others] = [...context.facts.deniedMatches].sort((a, b) => b.similarity - a.similarity);
  if (!first) return null;
  return {
    code: 'denied_party',
    points: context.policy.indicators.denied_party.points,
    values: {
      party: first.party,
      list: first.list,
      entry: first.entryId,
      listedName: first.listedName,
      percent: Math.round(first.similarity * 100),
      others: others.length,
    },
    pointers: [...new Set([first, ...others].map((match) => `${match.party}_name`))],
    mandatory: true,
  };
}
