import type { z } from 'zod';
import { QUALITY_DIMENSIONS, REGIMES } from '@/lib/consignment/codes';
import { RECORD_COLUMNS, type Requirement, type Requirements, requirementsOf } from '@/lib/consignment/requirements';
import type { Policy } from './policy';
import { type CheckedRow, PolicyError } from './rows-in-force';
import { type QualityWeights, REFUSED_SHAPE, RULE_SHAPES, type RuleCode, type ValidationRules } from './rule-shapes';
import { VALUE_SHAPES } from './value-shapes';

type Row = CheckedRow;
/** How a compiler asks for one row; a missing one is an error. */
export type OneRow = <T>(kind: string, key: string, shape: z.ZodType<T>) => T;

/** The matrix as cells by `regime/column`. @throws PolicyError for a cell that is missing or of a column nobody knows */
export function requirementCells(
  rows: readonly Pick<Row, 'kind' | 'key' | 'value'>[],
): ReadonlyMap<string, Requirement> {
  const cells = new Map(
    rows.filter((row) => row.kind === 'requirement').map((row) => [row.key, row.value as Requirement] as const),
  );
  const known = REGIMES.flatMap((regime) => RECORD_COLUMNS.map((column) => `${regime}/${column}`));
  const faults = [
    ...known.filter((key) => !cells.has(key)).map((key) => `requirement/${key} is missing`),
    ...[...cells.keys()].filter((key) => !known.includes(key)).map((key) => `requirement/${key} is of no column`),
  ];
  if (faults.length > 0) throw new PolicyError(faults);
  return cells;
}

function compiledRequirements(rows: readonly Row[]): Requirements {
  const cells = requirementCells(rows);
  return requirementsOf((regime, column) => cells.get(`${regime}/${column}`) ?? { presence: 'optional' });
}

function rulesOf(one: OneRow): ValidationRules {
  const codes = Object.keys(RULE_SHAPES) as RuleCode[];
  return Object.fromEntries(
    codes.map((code) => [code, one('validation_rule', code, RULE_SHAPES[code] as z.ZodType<unknown>)]),
  ) as ValidationRules;
}

function weightsOf(one: OneRow): QualityWeights {
  const dimensions = Object.fromEntries(
    QUALITY_DIMENSIONS.map((dimension) => [dimension, one('quality', dimension, VALUE_SHAPES.quality)]),
  ) as QualityWeights['dimensions'];
  const most = Object.values(dimensions).reduce((sum, weights) => sum + weights.most, 0);
  if (most !== 100) throw new PolicyError([`quality: the most of all dimensions is ${most} and must be 100`]);
  return { dimensions, refusedMost: one('quality_refused', 'record', REFUSED_SHAPE).most };
}

/** What validation and the quality score rest on: the requirement matrix, the rules across fields and the weights. */
export function intakeRulesOf(
  rows: readonly Row[],
  one: OneRow,
  minor: (text: string) => bigint,
): Pick<Policy, 'requirements' | 'rules' | 'absurdPerKg' | 'quality'> {
  const rules = rulesOf(one);
  return {
    requirements: compiledRequirements(rows),
    rules,
    absurdPerKg: { lowMinor: minor(rules.value_per_kg_absurd.low), highMinor: minor(rules.value_per_kg_absurd.high) },
    quality: weightsOf(one),
  };
}
