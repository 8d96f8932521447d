import 'server-only';
import type { Tx } from '@/db/connection';
import { correctionsOfSet } from '@/db/queries/consignment/corrections-of';
import { deniedListInForce } from '@/db/queries/policy/denied-list-in-force';
import { policyInForce, selectionSeed } from '@/db/queries/policy/policy-in-force';
import { profilesInForce } from '@/db/queries/profile/profiles-in-force';
import { assess } from '@/lib/assessment/assess';
import { chargedCorrected } from '@/lib/assessment/charged';
import type { AssessmentFacts } from '@/lib/assessment/facts';
import type { Assessment } from '@/lib/assessment/types';
import type { ReleaseCategory } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';
import { profileFactsOf } from '@/lib/profile/facts-of';
import type { ProfileFacts } from '@/lib/profile/fields';
import { hitsOf, type ProfileHit } from '@/lib/profile/select';
import { openCharges } from '@/lib/revenue/open-charges';
import { laneOfScore } from '@/lib/risk/lane';
import { partyKeys, schemeUserOf } from '@/lib/risk/party-keys';
import { deniedMatches } from './denied-matches';
import { type Activity, PartyHistories } from './party-history';
import type { GoodRecord } from './read-batch';
import { selectByProfiles } from './select-by-profiles';
import type { Standing } from './standing';
import { bandsOf, loadValueBands } from './value-bands';

export type Assessed = GoodRecord & {
  readonly version: number;
  readonly keys: ReturnType<typeof partyKeys>;
  readonly assessment: Assessment;
  /** What profiles look at, as it was when the version was assessed, and those that it met. */
  readonly profileFacts: ProfileFacts;
  readonly profileHits: readonly ProfileHit[];
  /** Of the clearance: by the values an examination found, where one corrected some, else that of the assessment. */
  readonly releaseCategory: ReleaseCategory;
};

/** Assesses a batch: every fact is loaded set-wise first, then each record is a pure function of them. */
export async function assessBatch(
  tx: Tx,
  records: readonly GoodRecord[],
  standings: ReadonlyMap<string, Standing>,
  { receivedAt, partnerId, platform }: { receivedAt: Date; partnerId: string; platform: string | null },
): Promise<{ assessed: Assessed[]; histories: PartyHistories }> {
  const today = dayOf(receivedAt);
  const policy = await policyInForce(tx, today);
  const profiles = await profilesInForce(tx, today);
  const seed = await selectionSeed(tx);
  const keyed = records.map((good) => ({ good, keys: partyKeys(good.record) }));
  const activities = keyed.map(({ good, keys }) => activityOf(good, keys, today, 0n, platform));
  const histories = await PartyHistories.load(tx, activities, today);
  const bands = await loadValueBands(tx, records);
  const denied = await deniedListInForce(tx, today);
  const corrections = await correctionsOfSet(tx, examined(standings));

  const laneOf = (score: number) => laneOfScore(score, policy.laneFromScore);
  const judged: Assessed[] = [];
  for (const [index, { good, keys }] of keyed.entries()) {
    const standing = standings.get(good.consignmentId);
    // A withdrawn consignment was taken out when it was withdrawn.
    if (standing && standing.clearance.status !== 'withdrawn') histories.enter(standing.activity, -1);
    const activity = activities[index] ?? activityOf(good, keys, today, 0n, platform);
    const version = (standing?.version ?? 0) + 1;
    const facts: AssessmentFacts = {
      receivedAt,
      sender: histories.of('sender', keys.sender),
      recipient: histories.of('recipient', keys.recipient),
      address: histories.of('address', keys.address),
      scheme: histories.schemeUse(activity),
      bands: bandsOf(bands, good.record),
      deniedMatches: deniedMatches(denied, good.record),
    };
    const base = assess(
      good.record,
      facts,
      policy,
      // One draw a consignment, not a version: nobody may send data anew until the draw spares them.
      drawFromHex(sha256Hex(`${seed}:${good.consignmentId}`)),
      good.warnings,
    );
    const enteredOn = standing?.activity.day ?? today;
    histories.enter(activityOf(good, keys, enteredOn, base.charges.intrinsicValueMinor, platform), 1);
    const found = corrections.get(good.consignmentId);
    const { releaseCategory } = found ? chargedCorrected(good.record, found, policy) : base;
    const open = openCharges(base.charges.lines);
    const context = { partnerId, qualityScore: good.qualityScore, day: today, open };
    const profileFacts = profileFactsOf(good.record, facts, base, context);
    const profileHits = hitsOf(profileFacts, profiles.all, keys, profiles.mutes);
    const policyVersion = profiles.version === null ? base.policyVersion : `${base.policyVersion}-${profiles.version}`;
    const assessment: Assessment = { ...base, policyVersion };
    judged.push({ ...good, version, keys, assessment, profileFacts, profileHits, releaseCategory });
  }
  return { assessed: await selectByProfiles(tx, judged, laneOf, today), histories };
}

/** Those of which an examination may have corrected values. */
function examined(standings: ReadonlyMap<string, Standing>): string[] {
  return [...standings.values()]
    .filter(({ clearance }) => clearance.examinationOutcome !== 'none')
    .map(({ consignmentId }) => consignmentId);
}

function activityOf(
  good: GoodRecord,
  keys: ReturnType<typeof partyKeys>,
  day: string,
  valueMinor: bigint,
  platform: string | null,
): Activity {
  const { record } = good;
  return {
    day,
    senderKey: keys.sender,
    recipientKey: keys.recipient,
    addressKey: keys.address,
    schemeId: keys.scheme,
    schemeUser: schemeUserOf({ marketplace: record.marketplace, platform, senderKey: keys.sender }),
    valueMinor,
    isGift: record.transactionType === 'gift',
  };
}
