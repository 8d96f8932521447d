import { beginningOf } from './storable';

/** A long text as it may stand on a page: its beginning, how many characters are left out, and its end. */
export type Elided = { readonly head: string; readonly left: number; readonly tail: string };

/**
 * Cuts the middle out of a text of more than `chars` characters; a shorter one is all head. Neither end begins or stops within a
 * character of two units.
 */
export function elide(text: string, chars: number): Elided {
  if (text.length <= chars) return { head: text, left: 0, tail: '' };
  const head = beginningOf(text, Math.ceil(chars / 2));
  const tail = text.slice(text.length - Math.floor(chars / 2)).replace(/^[\udc00-\udfff]/, '');
  return { head, left: text.length - head.length - tail.length, tail };
}
