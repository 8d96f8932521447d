import type { ExampleId } from '@/lib/codes/example-ids';
import { seededRandom } from '@/lib/kernel/prng';
import { demoDays, instantsOn } from './calendar';
import { shareOut, whole } from './draw';
import { ordinaryParcel } from './parcels';
import { DEMO_PARTNERS, type DemoPartner } from './partners';
import { plantAll } from './planted/plan';
import { openRecipients } from './recipients';
import type { Planting, Scene } from './scene';
import { openSellerPool } from './sellers';
import type { DemoBatch, Draft } from './types';
import { writeBody } from './write-body';
import { writeRecord } from './write-record';

/** What is asked for a course: so many consignments true in every word beside the planted ones, all presented at one office. */
export type CourseStreamRequest = {
  readonly seed: number;
  readonly endAt: Date;
  readonly example: ExampleId;
  readonly officeId: string;
  readonly ordinary: number;
};

/** Days the stream lies over: long enough for a split order to come in parts. */
const DAYS = 5;
/** The plantings are those of a stream of so many: enough of each kind for a course, whatever is chosen of them. */
const PLANTED_AS_OF = 3_600;
/** Counts of course streams lie beyond those of a demo, so that no reference is that of a consignment of the demo. */
const FIRST_COUNT = 99_000_000;
const COUNTS_PER_SEED = 1_000;

/**
 * Submissions in time order for a course: plantings of every kind, dense among ordinary consignments. The same request gives the same
 * bytes. Nothing is keyed badly, sent twice or broken off.
 */
export function courseStream(request: CourseStreamRequest): DemoBatch[] {
  const random = seededRandom(request.seed);
  const days = demoDays(request.endAt, DAYS);
  const plantings = plantAll(random, PLANTED_AS_OF, DAYS);
  const pickRecipient = openRecipients(random, request.ordinary + plantings.length);
  let count = FIRST_COUNT + (request.seed % COUNTS_PER_SEED) * COUNTS_PER_SEED;
  const ordinary = DEMO_PARTNERS.flatMap(({ key }, place): Planting[] => {
    const own =
      shareOut(
        request.ordinary,
        DEMO_PARTNERS.map(({ share }) => share),
      )[place] ?? 0;
    return Array.from({ length: own }, () => ({
      dayIndex: whole(random, 0, DAYS - 1),
      partner: key,
      build: (scene) => ({ parcel: ordinaryParcel(scene), truth: { outcome: 'conform' } }),
    }));
  });
  const pools = new Map(
    DEMO_PARTNERS.map(({ key }) => [key, openSellerPool(random, key, 12, DAYS)] as const satisfies readonly unknown[]),
  );
  const batches = days.flatMap((day, dayIndex) =>
    DEMO_PARTNERS.flatMap((partner: DemoPartner): DemoBatch[] => {
      const today = [...plantings, ...ordinary].filter(
        (planting) => planting.partner === partner.key && planting.dayIndex === dayIndex,
      );
      const [receivedAt] = instantsOn(random, day, 1);
      if (today.length === 0 || !receivedAt) return [];
      const scene: Scene = {
        random,
        partner,
        dayIndex,
        receivedAt,
        nextCount: () => ++count,
        example: request.example,
        pickSeller: () => {
          const seller = pools.get(partner.key)?.(random, dayIndex);
          if (!seller) throw new RangeError(`no sellers of ${partner.key}`);
          return seller;
        },
        pickRecipient: () => pickRecipient(random),
      };
      const drafts = shuffled(random, today).map(({ build }) =>
        presentedAt(writeRecord(scene, build(scene)), request.officeId),
      );
      return [
        {
          partner: partner.key,
          contentType: partner.contentType,
          body: writeBody(partner, drafts, null),
          receivedAt,
          truths: new Map(drafts.map(({ record, truth }) => [record.reference ?? '', truth])),
        },
      ];
    }),
  );
  return batches.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
}

/** The same record, presented at the office of the course. */
function presentedAt(draft: Draft, officeId: string): Draft {
  return { ...draft, record: { ...draft.record, office: officeId } };
}

/** In an order of its own draw (Fisher and Yates), so that plantings do not come first. */
function shuffled<T>(random: () => number, all: readonly T[]): T[] {
  const left = [...all];
  return Array.from({ length: left.length }, () => left.splice(whole(random, 0, left.length - 1), 1)).flat();
}
