import 'server-only';
import type { Tx } from '@/db/connection';
import type { Lane } from '@/lib/consignment/codes';
import { withProfiles } from '@/lib/profile/select';
import { selectingHits, withSlots } from '@/lib/profile/slots';
import type { Assessed } from './assess-batch';
import { ProfileSlots } from './profile-slots';

/**
 * A batch with what the profiles it meets make of it, in the order of its records: who comes while a profile has slots left is
 * selected, who comes later is noted. The slots asked for are locked set-wise, and only those.
 */
export async function selectByProfiles(
  tx: Tx,
  judged: readonly Assessed[],
  laneOf: (score: number) => Lane,
  day: string,
): Promise<Assessed[]> {
  const asking = judged.flatMap(({ consignmentId, record, version, assessment, profileHits }) => {
    const profileIds = selectingHits(assessment, profileHits, laneOf).map(({ profileId }) => profileId);
    return profileIds.length === 0
      ? []
      : [{ consignmentId, officeId: record.office, profileIds, isKnown: version > 1 }];
  });
  const slots = await ProfileSlots.lock(tx, asking, day);
  const assessed = judged.map((good): Assessed => {
    const { consignmentId, record, assessment } = good;
    const place = { consignmentId, officeId: record.office };
    const profileHits = withSlots(assessment, good.profileHits, laneOf, slots.of(place));
    return { ...good, profileHits, assessment: { ...assessment, ...withProfiles(assessment, profileHits, laneOf) } };
  });
  await slots.save(tx);
  return assessed;
}
