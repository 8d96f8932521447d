import type { Status } from '@/lib/clearance/transitions';
import type { PostingKind } from './dues';

const UCC = 'Regulation (EU) No 952/2013';

/** Where the goods stand now tells why nothing is due any more. */
const REVERSED: Partial<Record<Status, string>> = {
  withdrawn: `${UCC}, Articles 174 and 116(1): the declaration is invalidated`,
  returned: `${UCC}, Article 118: the goods are returned`,
  re_exported: `${UCC}, Article 118: the goods are re-exported`,
  abandoned: `${UCC}, Article 124(1)(f): the goods are abandoned`,
  seized: `${UCC}, Article 124(1)(e): the goods are seized`,
  destroyed: `${UCC}, Article 124(1)(f): the goods are destroyed`,
};

/**
 * The provision a posting of a consignment rests on: Union law as the example administration applies it.
 * @param isMore whether more is due than was posted
 */
export function legalGround(kind: PostingKind, status: Status, isMore: boolean): string {
  if (kind === 'assessed') return `${UCC}, Article 105(1)`;
  if (kind === 'reversed') return REVERSED[status] ?? `${UCC}, Article 27: the release is taken back`;
  return isMore ? `${UCC}, Article 105(3)` : `${UCC}, Article 117`;
}
