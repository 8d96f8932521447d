/** Workings of a line whose amount nobody could compute. */
export const OPEN_WORKINGS = [
  'without_exchange_rate',
  'law_without_exchange_rate',
  'duty_without_code',
  'duty_without_rate',
  'duty_not_ad_valorem',
  'duty_upon_proof',
] as const;
export type OpenWorking = (typeof OPEN_WORKINGS)[number];

/** Workings of goods that could not be charged in full; an officer has to look before they go. */
export const UNCHARGED_WORKINGS: ReadonlySet<string> = new Set([...OPEN_WORKINGS, 'transport_without_exchange_rate']);

/** Whether the amount of a line with this working is open. */
export function isOpenWorking(code: string): code is OpenWorking {
  return (OPEN_WORKINGS as readonly string[]).includes(code);
}
