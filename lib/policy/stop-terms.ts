import { phraseIndex, wordsOf } from '@/lib/consignment/words';
import type { Policy } from './policy';
import { PolicyError } from './rows-in-force';

type StopWordList = {
  readonly key: string;
  readonly value: { readonly terms: readonly string[] };
  readonly source: string;
  readonly edition: string;
};
type StopTerms = Pick<
  Policy,
  | 'stopTerms'
  | 'stopTermWords'
  | 'stopPhrases'
  | 'partyStopTerms'
  | 'partyStopFirstWords'
  | 'partyStopPhrases'
  | 'stopWordLists'
>;

const isPhrase = (term: string) => wordsOf(term).length > 1;
const byWords = (terms: readonly string[]) => new Map(terms.map((term) => [wordsOf(term).join(' '), term]));
const phrasesOf = (terms: readonly string[]) => phraseIndex(terms.map((term) => [term, true as const]));

/** The lists of stop words valid on a day, ready to be looked up: those of goods, and those of names and addresses. @throws PolicyError where one is missing */
export function stopTermsOf(lists: readonly StopWordList[]): StopTerms {
  const listOf = (key: 'goods' | 'party') => {
    const list = lists.find((one) => one.key === key);
    if (!list) throw new PolicyError([`stop_words/${key} is missing`]);
    return { terms: list.value.terms, source: list.source, edition: list.edition };
  };
  const [goods, party] = [listOf('goods'), listOf('party')];
  return {
    stopTerms: byWords(goods.terms),
    stopTermWords: Math.max(0, ...goods.terms.map((term) => wordsOf(term).length)),
    stopPhrases: phrasesOf(goods.terms.filter(isPhrase)),
    partyStopTerms: byWords(party.terms),
    partyStopFirstWords: new Set(party.terms.flatMap((term) => wordsOf(term).slice(0, 1))),
    // `n/a` inside a name is two initials.
    partyStopPhrases: phrasesOf(party.terms.filter((term) => isPhrase(term) && !/\b\w\b/.test(term))),
    stopWordLists: {
      goods: { source: goods.source, edition: goods.edition },
      party: { source: party.source, edition: party.edition },
    },
  };
}
