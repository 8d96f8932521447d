/** Chapter, heading and subheading of a commodity code, as text. */
export type CommodityKeys = { readonly hs2: string; readonly hs4: string; readonly hs6: string };

/**
 * The HS levels of a commodity code of 6 to 10 digits. Spreadsheets drop the zero of chapters 01 to 09, and no HS level has an
 * odd number of digits: such a code gets its zero back. Null for what is no code.
 */
export function commodityKeys(code: string | null): CommodityKeys | null {
  if (code === null || !/^\d{5,10}$/.test(code)) return null;
  const whole = code.length % 2 === 1 ? `0${code}` : code;
  return { hs2: whole.slice(0, 2), hs4: whole.slice(0, 4), hs6: whole.slice(0, 6) };
}
