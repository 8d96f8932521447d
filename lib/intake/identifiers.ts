/** Check digit of eight digits of a postal identifier (UPU standard S10): weights 8 6 4 2 3 5 9 7, modulo 11. */
export function s10CheckDigit(serial: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial.charAt(index)), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** Shape of a postal identifier: two letters, nine digits, two letters. */
export const S10_SHAPE = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;

/**
 * First letters of the service indicators that stand on items between posts: parcels, express, e-commerce, tracked, M bags,
 * business reply, registered, other letters, insured. The others are for domestic use or reserved.
 */
export const S10_SERVICES: ReadonlySet<string> = new Set('CEHLMQRUV');

/** Value of a character in an ISO 6346 style check: letters run upward from A = 10 and skip multiples of eleven. */
function iso6346Value(character: string): number {
  if (character >= '0' && character <= '9') return Number(character);
  const place = character.charCodeAt(0) - 65;
  return 10 + place + Math.floor((place + 9) / 10);
}

/** Shape of a movement reference number: year, country, twelve or thirteen characters, check digit (18 in all). */
export const MRN_SHAPE = /^\d{2}[A-Z]{2}[A-Z0-9]{13}\d$/;

/** Check digit of the first seventeen characters of a movement reference number: weights 2^i, modulo 11, modulo 10. */
export function mrnCheckDigit(mrn: string): number {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += iso6346Value(mrn.charAt(index)) * 2 ** index;
  return (sum % 11) % 10;
}

/** Shape of an air waybill number: airline prefix and eight digits, the last of them the serial modulo seven. */
export const AWB_SHAPE = /^\d{3}-?(\d{7})(\d)$/;

/** Check digit of the seven-digit serial of an air waybill. */
export function awbCheckDigit(serial: string): number {
  return Number(serial) % 7;
}
