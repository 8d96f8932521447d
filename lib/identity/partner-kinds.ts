/** Days from posting to arrival that can be agreed with a partner: the slowest surface mail takes about four months. */
export const TRANSIT_DAYS_MAX = 120;
/** What a partner is. */
export const PARTNER_KINDS = ['platform', 'carrier', 'post', 'broker'] as const;
