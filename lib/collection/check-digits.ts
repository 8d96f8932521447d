/**
 * The remainder by 97 of figures and capital letters (ISO 7064 MOD 97-10), of any length, as bank accounts (ISO 13616) and creditor
 * references (ISO 11649) are checked by. A letter counts two figures: A is 10, Z is 35.
 */
export function remainder97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const place = Number.parseInt(character, 36);
    rest = (rest * (place < 10 ? 10 : 100) + place) % 97;
  }
  return rest;
}
