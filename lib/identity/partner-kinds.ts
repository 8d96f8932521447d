/** What a partner is. */
export const PARTNER_KINDS = ['platform', 'carrier', 'post', 'broker'] as const;
