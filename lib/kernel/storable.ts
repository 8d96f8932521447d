/** Text from an address or a form as the database can take it: without the one character no text may hold (U+0000). */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}
