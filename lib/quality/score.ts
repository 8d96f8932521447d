import { QUALITY_DIMENSIONS, type QualityDimension } from '@/lib/consignment/codes';
import type { Problem } from '@/lib/kernel/problem';
import type { QualityWeights } from '@/lib/policy/rule-shapes';
import { dimensionOf } from './dimensions';

/** A finding, told apart by what it says of which column: the same in many items is one. */
export type Finding = Pick<Problem, 'code' | 'severity'> & {
  /** `items.net_mass_kg` for `items.7.net_mass_kg`. */
  readonly field: string;
};

export type Quality = {
  /** 0 to 100; 100 is a record without a finding. */
  readonly score: number;
  /** Points lost by dimension. */
  readonly lost: Readonly<Record<QualityDimension, number>>;
};

/** The column of a pointer, without the number of the item. */
export function fieldOf(pointer: string): string {
  return pointer.startsWith('items.') ? pointer.replace(/^items\.\d+\./, 'items.') : pointer;
}

/** The findings of a record, each once. Where one is both an error and a warning, the error stands. */
export function findingsOf(problems: readonly Problem[]): readonly Finding[] {
  if (problems.length === 0) return NONE;
  const found = new Map<string, Finding>();
  for (const { code, severity, pointer } of problems) {
    const field = fieldOf(pointer);
    const key = `${code} ${field}`;
    if (severity === 'error' || !found.has(key)) found.set(key, { code, severity, field });
  }
  return [...found.values()];
}

const NONE: readonly Finding[] = [];

/**
 * How good the data of a record are. Every finding costs the points of its dimension and severity, a dimension no more than
 * its most; the most of all dimensions make the hundred. A record that was refused reaches no more than `refusedMost`. The
 * order of the problems does not matter, a finding in many items counts once, and no finding ever raises the score.
 */
export function qualityOf(problems: readonly Problem[], weights: QualityWeights): Quality {
  const lost = { completeness: 0, validity: 0, consistency: 0, plausibility: 0, timeliness: 0 };
  let isRefused = false;
  for (const { code, severity } of findingsOf(problems)) {
    const dimension = dimensionOf(code);
    const { most, [severity]: points } = weights.dimensions[dimension];
    lost[dimension] = Math.min(most, lost[dimension] + points);
    isRefused ||= severity === 'error';
  }
  const sum = QUALITY_DIMENSIONS.reduce((total, dimension) => total + lost[dimension], 0);
  const score = Math.max(0, 100 - sum);
  return { score: isRefused ? Math.min(score, weights.refusedMost) : score, lost };
}
