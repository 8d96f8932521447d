import type { Random } from '@/lib/kernel/prng';
import { whole } from '../draw';
import type { DemoPartnerKey } from '../partners';
import type { Planting, Scene } from '../scene';
import { plantForbiddenGoods } from './forbidden-goods';
import { soldAsGift } from './last-days';
import { plantListedNames } from './listed-names';
import { plantSharedScheme } from './shared-scheme';
import { plantSplitters } from './splitters';
import { copiedGoods, unsafeGoods } from './spoil';
import { plantUndervaluers } from './undervaluers';
import { plantVagueForwarder } from './vague-forwarder';

/** Shares of all consignments. Examiners find far less in life; a demo has to show what finding looks like. */
const SHARES = {
  splitters: 0.0055,
  undervaluers: 0.012,
  vagueForwarder: 0.008,
  sharedScheme: 0.006,
  forbidden: 0.008,
  listedNames: 0.0009,
  copied: 0.002,
  unsafe: 0.0025,
  asGift: 0.006,
} as const;

/** How many a small demo has at least, or there would be no episode and no match to see; but no more of it than this share. */
const FEW = {
  splitters: { least: 24, share: 0.012 },
  listedNames: { least: 5, share: 0.003 },
} as const;

/** Share of the rest of the stream that is not as declared. */
export const BACKGROUND_SHARE = 0.03;

function scatter(
  random: Random,
  count: number,
  days: number,
  partners: readonly DemoPartnerKey[],
  build: (scene: Scene) => ReturnType<Planting['build']>,
): Planting[] {
  return Array.from({ length: count }, (_, index) => ({
    dayIndex: whole(random, 0, days - 1),
    partner: partners[index % partners.length] ?? 'harbour-lane',
    build,
  }));
}

/** Everything that is planted in a stream of so many consignments over so many days. */
export function plantAll(random: Random, consignments: number, days: number): Planting[] {
  const of = (share: number) => Math.round(consignments * share);
  const some = (kind: keyof typeof FEW) => Math.max(of(SHARES[kind]), Math.min(FEW[kind].least, of(FEW[kind].share)));
  const sold = ['harbour-lane', 'mosaic-bazaar', 'lowland-post', 'northwing-express'] as const;
  return [
    ...plantSplitters(random, some('splitters'), days),
    ...plantUndervaluers(random, of(SHARES.undervaluers), days),
    ...plantVagueForwarder(random, of(SHARES.vagueForwarder), days),
    ...plantSharedScheme(random, of(SHARES.sharedScheme), days),
    ...plantForbiddenGoods(random, of(SHARES.forbidden), days),
    ...plantListedNames(random, some('listedNames'), days),
    ...scatter(random, of(SHARES.copied), days, sold, copiedGoods),
    ...scatter(random, of(SHARES.unsafe), days, sold, unsafeGoods),
    ...scatter(random, of(SHARES.asGift), days, sold, (scene) => soldAsGift(scene, false)),
  ];
}
