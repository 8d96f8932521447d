import 'server-only';
import { and, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { parameters } from '@/db/schema';
import {
  QUALITY_DIMENSIONS,
  type QualityDimension,
  REGIMES,
  type Regime,
  TRANSPORT_MODES,
} from '@/lib/consignment/codes';
import { RECORD_COLUMNS, type RecordColumn, type Requirement } from '@/lib/consignment/requirements';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { requirementCells } from '@/lib/policy/intake-rules';
import type { RuleCode } from '@/lib/policy/rule-shapes';
import { dimensionOf } from '@/lib/quality/dimensions';
import { policyInForce } from './policy-in-force';

export type MatrixRow = { readonly column: RecordColumn; readonly cells: Readonly<Record<Regime, Requirement>> };
export type DataRule = {
  readonly code: RuleCode;
  readonly severity: 'error' | 'warning';
  readonly dimension: QualityDimension;
  /** Every plain value the sentence of the rule names. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly validFrom: string;
  readonly source: string;
};
export type DataRules = {
  readonly day: string;
  readonly matrix: readonly MatrixRow[];
  /** Where the cells of each regime come from. */
  readonly sources: readonly { readonly regime: Regime; readonly sources: readonly string[] }[];
  readonly rules: readonly DataRule[];
  readonly weights: readonly {
    readonly dimension: QualityDimension;
    readonly most: number;
    readonly error: number;
    readonly warning: number;
  }[];
  readonly refusedMost: number;
};

/** What data must hold today: the requirement matrix, the rules across fields and what findings cost. For everybody who sends or reads data. */
export async function getDataRules(actor: Actor, at = new Date()): Promise<DataRules> {
  authorise(actor, 'identity.self');
  const day = dayOf(at);
  const [policy, rows] = await Promise.all([
    policyInForce(db(), day),
    db()
      .select()
      .from(parameters)
      .where(
        and(
          inArray(parameters.kind, ['requirement', 'validation_rule']),
          lte(parameters.validFrom, day),
          or(isNull(parameters.validTo), gte(parameters.validTo, day)),
        ),
      ),
  ]);
  const cells = requirementCells(rows);
  const cellOf = (regime: Regime, column: RecordColumn) => cells.get(`${regime}/${column}`) ?? { presence: 'optional' };
  const rowOf = (code: string) => rows.find((row) => row.kind === 'validation_rule' && row.key === code);
  const limits = limitsOf(policy);
  return {
    day,
    matrix: RECORD_COLUMNS.map((column) => ({
      column,
      cells: Object.fromEntries(REGIMES.map((regime) => [regime, cellOf(regime, column)])) as MatrixRow['cells'],
    })),
    sources: REGIMES.map((regime) => ({
      regime,
      sources: [...new Set(rows.filter(({ key }) => key.startsWith(`${regime}/`)).map(({ source }) => source))],
    })),
    rules: (Object.keys(policy.rules) as RuleCode[])
      .filter((code) => !(code === 'gift_over_limit' && !policy.gift))
      .filter((code) => !(code === 'documents_over_limit' && !policy.documents))
      .map((code) => ({
        code,
        severity: policy.rules[code].severity,
        dimension: dimensionOf(code),
        values: { currency: policy.currency, ...limits, ...plainValues(policy.rules[code]) },
        validFrom: rowOf(code)?.validFrom ?? '',
        source: rowOf(code)?.source ?? '',
      }))
      .sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0)),
    weights: QUALITY_DIMENSIONS.map((dimension) => ({ dimension, ...policy.quality.dimensions[dimension] })),
    refusedMost: policy.quality.refusedMost,
  };
}

function limitsOf({
  reducedDataset,
  gift,
  documents,
  vendorScheme,
  minorDigits,
}: Awaited<ReturnType<typeof policyInForce>>) {
  return {
    h7Limit: moneyText(reducedDataset.limitMinor, minorDigits),
    ...(gift && { giftLimit: moneyText(gift.limitMinor, minorDigits) }),
    ...(documents && { documentsLimit: moneyText(documents.limitMinor, minorDigits) }),
    schemeLimit: moneyText(vendorScheme.limitMinor, minorDigits),
  };
}

/** Values of a rule by name; those of a table are named by their key too: the minutes of mode 4 are `minutes4`. */
function plainValues(rule: Readonly<Record<string, unknown>>): Record<string, string | number> {
  const entries = Object.entries(rule).flatMap(([name, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? TRANSPORT_MODES.map((mode) => [`${name}${mode}`, Reflect.get(value, mode) ?? 0])
      : [[name, typeof value === 'string' && /^[\d.]+$/.test(value) ? Number(value) : value]],
  );
  return Object.fromEntries(entries) as Record<string, string | number>;
}
