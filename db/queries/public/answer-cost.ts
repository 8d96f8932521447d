import 'server-only';
import { db } from '@/db/connection';
import { codeListsInForce } from '@/db/queries/policy/code-lists-in-force';
import { findCodes, type HeadingChoice } from '@/lib/codes/find-codes';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { PolicyError } from '@/lib/policy/rows-in-force';
import {
  COST_ROWS_MAX,
  type CostFault,
  type CostQuestion,
  type CostTerms,
  readCostQuestion,
  type Typed,
} from '@/lib/revenue/cost-question';
import { type LandedCost, landedCost } from '@/lib/revenue/landed-cost';
import { type LegalSource, legalSources } from './legal-sources';
import { publicPolicy } from './public-policy';

/** Days around today whose law is answered for. */
const DAYS_BACK = 731;
const DAYS_AHEAD = 731;

/** What the form offers, whatever was asked. */
export type CostForm = {
  readonly administration: string;
  readonly currency: string;
  readonly today: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly countries: readonly string[];
  readonly destinations: readonly string[];
  readonly currencies: readonly string[];
};

/** Words that were typed in the place of a code, with the codes they may stand for. */
export type CodeQuestion = { readonly row: number; readonly words: string; readonly choices: readonly HeadingChoice[] };

export type CostAnswer = {
  readonly question: CostQuestion;
  readonly cost: LandedCost;
  readonly sources: readonly LegalSource[];
  readonly codes: readonly CodeQuestion[];
};

export type Costs = {
  readonly form: CostForm;
  readonly faults: readonly CostFault[];
  readonly answer: CostAnswer | null;
};

/**
 * The landed cost of what was asked, by the law in force on the day asked for, and what the form offers. Takes no actor: it is for
 * everybody, and tells of no consignment. `typed` is null where nothing was asked yet.
 */
export async function answerCost(typed: Typed | null, at = new Date()): Promise<Costs> {
  const today = dayOf(at);
  const [policy, lists] = await Promise.all([publicPolicy(today, at), codeListsInForce(db(), today)]);
  const terms: CostTerms = {
    lists,
    today,
    firstDay: addDays(today, -DAYS_BACK),
    lastDay: addDays(today, DAYS_AHEAD),
    destinations: new Set(policy.vatByCountry.keys()),
  };
  const form: CostForm = {
    administration: policy.administration,
    currency: policy.currency,
    today,
    firstDay: terms.firstDay,
    lastDay: terms.lastDay,
    countries: [...lists.countries].filter((country) => !policy.territory.has(country)),
    destinations: [...terms.destinations],
    // Only what can be converted: the others would leave every amount open.
    currencies: [...new Set([policy.currency, ...policy.lawInForce.rates.keys()])].filter((one) =>
      lists.currencies.has(one),
    ),
  };
  if (typed === null) return { form, faults: [], answer: null };
  const { question, faults } = readCostQuestion(typed, terms);
  if (!question) return { form, faults, answer: null };
  const lawOfDay = question.day === today ? policy : await policyOrNull(question.day, at);
  if (!lawOfDay) return { form, faults: [{ field: 'day', rule: 'no_law', value: question.day }], answer: null };
  const cost = landedCost(question, lawOfDay);
  const codes = question.items.flatMap(({ words }, index) =>
    words === null
      ? []
      : [{ row: rowOf(typed, index), words, choices: findCodes(words, lawOfDay.goods, lists.nomenclature) }],
  );
  return { form, faults: [], answer: { question, cost, codes, sources: await legalSources(question.day, cost) } };
}

/** The line of the form an item was typed in: empty lines are passed over. */
function rowOf(typed: Typed, index: number): number {
  const rows = Array.from({ length: COST_ROWS_MAX }, (_, row) => row + 1);
  return rows.filter((row) => (typed[`goods${row}`] ?? '').trim() !== '')[index] ?? index + 1;
}

async function policyOrNull(day: string, at: Date): Promise<Policy | null> {
  try {
    return await publicPolicy(day, at);
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
}
