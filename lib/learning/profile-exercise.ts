import { type Rate, wilson } from '@/lib/kernel/wilson';
import type { ProfileFacts } from '@/lib/profile/fields';
import { type CaseTruth, isFaulty } from './truth';

/** A consignment of an exercise in writing profiles: what a profile sees, what a person reads, and what is true. */
export type PlantedRow = {
  readonly reference: string;
  readonly description: string;
  readonly senderCountry: string;
  /** In the administration's currency, as on every page. */
  readonly value: { readonly amount: string; readonly currency: string };
  readonly result: CaseTruth['result'];
  readonly facts: ProfileFacts;
};

/** `history` is known with its results; `toCome` is what the profile is judged by, in the order it arrives. */
export type ProfileExercise = {
  readonly slots: number;
  readonly history: readonly PlantedRow[];
  readonly toCome: readonly PlantedRow[];
};

/** What conditions make of the history: how many they meet, and how many of those were findings. */
export type ExerciseTrial = {
  readonly looked: number;
  readonly met: number;
  readonly found: number;
  readonly planted: number;
  /** Of those that were met, findings first. */
  readonly samples: readonly Omit<PlantedRow, 'facts'>[];
};

/** Marks of a profile that was handed in. */
export type ProfileMarks = {
  readonly slots: number;
  /** Met in time for a slot, and met when none was left. */
  readonly selected: number;
  readonly beyond: number;
  /** Planted fraud within the slots, among all that was planted. */
  readonly found: Rate | null;
  /** What was as declared, among what was selected. */
  readonly falseAlarms: Rate | null;
  /** What was planted and not found, and why: no condition met, or no slot was left. */
  readonly missed: readonly (Omit<PlantedRow, 'facts'> & { readonly why: 'not_met' | 'no_slot' })[];
};

/** The first half of what arrived is known, the second is to come: no profile is judged by what it was written from. */
export function exerciseOf(rows: readonly PlantedRow[], slots: number): ProfileExercise {
  const middle = Math.ceil(rows.length / 2);
  return { slots, history: rows.slice(0, middle), toCome: rows.slice(middle) };
}

const SAMPLES = 12;
const shown = ({ facts: _facts, ...row }: PlantedRow): Omit<PlantedRow, 'facts'> => row;

/** Tries conditions on the known history. */
export function tryOn(history: readonly PlantedRow[], meets: (facts: ProfileFacts) => boolean): ExerciseTrial {
  const met = history.filter(({ facts }) => meets(facts));
  const found = met.filter(isFaulty);
  return {
    looked: history.length,
    met: met.length,
    found: found.length,
    planted: history.filter(isFaulty).length,
    samples: [...found, ...met.filter((row) => !isFaulty(row))].slice(0, SAMPLES).map(shown),
  };
}

/** Marks conditions by what was to come: those it meets take the slots in the order they arrive, as on a day of work. */
export function markProfile(exercise: ProfileExercise, meets: (facts: ProfileFacts) => boolean): ProfileMarks {
  const met = exercise.toCome.filter(({ facts }) => meets(facts));
  const selected = met.slice(0, exercise.slots);
  const planted = exercise.toCome.filter(isFaulty);
  const found = selected.filter(isFaulty);
  return {
    slots: exercise.slots,
    selected: selected.length,
    beyond: met.length - selected.length,
    found: wilson(found.length, planted.length),
    falseAlarms: wilson(selected.length - found.length, selected.length),
    missed: planted
      .filter((row) => !selected.includes(row))
      .map((row) => ({ ...shown(row), why: met.includes(row) ? 'no_slot' : 'not_met' })),
  };
}
