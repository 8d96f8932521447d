import { z } from 'zod';
import { type QualityDimension, TRANSPORT_MODES } from '@/lib/consignment/codes';
import { CONDITIONS } from '@/lib/consignment/requirements';

const severity = z.enum(['error', 'warning']);
const plain = z.strictObject({ severity });
const amount = z.string().regex(/^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/);
const count = z.number().int().min(0);

/** One cell of the requirement matrix; its key is `regime/column`. */
export const REQUIREMENT_SHAPE = z.discriminatedUnion('presence', [
  z.strictObject({ presence: z.literal('required'), severity }),
  z.strictObject({ presence: z.literal('conditional'), severity, condition: z.enum(CONDITIONS) }),
  z.strictObject({ presence: z.enum(['optional', 'unused']) }),
]);

/**
 * Rules across fields whose severity is a matter of policy, by the code of the problem they report. `error` refuses the
 * record; `warning` keeps it. What a rule compares with stands beside its severity, or in the threshold it names.
 */
export const RULE_SHAPES = {
  regime_without_post: plain,
  mode_without_post: plain,
  s10_without_post: plain,
  s10_country_dispatch: plain,
  s10_country_unknown: plain,
  s10_service_unknown: plain,
  mrn_country_unknown: plain,
  mrn_year_ahead: plain,
  net_over_gross: plain,
  item_net_over_gross: plain,
  /** Euro per kilogram (the administration's currency) that no ordinary goods cost; wide on purpose. */
  value_per_kg_absurd: z.strictObject({ severity, low: amount, high: amount }),
  arrival_long_past: z.strictObject({ severity, days: count }),
  arrival_far_ahead: z.strictObject({ severity, days: count }),
  data_after_arrival: plain,
  /** Minutes before arrival by which the data should be here, by transport mode (UN/ECE Recommendation 19). */
  data_late: z.strictObject({ severity, minutes: z.partialRecord(z.enum(TRANSPORT_MODES), count) }),
  gift_with_trade: plain,
  gift_over_limit: plain,
  documents_over_limit: plain,
  h7_over_limit: plain,
  h7_excluded_goods: plain,
  scheme_over_limit: plain,
  scheme_excluded_goods: plain,
  scheme_collection: plain,
  sender_is_recipient: plain,
  amount_places: plain,
  quantity_fraction: plain,
  commodity_code_unknown: plain,
  description_stop_word: plain,
  description_stop_phrase: plain,
  description_vague: plain,
  party_stop_word: plain,
  party_stop_phrase: plain,
  postcode_shape: plain,
} as const;

export type RuleCode = keyof typeof RULE_SHAPES;
export type ValidationRules = { readonly [C in RuleCode]: z.infer<(typeof RULE_SHAPES)[C]> };

/** What findings of one dimension cost: points each by severity, and at most. The most of all dimensions add up to 100. */
export const QUALITY_SHAPE = z.strictObject({ most: count, error: count, warning: count });
/** The best a record that was refused can reach. */
export const REFUSED_SHAPE = z.strictObject({ most: count.max(100) });

export type QualityWeights = {
  readonly dimensions: Readonly<Record<QualityDimension, z.infer<typeof QUALITY_SHAPE>>>;
  readonly refusedMost: number;
};
