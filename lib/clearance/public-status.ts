import { type ToldStatus, toldStatus } from './told-status';
import type { Status } from './transitions';

/** What the public is told of a parcel: the word its partner is told, and before it is due no more than that customs knows of it. */
export type PublicStatus = 'announced' | ToldStatus;

type Standing = {
  readonly status: Status;
  readonly proposedFrom: Status | null;
  readonly decidedAt: Date | null;
  readonly transmittedAt: Date | null;
  readonly expectedArrivalAt: Date;
};

/**
 * The status for whoever proved to be the recipient. Until the goods are due all parcels are told alike: were releases told before, silence
 * would tell the others that they are selected, in time to turn the goods back (Delegated Regulation (EU) 2015/2446, Article 24(2) and
 * (4), lets none but authorised operators know beforehand). A decision that its officer may still take back is not told: asking must not
 * make it final.
 */
export function publicStatus(standing: Standing, undoMinutes: number, at: Date): PublicStatus {
  const { status, mayChangeUntil } = toldStatus(standing, undoMinutes, at);
  if (status === 'withdrawn') return status;
  if (at < standing.expectedArrivalAt) return 'announced';
  return mayChangeUntil === null ? status : 'under_control';
}

/** Statuses against which an appeal lies: customs decided something other than to let the goods go. */
const ADVERSE: ReadonlySet<PublicStatus> = new Set(['detained', 'seized', 'refused', 'destroyed', 'abandoned']);
export const isAdverse = (status: PublicStatus) => ADVERSE.has(status);

/** A postcode as two people write the same one: without blanks and marks, in capitals. */
export function foldedPostcode(postcode: string): string {
  return postcode
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
