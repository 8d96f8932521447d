import 'server-only';
import type { Tx } from '@/db/connection';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { selectionSeed } from '@/db/queries/policy/policy-in-force';
import {
  controlDays,
  controlsAsTheyWere,
  type SelectedOnDay,
  selectedOn,
  trafficOn,
} from '@/db/queries/simulation/office-days';
import { profilesChanged } from '@/db/queries/simulation/profile-changes';
import { type JudgingChanged, toJudgeAgain } from '@/db/queries/simulation/to-judge-again';
import { type Revision, slotsOn } from '@/lib/capacity/plan';
import { controlOfDraw, type Slots } from '@/lib/capacity/slots';
import { type DrawPlan, drawPlanOf, EXPECTED_FROM_DAYS, evenDraw } from '@/lib/capacity/strata';
import { lastDayOf } from '@/lib/collection/month';
import type { ControlType } from '@/lib/consignment/codes';
import { addDays } from '@/lib/kernel/dates';
import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';
import type { Policy } from '@/lib/policy/policy';
import type { Changes, IndicatorChange } from '@/lib/simulation/changes';
import { ControlTally } from '@/lib/simulation/control-tally';
import { type Judged, judgeAgain } from '@/lib/simulation/judge-again';
import { type Competitor, selectAgain } from '@/lib/simulation/select-again';
import type { Stretch } from '@/lib/simulation/stretches';
import { TrafficKept } from '@/lib/simulation/traffic';
import { weighed } from '@/lib/simulation/weighed';
import type { Policies, Simulation } from './simulate-charges';

export type ControlsStep = {
  readonly tally: ControlTally;
  readonly looked: number;
  /** Consignments selected again under the slots as they were, and those given another control. */
  readonly reselected: number;
  readonly unrepeated: number;
  readonly next: { readonly day: string; readonly afterKey: string } | null;
};

type Context = {
  readonly tx: Tx;
  readonly simulation: Simulation;
  readonly policies: Policies;
  readonly judging: JudgingChanged & { readonly indicators: readonly IndicatorChange[] };
  readonly revisions: ReadonlyMap<string, readonly Revision[]>;
  readonly seed: string;
};

/**
 * Goes through the days of control of a simulation until the time of a step is over, an office and day at a time. Offices that nothing
 * changes are counted as they were, a month at a time.
 */
export async function simulateControls(
  tx: Tx,
  simulation: Simulation,
  policies: Policies,
  { until, at }: { readonly until: number; readonly at: Date },
): Promise<ControlsStep> {
  const { officeIds, changes, toOn } = simulation;
  const concerned = concernsAll(changes, policies)
    ? [...officeIds].sort()
    : changes.slots.map(({ officeId }) => officeId).sort();
  const others = officeIds.filter((one) => !concerned.includes(one));
  const context: Context = {
    ...{ tx, simulation, policies, seed: await selectionSeed(tx) },
    judging: {
      ...(await profilesChanged(tx, changes.profiles, simulation.askedAt ?? at)),
      ...{ indicators: changes.indicators ?? [], movedScores: policies.movedScores },
    },
    revisions: await revisionsByOffice(tx, concerned, simulation.fromOn),
  };
  const sums = { looked: 0, reselected: 0, unrepeated: 0 };
  const tally = new ControlTally();
  let place = { day: simulation.nextOn, afterKey: simulation.afterKey };
  while (place.day <= toOn) {
    const month = monthFrom(place.day, toOn);
    // Of a month that begins here all of what nothing changes is counted at once: where a step ends within it, that was done.
    if (place.afterKey === '' && (place.day === simulation.fromOn || place.day.endsWith('-01'))) {
      for (const cell of await controlsAsTheyWere(tx, { officeIds: others, ...month })) {
        sums.looked += cell.was;
        tally.enter(cell);
      }
    }
    for (const day of await controlDays(tx, { officeIds: concerned, ...month })) {
      const after = day === place.day ? place.afterKey : '';
      for (const officeId of concerned.filter((one) => one > after)) {
        const again = await officeDay(context, { officeId, day }, tally);
        sums.looked += again.looked;
        sums.reselected += again.looked;
        sums.unrepeated += again.unrepeated;
        if (performance.now() > until) return { tally, ...sums, next: { day, afterKey: officeId } };
      }
    }
    place = { day: addDays(month.toOn, 1), afterKey: '' };
    if (performance.now() > until) break;
  }
  return { tally, ...sums, next: place.day > toOn ? null : place };
}

/** Other profiles, indicators, lanes or draws change the day of every office; other slots that of their own. */
const concernsAll = ({ profiles, indicators = [] }: Changes, { asItWas, selecting }: Policies): boolean =>
  profiles.length > 0 || indicators.length > 0 || selecting !== asItWas;

/** The days from one to the end of its month, or of the period. */
function monthFrom(day: string, toOn: string): Stretch {
  const last = lastDayOf(day.slice(0, 7));
  return { fromOn: day, toOn: last < toOn ? last : toOn };
}

type Place = { readonly officeId: string; readonly day: string };

async function officeDay(context: Context, place: Place, tally: ControlTally) {
  const { tx, simulation, policies, revisions, judging } = context;
  const rows = await selectedOn(tx, place);
  if (rows.length === 0) return { looked: 0, unrepeated: 0 };
  const policy = policies.asItWas.on(place.day);
  const changed = policies.selecting.on(place.day);
  const slotsBy = ({ capacity }: Policy) =>
    slotsOn(revisions.get(place.officeId) ?? [], place.day, capacity.slots).slots;
  const inForce = slotsBy(policy);
  const wished = simulation.changes.slots.find(({ officeId }) => officeId === place.officeId);
  const slots = wished ? { documents: wished.documents, nii: wished.nii, physical: wished.physical } : slotsBy(changed);
  const ordered = rows.flatMap((row) => row.ordered);
  const competitors = rows.map((row) => competitorOf(row, context.seed));
  const before = selectAgain(competitors, {
    ...{ slots: inForce, randomShare: policy.capacity.randomShare, plan: null, ordered },
  });
  const days = rows.map(({ receivedOn }) => receivedOn).sort();
  const received = { fromOn: days[0] ?? place.day, toOn: days.at(-1) ?? place.day };
  const judged = judge(rows, await toJudgeAgain(tx, { ...place, received }, judging), context);
  const plan = wished || drawsOtherwise(policy, changed) ? await planFor(context, place, slots, changed) : null;
  const after = selectAgain(
    competitors.map((one) => withJudgement(one, judged.get(one.id))),
    { slots, randomShare: changed.capacity.randomShare, plan, ordered },
  );
  let unrepeated = 0;
  for (const { id, channel, control, releaseSeconds, foundMinor } of rows) {
    const again: ControlType | null = before.get(id) ?? null;
    if (again !== control) unrepeated += 1;
    // Only what the changes do counts: a control that the day as a whole gives otherwise than hour by hour is told apart.
    const simulated = (after.get(id) ?? null) === again ? control : (after.get(id) ?? null);
    tally.add({ ...place, month: place.day.slice(0, 7), channel, was: control, simulated, releaseSeconds, foundMinor });
  }
  return { looked: rows.length, unrepeated };
}

/** Whether the draw of a day has another chance, or another share of the places. */
const drawsOtherwise = (was: Policy, changed: Policy): boolean =>
  was.randomProbability !== changed.randomProbability || was.capacity.randomShare !== changed.capacity.randomShare;

function competitorOf(row: SelectedOnDay, seed: string): Competitor {
  // The draw of a consignment is the same for ever: see the selection at its receipt.
  return { ...row, draw: drawFromHex(sha256Hex(`${seed}:${row.id}`)) };
}

function judge(
  rows: readonly SelectedOnDay[],
  again: Awaited<ReturnType<typeof toJudgeAgain>>,
  { policies, judging }: Context,
): ReadonlyMap<string, Judged> {
  const byId = new Map(again.map((one) => [one.id, one]));
  const used = new Map<string, number>();
  const judged = new Map<string, Judged>();
  for (const { id } of rows) {
    const one = byId.get(id);
    if (!one) continue;
    const { indicators, kept, added, day } = one;
    const left = {
      of: ({ profileId, dailySlots }: { readonly profileId: string; readonly dailySlots: number }) =>
        dailySlots - (used.get(profileId) ?? 0),
      take: (profileId: string) => void used.set(profileId, (used.get(profileId) ?? 0) + 1),
    };
    const counting = weighed(indicators, judging.indicators);
    judged.set(id, judgeAgain(counting, { kept, added }, policies.selecting.on(day), left));
  }
  return judged;
}

function withJudgement(one: Competitor, judged: Judged | undefined): Competitor {
  if (!judged) return one;
  const { lane, floor, score } = judged;
  // A model ranks by the facts, which no profile changes.
  return { ...one, lane, floor, worth: one.worthBasis === 'score' ? score / 100 : one.worth };
}

/** What the draw chose from on the days before the one a simulation stands at, kept as long as this process goes on with it: a step is a day or two. */
let known: { readonly of: string; readonly traffic: TrafficKept } | null = null;

function keptTraffic({ id }: Simulation): TrafficKept {
  if (known?.of !== id) known = { of: id, traffic: new TrafficKept(EXPECTED_FROM_DAYS) };
  return known.traffic;
}

/** The chances of the draw under other slots, made of the traffic before as at the first consignment of the day. */
async function planFor(context: Context, { officeId, day }: Place, slots: Slots, policy: Policy): Promise<DrawPlan> {
  const even = evenDraw(Number(policy.randomProbability));
  const control = controlOfDraw(slots);
  const count = control === null ? null : slots[control];
  if (count === null) return even;
  const traffic = await keptTraffic(context.simulation).before(officeId, day, (before) =>
    trafficOn(context.tx, { officeId, day: before }),
  );
  return traffic.size === 0 ? even : drawPlanOf(count * policy.capacity.randomShare, traffic);
}
