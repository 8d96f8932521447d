/** The first characters of a text, without half of one at the end, which the database refuses. */
export function beginningOf(text: string, chars: number): string {
  return text.slice(0, chars).replace(/[\ud800-\udbff]$/, '');
}

/** Text from an address or a form as the database can take it: without the one character no text may hold (U+0000). */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}
