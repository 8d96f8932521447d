/** Text as part of a LIKE pattern, its own wildcards taken literally. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
