import { findPhrases, wordsOf } from '@/lib/consignment/words';
import type { Policy } from './policy';

/** A control that a question of the public touches: how, and by which part of the question. */
export type ControlFound = { readonly key: string; readonly by: 'code' | 'word' | 'name'; readonly term: string };

const PREFIX_DIGITS = [6, 4, 2] as const;

/**
 * The controls that goods may be under, by the very rows the assessment goes by. Words that make a control silent there (`unless`) are not
 * heeded here: the answer says what may concern the goods, and never by which word it would not. `textOf` is what a control is called.
 */
export function findControls(
  question: string,
  policy: Pick<Policy, 'controlWords' | 'controlPrefixes'>,
  textOf: (key: string) => string,
): readonly ControlFound[] {
  const found = new Map<string, ControlFound>();
  const add = (key: string, by: ControlFound['by'], term: string) => {
    if (!found.has(key)) found.set(key, { key, by, term });
  };
  const code = /^[\d. ]+$/.test(question) ? question.replace(/[. ]/g, '') : '';
  for (const digits of PREFIX_DIGITS) {
    const prefix = code.slice(0, digits);
    if (prefix.length === digits)
      for (const { key } of policy.controlPrefixes.get(prefix) ?? []) add(key, 'code', prefix);
  }
  const words = wordsOf(question);
  for (const { phrase, of } of findPhrases(policy.controlWords, words)) add(of.key, 'word', phrase);
  const keys = new Set(
    [...policy.controlWords.values()]
      .flatMap((phrases) => phrases.map(({ of }) => of.key))
      .concat([...policy.controlPrefixes.values()].flatMap((controls) => controls.map(({ key }) => key))),
  );
  const asked = new Set(words.filter((word) => word.length >= WORD_LEAST));
  for (const key of keys) {
    const named = wordsOf(textOf(key)).find((word) => asked.has(word));
    if (named) add(key, 'name', named);
  }
  return [...found.values()];
}

/** Shorter words stand in every text. */
const WORD_LEAST = 4;
