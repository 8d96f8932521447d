/** Marks that no other word of a test holds. */
export const MARKS = ['Quorvax', 'Zimblot', 'Yartovel', 'Wexnaldi', 'Drimsoque', 'Fulgrawny'];
/** A record whose every personal column holds the mark, with the differences named. */
export const rowOf = (mark: string, changes: Record<string, string> = {}) => ({
  reference: `ERASE-${MARKS.indexOf(mark)}`,
  sender_name: `${mark} Sender`,
  sender_address: `${mark} Lane 1`,
  sender_id: `ID-${mark}`,
  recipient_name: `Nora ${mark}`,
  recipient_address: `${mark} Street 2`,
  recipient_city: `${mark} Town`,
  recipient_id: `NL-${mark}`,
  recipient_phone: '+31 10 123 45 67',
  recipient_email: `${mark}@example.org`,
  transaction_type: 'gift',
  seller_name: `${mark} privately`,
  buyer_remark: `for ${mark}`,
  ...changes,
});
