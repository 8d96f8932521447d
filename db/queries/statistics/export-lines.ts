import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { ChargeSum } from '@/lib/revenue/charge-sums';
import { sharesOf } from '@/lib/statistics/breakdown';
import { definitionRefs } from '@/lib/statistics/definitions';
import {
  amountCell,
  amountColumn,
  breakdownLines,
  columnLine,
  dataLine,
  definitionsOf,
  effectivenessLines,
  type FileScope,
  type FileWords,
  fileScope,
  memberCells,
  seriesLines,
} from '@/lib/statistics/export-lines';
import {
  type FilterDimension,
  resolveFilter,
  type StatisticsFilter,
  statisticsFilterParams,
} from '@/lib/statistics/filter';
import { FIGURES, figureText, TRADE_FIGURES } from '@/lib/statistics/measures';
import { seriesOf } from '@/lib/statistics/series';
import { getCurrency } from '../policy/get-currency';
import { getBreakdown } from './get-breakdown';
import { getDailyFigures } from './get-daily-figures';
import { getEffectiveness } from './get-effectiveness';
import type { GoodsItemRow } from './goods-items';
import { eachGoodsItem } from './list-goods-items';

/** More members than any dimension has; marketplaces are named by senders, so there is an end. */
const MEMBERS_MAX = 50_000;

/**
 * The points of the chart as CSV lines: the same figures, from the same query. `figures` where they were asked for already, so that who
 * counts what is behind a file and who writes it add up once.
 */
export async function* exportSeries(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
  figures?: ReturnType<typeof getDailyFigures>,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveFilter(filter, today);
  const { period, previous, grain } = resolved;
  const [{ current, previous: compared }, currency] = await Promise.all([
    figures ?? getDailyFigures(actor, filter, resolved),
    getCurrency(),
  ]);
  const before = previous && compared ? { period: previous, days: compared } : null;
  yield* seriesLines(
    seriesOf({ period, days: current }, before, grain),
    before !== null,
    fileScope(period, { ...statisticsFilterParams(filter), grain }, words, currency, definitionsOf(FIGURES, words)),
  );
}

/** All members of a dimension as CSV lines. */
export async function* exportBreakdown(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  by: FilterDimension,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveFilter(filter, today);
  const [breakdown, currency] = await Promise.all([
    getBreakdown(actor, filter, resolved, by, MEMBERS_MAX),
    getCurrency(),
  ]);
  const scope = fileScope(
    resolved.period,
    { ...statisticsFilterParams(filter), by },
    words,
    currency,
    definitionsOf([filter.measure], words),
  );
  yield* breakdownLines(
    by,
    filter.measure,
    breakdown.rows.map((row) => ({ ...row, share: sharesOf(row, breakdown).share })),
    breakdown.previousTotal !== null,
    { scope, words },
  );
}

/** What examinations found as CSV lines, by why the consignment was selected. */
export async function* exportEffectiveness(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveFilter(filter, today);
  const [effectiveness, currency] = await Promise.all([getEffectiveness(actor, filter, resolved), getCurrency()]);
  const scope = fileScope(
    resolved.period,
    statisticsFilterParams(filter),
    words,
    currency,
    definitionsOf(['consignments', 'extraCharges'], words),
  );
  yield* effectivenessLines(effectiveness, { scope, words });
}

/** Every goods item behind the figures as CSV lines, portion by portion. */
export async function* exportItems(
  actor: Actor,
  filter: StatisticsFilter,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const { period } = resolveFilter(filter, today);
  const currency = await getCurrency();
  const scope = fileScope(period, statisticsFilterParams(filter), words, currency, definitionRefs(TRADE_FIGURES));
  yield columnLine([...ITEM_COLUMNS, ...ITEM_AMOUNTS(currency)]);
  for await (const rows of eachGoodsItem(actor, filter, period))
    yield rows.map((row) => itemLine(row, scope, words)).join('');
}

const ITEM_COLUMNS = [
  'received_on',
  'reference',
  'item_number',
  'counts_consignment',
  'office',
  'channel',
  'channel_words',
  'lane',
  'lane_words',
  'selection_reason',
  'selection_reason_words',
  'outcome',
  'outcome_words',
  'examination',
  'examination_words',
  'marketplace',
  'origin_country',
  'commodity_code',
  'description',
  'net_mass_kg',
];

/** Duty and VAT are those in force; the assessed ones, by the declared values, are the parts of the figures and add up to them. */
const ITEM_AMOUNTS = (currency: PolicyCurrency) =>
  ['value', 'duty', 'vat', 'assessed_duty', 'assessed_vat'].map((name) => amountColumn(name, currency));

/** A charge as a cell, or the word that it is open: what is known of it would pass for the whole. */
const chargeCell = ({ minor, isOpen }: ChargeSum, currency: PolicyCurrency) =>
  isOpen ? 'open' : amountCell(minor, currency);

function itemLine(row: GoodsItemRow, scope: FileScope, words: FileWords): string {
  const { currency } = scope;
  const cells = [
    row.day,
    row.reference,
    { figure: String(row.itemNumber) },
    { figure: row.countsConsignment ? '1' : '0' },
    row.officeId,
    ...memberCells(words, 'channel', row.channel),
    ...memberCells(words, 'lane', row.lane),
    ...memberCells(words, 'reason', row.reason),
    ...memberCells(words, 'outcome', row.outcome),
    ...memberCells(words, 'examination', row.examination),
    row.marketplace,
    row.origin,
    row.commodityCode,
    row.description,
    { figure: figureText('mass', row.netMassG, currency) },
    amountCell(row.valueMinor, currency),
    chargeCell(row.inForce.duty, currency),
    chargeCell(row.inForce.vat, currency),
    amountCell(row.dutyMinor, currency),
    amountCell(row.vatMinor, currency),
  ];
  return dataLine(cells, scope);
}
