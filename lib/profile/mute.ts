/** Whom a profile can be told to leave alone: whoever the history of a consignment is kept under. */
export const MUTED_PARTIES = ['sender', 'recipient'] as const;
export type MutedParty = (typeof MUTED_PARTIES)[number];

/** Longest time a party is left alone before somebody has to look at it again, in days. */
export const MUTE_DAYS_MAX = 183;

/** The parties each profile leaves alone on a day, as `partySlot` names them. */
export type Mutes = ReadonlyMap<string, ReadonlySet<string>>;

/** One name for a party and its history key. */
export const partySlot = (party: MutedParty, key: string): string => `${party} ${key}`;
