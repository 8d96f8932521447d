import 'server-only';
import type { Tx } from '@/db/connection';
import { findingsOfSet } from '@/db/queries/consignment/findings-of';
import { loadValueBands } from '@/db/queries/consignment/load-value-bands';
import { type ModelInForce, modelsInForce } from '@/db/queries/model/models-in-force';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { schemeRegisterInForce } from '@/db/queries/policy/scheme-register-in-force';
import { profilesInForce } from '@/db/queries/profile/profiles-in-force';
import { assess } from '@/lib/assessment/assess';
import { chargedCorrected } from '@/lib/assessment/charged';
import type { AssessmentFacts, DeniedMatch } from '@/lib/assessment/facts';
import type { Assessment } from '@/lib/assessment/types';
import type { Valued } from '@/lib/capacity/worth';
import type { ReleaseCategory } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import { profileFactsOf } from '@/lib/profile/facts-of';
import type { ProfileFacts } from '@/lib/profile/fields';
import { hitsOf, type ProfileHit } from '@/lib/profile/select';
import { openCharges } from '@/lib/revenue/open-charges';
import type { SchemeUsers } from '@/lib/revenue/scheme-register';
import { laneOfScore } from '@/lib/risk/lane';
import { consignmentRow } from '@/lib/risk/model/consignment-row';
import type { Scored } from '@/lib/risk/model/consignment-scorer';
import { marketplaceKey, partyKeys, schemeUserOf } from '@/lib/risk/party-keys';
import { type Activity, countedUnder } from './activity';
import { deniedMatches } from './denied-matches';
import { PartyHistories } from './party-history';
import type { Platform } from './platform-of';
import type { GoodRecord } from './read-batch';
import { SameDayGoods } from './same-day';
import { selectByProfiles } from './select-by-profiles';
import type { Standing } from './standing';
import { bandsOf } from './value-bands';

export type Assessed = GoodRecord & {
  readonly version: number;
  readonly keys: ReturnType<typeof partyKeys>;
  readonly assessment: Assessment;
  readonly listedMatches: readonly DeniedMatch[];
  /** What profiles look at, as it was when the version was assessed, and those that it met. */
  readonly profileFacts: ProfileFacts;
  readonly profileHits: readonly ProfileHit[];
  /** What the models say, the one in force first. They rank, and change neither score nor lane. */
  readonly modelScores: readonly ModelScore[];
  /** Of the clearance: by the values an examination found, where one corrected some, else that of the assessment. */
  readonly releaseCategory: ReleaseCategory;
};

export type ModelScore = Scored & Valued & { readonly modelVersion: number; readonly mode: 'active' | 'shadow' };

/** What the model in force gives it as chance of a finding, 0 to 1; null where none is in force. */
export function chanceOf({ modelScores }: Pick<Assessed, 'modelScores'>): number | null {
  return modelScores.find(({ mode }) => mode === 'active')?.chance ?? null;
}

/** What the model in force makes of it by its objective; null where none is in force. */
export function valuedByModel({ modelScores }: Pick<Assessed, 'modelScores'>): Valued | null {
  return modelScores.find(({ mode }) => mode === 'active') ?? null;
}

/** Assesses a batch: every fact is loaded set-wise first, then each record is a pure function of them. */
export async function assessBatch(
  tx: Tx,
  records: readonly GoodRecord[],
  standings: ReadonlyMap<string, Standing>,
  { receivedAt, partnerId, platform }: { receivedAt: Date; partnerId: string; platform: Platform | null },
): Promise<{ assessed: Assessed[]; histories: PartyHistories }> {
  const today = dayOf(receivedAt);
  const policy = await policyInForce(tx, today);
  const profiles = await profilesInForce(tx, today);
  const models = await modelsInForce(tx);
  const register = await schemeRegisterInForce(tx, today);
  const keyed = records.map((good) => {
    const keys = partyKeys(good.record);
    return { good, keys, activity: activityOf(good, keys, today, platform) };
  });
  // Those of earlier versions too: a consignment may leave an address for another.
  const left = [...standings.values()].map(({ activity }) => activity);
  const asked = [...keyed.map(({ activity }) => activity), ...left];
  const histories = await PartyHistories.load(tx, asked, today);
  const sent = keyed.map(({ good, keys }) => ({ keys, day: standings.get(good.consignmentId)?.receivedOn ?? today }));
  const sentBefore = sent.filter(({ day }, index) => {
    const activity = keyed[index]?.activity;
    return day !== today || (activity !== undefined && histories.hasSentToday(activity));
  });
  const here = records.flatMap(({ consignmentId }) => standings.get(consignmentId) ?? []);
  const sameDay = await SameDayGoods.load(tx, sentBefore, here);
  const bands = await loadValueBands(
    tx,
    records.flatMap((good) => good.record.items),
  );
  const denied = await deniedMatches(
    tx,
    keyed.map(({ good: { record }, keys }) => ({ record, keys })),
    today,
  );
  const findings = await findingsOfSet(tx, [...standings.keys()]);

  const laneOf = (score: number) => laneOfScore(score, policy.laneFromScore);
  const judged: Assessed[] = [];
  for (const [index, { good, keys, activity }] of keyed.entries()) {
    const standing = standings.get(good.consignmentId);
    // A withdrawn consignment was taken out when it was withdrawn.
    if (standing && standing.clearance.status !== 'withdrawn') histories.enter(standing.activity, -1);
    const version = (standing?.version ?? 0) + 1;
    const sentOn = sent[index] ?? { keys, day: today };
    const facts: AssessmentFacts = {
      receivedAt,
      sender: histories.of('sender', keys.sender),
      recipient: histories.of('recipient', keys.recipient),
      address: histories.of('address', keys.address),
      recipientSenders: histories.sendersTo('recipient', keys.recipient),
      addressSenders: histories.sendersTo('address', keys.address),
      scheme: histories.schemeUse(activity),
      schemeTraffic: activity.schemeId ? histories.of('scheme', activity.schemeId) : null,
      marketplace: activity.marketplaceKey ? histories.of('marketplace', activity.marketplaceKey) : null,
      bands: bandsOf(bands, good.record, policy),
      deniedMatches: denied[index] ?? [],
      sameDay: sameDay.of(good.consignmentId, sentOn),
      schemeStanding: register.standing(good.record.schemeId ?? '', today, usersOf(good, platform)),
    };
    const base = assess(good.record, facts, policy, good.warnings);
    const { intrinsicValueMinor: valueMinor, customsValueMinor: customsMinor } = base.charges;
    histories.enter({ ...activity, day: sentOn.day, valueMinor, customsMinor }, 1);
    sameDay.enter(good.consignmentId, sentOn, base.charges);
    const found = findings.get(good.consignmentId);
    const { chargeFacts } = base;
    const { releaseCategory } = found ? chargedCorrected({ ...good.record, chargeFacts }, found, policy) : base;
    const open = openCharges(base.charges.lines);
    const context = { partnerId, qualityScore: good.qualityScore, day: today, open };
    const profileFacts = profileFactsOf(good.record, facts, base, context);
    const profileHits = hitsOf(profileFacts, profiles.all, keys, profiles.mutes);
    const modelScores = scoresOf(models, profileFacts, standing?.receivedOn ?? today);
    const policyVersion = profiles.version === null ? base.policyVersion : `${base.policyVersion}-${profiles.version}`;
    const assessment: Assessment = { ...base, policyVersion };
    judged.push({
      ...good,
      version,
      keys,
      assessment,
      listedMatches: facts.deniedMatches,
      profileFacts,
      profileHits,
      modelScores,
      releaseCategory,
    });
  }
  return { assessed: await selectByProfiles(tx, judged, laneOf, today), histories };
}

function scoresOf(models: readonly ModelInForce[], facts: ProfileFacts, receivedOn: string): ModelScore[] {
  if (models.length === 0) return [];
  const row = consignmentRow(facts, receivedOn);
  return models.map(({ version, mode, scorer }) => ({
    ...{ modelVersion: version, mode, objective: scorer.objective },
    ...scorer.score(row),
  }));
}

/** Whose a scheme number may be, by the names the data give. */
function usersOf({ record }: GoodRecord, platform: Platform | null): SchemeUsers {
  return [record.marketplace, platform?.name ?? null, record.sellerName, record.sender.name];
}

/** What is known of it before it is assessed: nothing of its values. */
function activityOf(
  { record }: GoodRecord,
  { sender: senderKey, recipient: recipientKey, address: addressKey, scheme: schemeId }: ReturnType<typeof partyKeys>,
  day: string,
  platform: Platform | null,
): Activity {
  const { marketplace } = record;
  const keys = {
    marketplaceKey: marketplaceKey(marketplace),
    schemeId,
    schemeUser: schemeUserOf({ marketplace, platform: platform?.id ?? null, senderKey }),
  };
  return {
    day,
    ...keys,
    counted: countedUnder({ ...keys, senderKey, recipientKey, addressKey }),
    valueMinor: 0n,
    customsMinor: 0n,
    isGift: record.transactionType === 'gift',
  };
}
