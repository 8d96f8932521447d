/** Letters and figures that nobody confuses when they are read out: no 0 and o, no 1, i and l. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/**
 * A password to hand over, made of random bytes: four groups of four signs (about 79 bits). Bytes that would favour some signs are
 * passed over. @throws RangeError when the bytes do not suffice
 */
export function oneTimePassword(random: Uint8Array): string {
  const fair = 256 - (256 % SIGNS.length);
  const signs = [...random].filter((byte) => byte < fair).map((byte) => SIGNS[byte % SIGNS.length]);
  if (signs.length < GROUPS * GROUP) throw new RangeError('a password is made of more random bytes');
  const groups = Array.from({ length: GROUPS }, (_, index) => signs.slice(index * GROUP, (index + 1) * GROUP).join(''));
  return groups.join('-');
}
