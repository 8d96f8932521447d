import { moneyText } from '@/lib/kernel/money';
import type { ChargeFacts, CorrectionFacts, VersionCharges } from './response-facts';
import { group, textOf, type XmlElement } from './xml-element';

/** National codes of the kinds of charge, as customs messages of the Union and of the United Kingdom use them; fees by UN/EDIFACT 5153. */
export const TAX_TYPES = { duty: 'A00', vat: 'B00', fee: 'OTH' } as const;

/** An instant as the WCO Data Model writes it: format 304, `yyyyMMddHHmmss` and the zone. */
export function instantOf(name: string, at: Date): XmlElement | null {
  const text = `${at.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  return group(name, textOf('DateTimeString', text, { formatCode: '304' }));
}

type Money = Pick<VersionCharges, 'currency' | 'minorDigits'>;

/** An amount with its currency, exact to the minor unit; left out while it is open, for it is not nil. */
export function amountOf(name: string, minor: bigint | null, { currency, minorDigits }: Money): XmlElement | null {
  if (minor === null) return null;
  return textOf(name, moneyText(minor, minorDigits), { currencyID: currency });
}

/** The charges of every goods item: base, rate, kind and what is to be paid. */
export function chargedItems({ lines, ...money }: VersionCharges): (XmlElement | null)[] {
  const numbers = [...new Set(lines.map((line) => line.itemNumber))].sort((a, b) => a - b);
  return numbers.map((itemNumber) =>
    group(
      'GovernmentAgencyGoodsItem',
      textOf('SequenceNumeric', itemNumber),
      group(
        'Commodity',
        ...lines.filter((line) => line.itemNumber === itemNumber).map((line) => dutyTaxFee(line, money)),
      ),
    ),
  );
}

function dutyTaxFee({ kind, baseMinor, ratePercent, amountMinor }: ChargeFacts, money: Money): XmlElement | null {
  return group(
    'DutyTaxFee',
    amountOf('AdValoremTaxBaseAmount', baseMinor, money),
    textOf('TaxRateNumeric', ratePercent),
    textOf('TypeCode', TAX_TYPES[kind]),
    group('Payment', amountOf('TaxAssessedAmount', amountMinor, money), amountOf('PaymentAmount', amountMinor, money)),
  );
}

/** The sum to be paid for the declaration. */
export function totalCharge(minor: bigint | null, money: Money): XmlElement | null {
  return group('DutyTaxFee', group('Payment', amountOf('PaymentAmount', minor, money)));
}

/** The values customs put in the place of the declared ones, where a declaration carries them. */
export function correctedItems(
  corrections: readonly CorrectionFacts[],
  currencies: ReadonlyMap<number, string>,
): (XmlElement | null)[] {
  const numbers = [...new Set(corrections.map((correction) => correction.itemNumber))].sort((a, b) => a - b);
  return numbers.map((itemNumber) => {
    // A later correction of one field replaces an earlier one.
    const to = (field: CorrectionFacts['field']) =>
      corrections.findLast((one) => one.itemNumber === itemNumber && one.field === field)?.corrected;
    const currencyID = currencies.get(itemNumber);
    return group(
      'GovernmentAgencyGoodsItem',
      textOf('SequenceNumeric', itemNumber),
      group(
        'Commodity',
        textOf('Description', to('description')),
        group('Classification', textOf('ID', to('commodity_code'))),
        group('GoodsMeasure', textOf('TariffQuantity', to('quantity'))),
        group(
          'InvoiceLine',
          textOf('ItemChargeAmount', to('value'), currencyID === undefined ? undefined : { currencyID }),
        ),
      ),
      group('Origin', textOf('CountryCode', to('origin_country'))),
    );
  });
}
