import fc from 'fast-check';
import { returnLeases } from '@/db/jobs/return-leases';
import { ACTS, aModel, type Answer, type Clock, type Model, OFFICERS, type OfficerName, type Wish } from './state';
import { apply, lapse } from './acts';
import { instantOf, type Real, really, type Staff, type Standing, standingOf, standingsOf } from './real';

/**
 * One act of a course. `isApt`: in its place one of those that are open to the officer then; random acts alone are mostly refused. `isStale`: on the row as the officer saw it last, not as it is.
 */
export type Step = {
  readonly act: (typeof ACTS)[number];
  readonly by: OfficerName;
  readonly isApt: boolean;
  readonly isStale: boolean;
};
/** What happens to one consignment at one turn: one act, or two at once. */
export type Turn = readonly [Step] | readonly [Step, Step];
/** Courses of several consignments under one clock: minutes that pass before each turn, and whether the worker ends leases then. */
export type Batch = {
  readonly clock: readonly { readonly minutes: number; readonly isSwept: boolean }[];
  readonly courses: readonly (readonly Turn[])[];
};

export const TURNS = 8;

/** Acts that chance alone brings to the point too seldom. */
const RARE = ['hold', 'detain', 'propose', 'view', 'approve', 'undo'] as const;

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...ACTS) }, { weight: 1, arbitrary: fc.constantFrom(...RARE) }),
  by: fc.constantFrom(...OFFICERS),
  isApt: fc.constantFrom(true, true, false),
  isStale: fc.constantFrom(false, false, false, true),
});
const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(step) },
  { weight: 1, arbitrary: fc.tuple(step, step) },
);

/** Batches of so many courses. Leases last longer than most pauses, and shorter than some. */
export const batches = (courses: number): fc.Arbitrary<Batch> =>
  fc.record({
    clock: fc.array(fc.record({ minutes: fc.constantFrom(1, 1, 1, 2, 3, 11, 16, 31), isSwept: fc.boolean() }), {
      minLength: TURNS,
      maxLength: TURNS,
    }),
    courses: fc.array(fc.array(turn, { minLength: 1, maxLength: TURNS, size: 'max' }), {
      minLength: courses,
      maxLength: courses,
    }),
  });

export type Limits = Pick<Clock, 'leaseMinutes' | 'undoMinutes'>;
type Course = {
  readonly real: Real;
  model: Model;
  readonly seen: Record<OfficerName, number>;
  readonly trace: string[];
};
export type Counted = { courses: number; acts: number; accepted: number; answers: Map<string, number> };

/**
 * Runs a batch on the commands and on the model, turn by turn, and holds all that can be seen of one against the other after each: answers,
 * row, holds, decisions, timeline and audit. Two at once may come in either order. @throws Error with the course that differs
 */
export async function runBatch(
  batch: Batch,
  reals: readonly Real[],
  { staff, limits, from, counted }: { staff: Staff; limits: Limits; from: number; counted: Counted },
): Promise<void> {
  const courses = batch.courses.map((_turns, index): Course => {
    const real = reals[index];
    if (!real) throw new Error('too few consignments');
    return { real, model: aModel(), seen: { a: 1, b: 1, c: 1 }, trace: [] };
  });
  counted.courses += courses.length;
  let at = from;
  for (let index = 0; index < TURNS; index += 1) {
    const { minutes, isSwept } = batch.clock[index] ?? { minutes: 1, isSwept: false };
    at += minutes;
    if (isSwept) {
      await returnLeases(instantOf(at));
      for (const { model } of courses) lapse(model, at);
    }
    const clock = { at, ...limits };
    const outcomes = await Promise.all(
      courses.map(async (course, number) => {
        const own = batch.courses[number]?.[index];
        return own ? take(course, own, staff, clock, counted) : [course.model];
      }),
    );
    const found = await standingsOf(
      courses.map(({ real }) => real.consignmentId),
      staff,
    );
    for (const [number, course] of courses.entries()) {
      const standing = found.get(course.real.consignmentId);
      course.model = agreed(course, outcomes[number] ?? [], standing);
    }
  }
}

/** The last proposal and the last hold there are. */
const meant = (model: Model) => ({
  proposal: model.decisions.findLastIndex(({ kind }) => kind === 'destroy'),
  hold: model.holds.length - 1,
});

function aptAct(model: Model, { act, by }: Step, clock: Clock): Step['act'] {
  const isOpen = (one: Step['act']) => {
    const seen = one === 'keep' ? model.claimNumber : model.rowVersion;
    return apply(structuredClone(model), { act: one, by, seen, ...meant(model) }, clock) === 'ok';
  };
  const open = ACTS.filter(isOpen);
  return open[ACTS.indexOf(act) % open.length] ?? act;
}

/** Does a turn, and gives the models that agree with its answers: one for each order in which it may have gone. */
async function take(course: Course, turn: Turn, staff: Staff, clock: Clock, counted: Counted): Promise<Model[]> {
  const { model, seen, real, trace } = course;
  const wishes = turn.map((step): Wish => {
    const { by, isStale } = step;
    const act = step.isApt ? aptAct(model, step, clock) : step.act;
    const current = act === 'keep' ? model.claimNumber : model.rowVersion;
    if (!isStale) seen[by] = model.rowVersion;
    return { act, by, seen: isStale ? Math.min(seen[by], current) : current, ...meant(model) };
  });
  // Two at once act at moments of their own, so that their decisions have an order.
  const moments = wishes.map((_wish, index) => clock.at + index / 60);
  const answers = await Promise.all(
    wishes.map((wish, index) => really(real, wish, staff, instantOf(moments[index] ?? clock.at))),
  );
  trace.push(
    `${clock.at}: ${wishes.map(({ act, by, seen: version }, i) => `${by} ${act} ${version} = ${answers[i]}`).join(', ')}`,
  );
  for (const answer of answers) {
    counted.acts += 1;
    if (answer === 'ok') counted.accepted += 1;
    counted.answers.set(answer, (counted.answers.get(answer) ?? 0) + 1);
  }
  const orders =
    wishes.length === 1
      ? [[0]]
      : [
          [0, 1],
          [1, 0],
        ];
  const models = orders.flatMap((order) => {
    const own = structuredClone(model);
    const expected: Answer[] = [];
    for (const index of order) {
      const wish = wishes[index];
      if (wish) expected[index] = apply(own, wish, { ...clock, at: moments[index] ?? clock.at });
    }
    return expected.join() === answers.join() ? [own] : [];
  });
  if (models.length > 0) return models;
  const alone = structuredClone(model);
  const expected = wishes.map((wish, index) => apply(alone, wish, { ...clock, at: moments[index] ?? clock.at }));
  throw new Error(`The model says ${expected.join(', ')}.\n${trace.join('\n')}\nbefore: ${JSON.stringify(model)}`);
}

/** The model that the database agrees with. @throws Error with both */
function agreed({ trace }: Course, models: readonly Model[], found: Standing | undefined): Model {
  const model = models.find((one) => same(standingOf(one), found));
  if (model) return model;
  const [first] = models;
  throw new Error(
    `The model stands at\n${JSON.stringify(first && standingOf(first))}\nthe database at\n${JSON.stringify(found)}\n${trace.join('\n')}`,
  );
}

function same(one: Standing, other: Standing | undefined): boolean {
  if (!other) return false;
  return (Object.keys(one) as (keyof Standing)[]).every((name) => {
    const [left, right] = [one[name], other[name]];
    // Leases end at fractions of minutes.
    return typeof left === 'number' && typeof right === 'number' ? Math.abs(left - right) < 0.001 : left === right;
  });
}
