import { unknownPartOf } from '@/lib/codes/hs-2022';
import { describedWords, flawOf } from '@/lib/consignment/description';
import type { ConsignmentRecord, GoodsItem } from '@/lib/consignment/record';
import { divideRounded } from '@/lib/kernel/decimal';
import { moneyText } from '@/lib/kernel/money';
import type { Judgement } from './judgement';

/** Figures after the point that say something: trailing noughts do not. */
function placesOf(decimal: string): number {
  const point = decimal.indexOf('.');
  if (point < 0) return 0;
  let end = decimal.length;
  while (decimal.charCodeAt(end - 1) === 48) end -= 1;
  return end - point - 1;
}

function judgePlaces(amount: string, currency: string, pointer: string, judgement: Judgement): void {
  const digits = judgement.context.codes.currencies.get(currency);
  if (digits === undefined) return;
  const found = placesOf(amount);
  if (found > digits) judgement.report('amount_places', pointer, amount, { currency, digits, found });
}

function judgeDescription({ description }: GoodsItem, pointer: string, judgement: Judgement): void {
  const { policy } = judgement.context;
  if (description === '') return;
  const flaw = flawOf(description, describedWords(description, policy), policy);
  if (flaw === null) return;
  const { source: list, edition } = policy.stopWordLists.goods;
  if (flaw.kind === 'vague') judgement.report('description_vague', pointer, description, { why: flaw.by });
  else judgement.report(`description_${flaw.kind}`, pointer, description, { term: flaw.by, list, edition });
}

/** A mass and what it is worth, far outside what anything is sold for. Nothing is said of goods worth nothing. */
function judgeValuePerKg(valueMinor: bigint | null, grams: number | null, pointer: string, judgement: Judgement): void {
  if (valueMinor === null || valueMinor <= 0n || grams === null || grams <= 0) return;
  const { absurdPerKg, currency, minorDigits } = judgement.context.policy;
  const netG = BigInt(grams);
  const thousandfold = valueMinor * 1000n;
  if (thousandfold >= absurdPerKg.lowMinor * netG && thousandfold <= absurdPerKg.highMinor * netG) return;
  judgement.report('value_per_kg_absurd', pointer, null, {
    perKg: moneyText(divideRounded(thousandfold, netG, 'halfUp'), minorDigits),
    low: moneyText(absurdPerKg.lowMinor, minorDigits),
    high: moneyText(absurdPerKg.highMinor, minorDigits),
    currency,
  });
}

function judgeItem(item: GoodsItem, index: number, valueMinor: bigint | null, judgement: Judgement): void {
  const at = `items.${index}.`;
  judgeDescription(item, `${at}description`, judgement);
  judgePlaces(item.value, item.currency, `${at}value`, judgement);
  if (item.quantity !== null && placesOf(item.quantity) > 0)
    judgement.report('quantity_fraction', `${at}quantity`, item.quantity);
  if (item.commodityCode !== null) {
    const level = unknownPartOf(item.commodityCode, judgement.context.codes.nomenclature);
    if (level !== null)
      judgement.report('commodity_code_unknown', `${at}commodity_code`, item.commodityCode, { level });
  }
  judgeValuePerKg(valueMinor, item.netMassG, `${at}net_mass_kg`, judgement);
}

function judgeMasses(record: ConsignmentRecord, values: readonly (bigint | null)[], judgement: Judgement): void {
  const { items, grossMassG, grossMassKg } = record;
  let netG = 0;
  for (const item of items) netG += item.netMassG ?? 0;
  if (netG === 0) {
    // Nothing is known of single items: the whole is judged by its gross mass.
    const worth = values.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n);
    judgeValuePerKg(worth, grossMassG, 'gross_mass_kg', judgement);
  }
  if (grossMassG === null || netG <= grossMassG) return;
  judgement.report('net_over_gross', 'gross_mass_kg', grossMassKg, { netG, grossG: grossMassG });
  if (items.length < 2) return;
  for (const [index, item] of items.entries()) {
    if (item.netMassG !== null && item.netMassG > grossMassG)
      judgement.report('item_net_over_gross', `items.${index}.net_mass_kg`, item.netMassKg, {
        netG: item.netMassG,
        grossG: grossMassG,
      });
  }
}

/** Descriptions, codes, quantities, amounts and masses of the goods; `values` are those of the items in minor units. */
export function judgeGoods(record: ConsignmentRecord, values: readonly (bigint | null)[], judgement: Judgement): void {
  for (const [index, item] of record.items.entries()) judgeItem(item, index, values[index] ?? null, judgement);
  if (record.transportCost !== null && record.transportCurrency !== null)
    judgePlaces(record.transportCost, record.transportCurrency, 'transport_cost', judgement);
  judgeMasses(record, values, judgement);
}
