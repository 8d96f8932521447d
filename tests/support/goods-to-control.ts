/** Rows of goods that arrive at noon of a day, by what the assessment makes of them. */
export function goodsToControl(controlOn: string) {
  const row = (reference: string, changes: Readonly<Record<string, string>> = {}) => ({
    reference,
    expected_arrival_at: `${controlOn}T12:00:00Z`,
    sender_name: `Maker of ${reference}`,
    // Of one household they would be a split order.
    recipient_name: `Recipient of ${reference}`,
    recipient_address: `${reference} Lane 5`,
    ...changes,
  });
  /** Worth 0.43 and 0.57: documents. */
  const doubtful = (reference: string) => row(reference, { description: 'AC-1184', value: '60.00' });
  const moreDoubtful = (reference: string) => row(reference, { description: 'AC-1184', value: '149.00' });
  /** A mandatory examination. */
  const forbidden = (reference: string) =>
    row(reference, { description: 'Switchblade knife, spring opening', commodity_code: '821193' });
  /** Selected by the profile alone. */
  const toy = (reference: string) =>
    row(reference, { commodity_code: '950300', description: 'Wooden train set for children, 40 pieces' });
  return { row, doubtful, moreDoubtful, forbidden, toy };
}
