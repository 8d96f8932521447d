import type { DeniedMatch } from '@/lib/assessment/facts';
import type { Indicator } from '@/lib/assessment/types';
import type { IndicatorContext } from '../context';

/** Words that differ are what an officer looks at; of equal ones a sign is enough. */
function pairsText({ pairs }: DeniedMatch): string {
  return pairs
    .map(({ here, listed, percent }) =>
      here === listed ? `${here} = ${listed}` : `${here} ~ ${listed} (${percent} %)`,
    )
    .join(', ');
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** What speaks against the match, one value a circumstance. */
function lowering({ adjustments }: DeniedMatch): Readonly<Record<string, string>> {
  return {
    figures: yesOrNo(adjustments.includes('figures_differ')),
    form: yesOrNo(adjustments.includes('legal_form_differs')),
    characters: yesOrNo(adjustments.includes('characters_differ')),
    kind: yesOrNo(adjustments.includes('kind_differs')),
    country: yesOrNo(adjustments.includes('country_differs')),
  };
}

/** Sender or recipient may be a listed party: selected whatever the score, for a person to confirm or dismiss. */
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
      edition: first.edition,
      listedName: first.listedName,
      by: first.by,
      band: first.band,
      percent: Math.round(first.similarity * 100),
      pairs: pairsText(first),
      unpaired: first.unpaired.join(', '),
      rest: yesOrNo(first.unpaired.length > 0),
      ...lowering(first),
      more: others.length,
    },
    pointers: [...new Set([first, ...others].map(pointerOf))],
    mandatory: true,
  };
}

const POINTERS = { name: 'name', address: 'address', phone: 'phone', tax_number: 'id' } as const;

function pointerOf({ party, by }: DeniedMatch): string {
  return `${party}_${POINTERS[by]}`;
}
