/** A function of queries that takes who asks, and the parameters after it that must be given, as they are written. */
export type Signature = { readonly name: string; readonly parameters: readonly string[] };

const OPENING = '([{<';
const CLOSING = ')]}>';

/** What stands between the bracket at `from` and the one that closes it, cut at the commas between. */
function partsAt(text: string, from: number): string[] {
  const parts = [''];
  let depth = 0;
  for (let at = from + 1; depth >= 0 && at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const isArrow = letter === '>' && text[at - 1] === '=';
    if (OPENING.includes(letter)) depth += 1;
    if (CLOSING.includes(letter) && !isArrow) depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else if (depth >= 0) parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

/** The functions of a file whose first parameter is the actor. */
export function signaturesOf(text: string): Signature[] {
  return [...text.matchAll(/^export (?:async )?function\*? ?(\w+)(?:<[^(]*>)?(?=\(\s*actor: Actor\b)/gm)].map(
    ({ 0: found, 1: name = '', index }) => {
      const [, ...rest] = partsAt(text, index + found.length);
      // What has a default, or may be left out, is left to it.
      const parameters = rest.filter((part) => !/ = /.test(part) && !/^\w+\?:/.test(part));
      return { name, parameters };
    },
  );
}
