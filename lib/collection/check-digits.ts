/** Letters as ISO 7064 counts them: A is 10, Z is 35. */
const placeOf = (character: string) => Number.parseInt(character, 36).toString();

/**
 * The remainder by 97 of figures and capital letters (ISO 7064 MOD 97-10), of any length, as bank accounts (ISO 13616) and creditor
 * references (ISO 11649) are checked by.
 */
export function remainder97(text: string): number {
  let rest = 0;
  for (const digit of [...text].map(placeOf).join('')) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}
