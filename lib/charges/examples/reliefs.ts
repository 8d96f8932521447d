import { compare, rational } from '@/lib/kernel/rational';
import type { Band, Law } from '../law';
import { amount, band, EVERY_LINE_HALF_UP } from './example';

type Relief = { readonly limit: string; readonly citation: string };

/** A law of reliefs by its terms: goods alone decide about the limits, charges are on the value with freight. Major units as text. */
export type ReliefTerms = {
  readonly currency: string;
  readonly minorDigits: number;
  readonly gift: Relief;
  readonly documents: Relief;
  readonly scheme: Relief & { readonly excluded: readonly string[] };
  readonly lowValue: Relief & {
    /** For each subheading of a consignment; null where nothing is due. */
    readonly flat: string | null;
    readonly excluded: readonly string[];
  };
  /** What is relieved besides. */
  readonly further: readonly Band[];
  readonly tariff: string;
};

const NONE = { kind: 'none' } as const;
const TARIFF = { kind: 'tariff' } as const;
const BY_GOODS = { kind: 'on_duty_paid', ratePercent: null } as const;

/** The bands in their order: reliefs by what is sent, the vendor scheme, low value, and the tariff for the rest. */
export function lawOfReliefs({ currency, minorDigits, ...terms }: ReliefTerms): Law {
  const { gift, documents, scheme, lowValue, further, tariff } = terms;
  const upTo = (limit: string) => ({ upTo: amount(limit, currency) });
  const excluded = [...lowValue.excluded];
  const isRelieved = /[1-9]/.test(lowValue.limit);
  const duty =
    lowValue.flat === null
      ? NONE
      : ({ kind: 'flat_per_subheading', flat: amount(lowValue.flat, currency), digits: 6 } as const);
  const underScheme = (key: string, limit: string, own: Band['duty'], citation: string) =>
    band({
      key,
      when: { underScheme: true, ...upTo(limit) },
      closedTo: [...scheme.excluded],
      dutyClosedTo: own.kind === 'tariff' ? [] : excluded.filter((prefix) => !scheme.excluded.includes(prefix)),
      duty: own,
      tax: { kind: 'vendor' },
      citation,
    });
  const both = lowValue.citation === scheme.citation ? scheme.citation : `${lowValue.citation}; ${scheme.citation}`;
  const isPartly = compare(rational(lowValue.limit), rational(scheme.limit)) < 0;
  return {
    currency,
    minorDigits,
    ...{ customsValue: 'cif', limitTests: 'intrinsic', taxesTransport: true, waived: null, fees: [] },
    ...EVERY_LINE_HALF_UP,
    bands: [
      band({
        key: 'gift',
        when: { transactionTypes: ['gift'], ...upTo(gift.limit) },
        ...{ closedTo: excluded, duty: NONE, tax: NONE, citation: gift.citation },
      }),
      band({
        key: 'documents',
        when: { transactionTypes: ['documents'], ...upTo(documents.limit) },
        ...{ closedTo: excluded, duty: NONE, tax: NONE, citation: documents.citation },
      }),
      ...further,
      ...(isRelieved ? [underScheme('vendor_scheme', isPartly ? lowValue.limit : scheme.limit, duty, both)] : []),
      ...(isPartly ? [underScheme('vendor_scheme_above', scheme.limit, TARIFF, scheme.citation)] : []),
      ...(isRelieved
        ? [
            band({
              key: 'low_value',
              when: upTo(lowValue.limit),
              ...{ closedTo: excluded, duty, tax: BY_GOODS, citation: lowValue.citation },
            }),
          ]
        : []),
      band({ key: 'standard', when: {}, duty: TARIFF, tax: BY_GOODS, citation: tariff }),
    ],
  };
}
