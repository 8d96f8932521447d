/** Records of one trial: enough to try every case, too few to slow down who works. */
export const SANDBOX_RECORDS_MAX = 250;
export const SANDBOX_BYTES_MAX = 5 * 1024 * 1024;
/** How long the answer of a trial can be read. */
export const SANDBOX_HOURS = 24;
/** Answers kept of a partner's trials; the oldest goes when another comes. */
export const SANDBOX_ANSWERS_MAX = 50;
/** Sandbox keys of a partner that are in use at the same time. */
export const SANDBOX_KEYS_MAX = 5;
