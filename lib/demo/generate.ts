import type { ExampleId } from '@/lib/codes/example-ids';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { type DemoDay, demoDays, instantsOn } from './calendar';
import { chance, shareOut, whole } from './draw';
import { ordinaryParcel } from './parcels';
import { DEMO_PARTNERS, type DemoPartner, type DemoPartnerKey } from './partners';
import { BROKER_FAULT_SHARE, keyBadly } from './planted/broker-faults';
import { plantLastDays } from './planted/last-days';
import { BACKGROUND_SHARE, plantAll } from './planted/plan';
import { amend, RESEND_SHARES } from './planted/resends';
import { spoil } from './planted/spoil';
import { openRecipients } from './recipients';
import type { KnownParcel, Planting, Scene } from './scene';
import { openSellerPool } from './sellers';
import type { DemoBatch, Draft } from './types';
import { writeBody } from './write-body';
import { writeRecord } from './write-record';

/** What is asked of the demo: so many consignments over so many days that end at an instant. */
export type DemoRequest = {
  readonly consignments: number;
  readonly days: number;
  readonly seed: number;
  readonly endAt: Date;
  /** The example administration it is sent to; that of the Union where absent. */
  readonly example?: ExampleId;
};

/** Counts of one seed's stream; the streams of ten seeds in a row have no reference in common. */
const COUNTS_PER_SEED = 10_000_000;
const SEEDS_APART = 10;

/** The rush of the last days is drawn apart, so that it moves no draw of what else is planted. */
const RUSH_SEED = 7_000;

/** A draft to be sent (again) with the next batch of its partner on or after a day. */
type Later = { readonly dayIndex: number; readonly draft: Draft };

type PartnerState = {
  readonly partner: DemoPartner;
  readonly pickSeller: ReturnType<typeof openSellerPool>;
  readonly later: Later[];
  cutOffAlready: boolean;
};

/** Rows of a broker's file from which on one transfer is broken off. */
const CUT_OFF_MIN_RECORDS = 2;

function ordinary(scene: Scene): KnownParcel {
  const parcel = ordinaryParcel(scene);
  const spoilt = parcel.transactionType === 'sale' && chance(scene.random, BACKGROUND_SHARE * 1.09);
  return spoilt ? spoil(scene.random, parcel) : { parcel, truth: { outcome: 'conform' } };
}

/** Keys a broker's record badly now and then, and plans what is sent again. */
function send(random: Random, state: PartnerState, dayIndex: number, draft: Draft): Draft {
  if (state.partner.kind === 'broker' && chance(random, BROKER_FAULT_SHARE)) {
    if (chance(random, 0.4)) state.later.push({ dayIndex: dayIndex + whole(random, 1, 3), draft });
    return { ...draft, record: keyBadly(random, draft.record) };
  }
  const fate = random();
  const dueIndex = dayIndex + whole(random, 0, 2);
  if (fate < RESEND_SHARES.unchanged) state.later.push({ dayIndex: dueIndex, draft });
  else if (fate < RESEND_SHARES.unchanged + RESEND_SHARES.changed) {
    state.later.push({ dayIndex: dueIndex, draft: amend(random, draft) });
  }
  return draft;
}

/** Takes out what is due by a day, one message per reference. */
function takeDue(later: Later[], dayIndex: number): Draft[] {
  const due = later.filter((entry) => entry.dayIndex <= dayIndex);
  if (due.length === 0) return [];
  const kept = later.filter((entry) => entry.dayIndex > dayIndex);
  later.splice(0, later.length, ...kept);
  return due.map((entry) => entry.draft);
}

type Builder = Planting['build'];

/** One submission: first what is sent again, then what is new. */
function writeBatch(scene: Scene, state: PartnerState, builders: readonly Builder[], midway: boolean): DemoBatch {
  const { random, partner, dayIndex, receivedAt } = scene;
  const again = takeDue(state.later, dayIndex);
  const fresh = builders.map((build) => send(random, state, dayIndex, writeRecord(scene, build(scene))));
  const drafts = [...again, ...fresh];
  const cut = partner.kind === 'broker' && midway && !state.cutOffAlready && fresh.length >= CUT_OFF_MIN_RECORDS;
  if (cut) state.cutOffAlready = true;
  return {
    partner: partner.key,
    contentType: partner.contentType,
    body: writeBody(partner, drafts, cut ? again.length : null),
    receivedAt,
    truths: new Map(drafts.map(({ record, truth }) => [record.reference ?? '', truth])),
  };
}

/** Builders of each day and partner: the plantings of the day and as many ordinary consignments as fall to it. */
function schedule(random: Random, request: DemoRequest, days: readonly DemoDay[]): Map<DemoPartnerKey, Builder[][]> {
  const rush = plantLastDays(seededRandom(request.seed + RUSH_SEED), request.consignments, request.days);
  const plantings = [...plantAll(random, request.consignments, request.days), ...rush];
  const slots = new Map<DemoPartnerKey, Builder[][]>(DEMO_PARTNERS.map(({ key }) => [key, days.map(() => [])]));
  for (const { partner, dayIndex, build } of plantings) slots.get(partner)?.[dayIndex]?.push(build);
  const weights = days.flatMap(({ weight }) =>
    DEMO_PARTNERS.map(({ share }) => weight * share * (0.9 + random() * 0.2)),
  );
  const counts = shareOut(request.consignments - plantings.length, weights);
  counts.forEach((count, index) => {
    const partner = DEMO_PARTNERS[index % DEMO_PARTNERS.length];
    const day = partner && slots.get(partner.key)?.[Math.floor(index / DEMO_PARTNERS.length)];
    for (let made = 0; made < count; made += 1) day?.push(ordinary);
  });
  return slots;
}

/** The builders dealt to `count` batches, each of its own draw, so that plantings do not come first. */
function deal(random: Random, builders: readonly Builder[], count: number): Builder[][] {
  const batches: Builder[][] = Array.from({ length: count }, () => []);
  for (const build of builders) {
    const batch = batches[whole(random, 0, count - 1)];
    batch?.splice(whole(random, 0, batch.length), 0, build);
  }
  return batches;
}

/**
 * A stream of submissions in time order whose truth is known. The same request gives the same bytes, another of ten seeds
 * other references; the number of distinct references equals `consignments` (records sent again come on top).
 * @throws RangeError on less than one consignment or day.
 */
export function* generateDemo(request: DemoRequest): Generator<DemoBatch> {
  if (request.consignments < 1 || request.days < 1)
    throw new RangeError('a demo has at least one consignment and one day');
  const random = seededRandom(request.seed);
  const days = demoDays(request.endAt, request.days);
  const slots = schedule(random, request, days);
  const states: PartnerState[] = DEMO_PARTNERS.map((partner) => ({
    partner,
    pickSeller: openSellerPool(
      random,
      partner.key,
      Math.ceil(8 + (request.consignments * partner.share) / 22),
      request.days,
    ),
    later: [],
    cutOffAlready: false,
  }));
  const pickRecipient = openRecipients(random, request.consignments);
  let count = ((request.seed - 1) % SEEDS_APART) * COUNTS_PER_SEED;
  for (const [dayIndex, day] of days.entries()) {
    const planned = states.flatMap((state) => {
      const builders = slots.get(state.partner.key)?.[dayIndex] ?? [];
      const due = state.later.some((entry) => entry.dayIndex <= dayIndex) ? 1 : 0;
      const size = Math.min(
        4,
        Math.ceil((builders.length + due) / 40) + (chance(random, 0.15) ? 1 : 0),
        builders.length + due,
      );
      const instants = instantsOn(random, day, size);
      return deal(random, builders, size).map((batch, index) => ({
        state,
        batch,
        receivedAt: instants[index] ?? request.endAt,
      }));
    });
    planned.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
    for (const { state, batch, receivedAt } of planned) {
      const scene: Scene = {
        random,
        partner: state.partner,
        dayIndex,
        receivedAt,
        nextCount: () => ++count,
        example: request.example ?? 'eu',
        pickSeller: () => state.pickSeller(random, dayIndex),
        pickRecipient: () => pickRecipient(random),
      };
      const isMidway = dayIndex >= Math.floor(request.days / 2);
      const written = writeBatch(scene, state, batch, isMidway);
      if (written.truths.size > 0) yield written;
    }
  }
}
