import { describe, expect, it } from 'vitest';
import type { EventKind } from '@/lib/clearance/events';
import { allAt, type ReadElement, readXml, textsAt } from '@/tests/support/read-xml';
import { RESPONSE_ORDER } from '@/tests/support/response-order';
import type { DocumentFacts } from './response-facts';
import { type ConsignmentResponse, RESPONSE_KINDS, type ResponseKind, type TimelineEvent } from './responses';
import { FUNCTION_CODES, wcoResponse } from './wco-response';

const AT = new Date('2026-11-02T10:00:00.750Z');
const record = { submissionId: 's', recordNumber: 1, at: AT };

const FACTS: DocumentFacts = {
  reference: 'R&D <1>',
  mrn: '26NL00000000000001',
  office: 'NLRTM',
  charges: new Map([
    [
      1,
      {
        currency: 'EUR',
        minorDigits: 2,
        totalMinor: 27_309n,
        exciseGoods: [],
        openReasons: [],
        lines: [
          {
            itemNumber: 2,
            kind: 'duty',
            baseMinor: 100_000n,
            ratePercent: '2.7',
            amountMinor: 2_700n,
            legalBasis: 'Annex I',
          },
          {
            itemNumber: 2,
            kind: 'vat',
            baseMinor: 102_700n,
            ratePercent: '21',
            amountMinor: 21_567n,
            legalBasis: 'VAT Act <9>',
          },
          { itemNumber: 1, kind: 'vat', baseMinor: 14_487n, ratePercent: null, amountMinor: 3_042n, legalBasis: null },
        ],
      },
    ],
  ]),
  corrections: [
    { itemNumber: 2, field: 'value', corrected: '900.00' },
    { itemNumber: 2, field: 'commodity_code', corrected: '851713' },
    { itemNumber: 2, field: 'value', corrected: '1200.00' },
    { itemNumber: 1, field: 'origin_country', corrected: 'CN' },
  ],
  statedDuties: [],
  correctedCharges: null,
  extraChargesMinor: -109n,
  currencies: new Map([
    [1, 'EUR'],
    [2, 'USD'],
  ]),
  questions: [
    {
      type: 'documents',
      question: 'Invoice & "proof" of payment?\u0007',
      askedAt: AT,
      dueAt: new Date('2026-11-05T00:00:00Z'),
    },
  ],
  problemsOf: () => [
    { code: 'value_decimal', pointer: 'items.1.value', message: 'Not a decimal.', value: '1,000<b>' },
    { code: 'required', pointer: 'recipient_city', message: 'Missing.', value: null },
    { code: 'vocabulary', pointer: 'collection_model', message: 'Unknown.', value: 'x' },
  ],
};

const respond = (
  kind: ResponseKind,
  event: EventKind,
  values: TimelineEvent['values'] = {},
  facts: DocumentFacts = FACTS,
): ReadElement => {
  const source: ConsignmentResponse['source'] =
    kind === 'rejected'
      ? { of: 'record', record }
      : { of: 'event', event: { eventId: 'e', at: AT, kind: event, values } };
  const response = { id: '5c0d5a6e-0000-4000-8000-000000000001', kind, toldAt: AT, version: 1, source };
  return readXml(wcoResponse(response, facts));
};

function disorders(element: ReadElement): string[] {
  const order = RESPONSE_ORDER[element.name];
  const places = element.children.map((child) => order?.indexOf(child.name) ?? 0);
  const isWrong = places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0));
  return [
    ...(isWrong ? [`${element.name}: ${element.children.map(({ name }) => name).join(' ')}`] : []),
    ...element.children.flatMap(disorders),
  ];
}

const EVENTS: Readonly<Record<ResponseKind, EventKind>> = {
  accepted: 'selected',
  amended: 'updated',
  rejected: 'selected',
  control: 'selected',
  held: 'hold_placed',
  hold_lifted: 'hold_lifted',
  question: 'referred',
  answer_received: 'answered',
  question_withdrawn: 'referral_withdrawn',
  payment_awaited: 'payment_awaited',
  correction: 'released',
  tax: 'selected',
  released: 'released',
  cleared: 'released',
  seized: 'seizure_confirmed',
  detained: 'detained',
  detention_ended: 'detention_ended',
  decision_reversed: 'decision_reversed',
  refused: 'entry_refused',
  returned: 'returned',
  re_exported: 're_exported',
  abandoned: 'abandoned',
  destroyed: 'destroyed',
  withdrawn: 'withdrawn',
};

describe('a response document', () => {
  it.each(RESPONSE_KINDS)('%s is well-formed, in the order of the model, dated and addressed', (kind) => {
    // The note of a withdrawal is the reason given to the partner, or by it.
    const note = kind === 'withdrawn' ? 'Sent twice' : 'secret note';
    const root = respond(kind, EVENTS[kind], { version: 1, score: 77, lane: 'red', note });
    expect(disorders(root)).toEqual([]);
    expect(root.name).toBe('MetaData');
    expect(textsAt(root, 'Response/FunctionCode')).toEqual([FUNCTION_CODES[kind]]);
    expect(textsAt(root, 'Response/IssueDateTime/DateTimeString')).toEqual(['20261102100000Z']);
    expect(allAt(root, 'Response/IssueDateTime/DateTimeString')[0]?.attributes).toEqual({ formatCode: '304' });
    expect(textsAt(root, 'Response/Declaration/FunctionalReferenceID')).toEqual(['R&D <1>']);
    expect(textsAt(root, 'Response/Declaration/ID')).toEqual(['26NL00000000000001']);
    const words = JSON.stringify(root);
    expect(words).not.toMatch(/77|"red"|secret note/);
  });

  it('points to a refused field class by class, with the value as sent', () => {
    const [first, second, third] = allAt(respond('rejected', 'selected'), 'Response/Error');
    const way = (error: ReadElement | undefined) =>
      allAt(error ?? respond('rejected', 'selected'), 'Pointer').map(({ children }) =>
        children.map(({ text }) => text).join(' '),
      );
    expect(way(first)).toEqual(['1 42A', '1 67A', '2 68A', '1 23A', '1 79A 112 items.1.value']);
    expect(way(second)).toEqual(['1 42A', '1 74A', '1 04A 241 recipient_city']);
    expect(way(third)).toEqual(['1 42A collection_model']);
    expect(first && textsAt(first, 'OriginalAttributeValue')).toEqual(['1,000<b>']);
  });

  it('asks the question with the time to answer, without what XML cannot carry', () => {
    const root = respond('question', 'referred', { type: 'documents' });
    const at = 'Response/AdditionalInformation';
    expect(textsAt(root, `${at}/StatementCode`)).toEqual(['DOC']);
    expect(textsAt(root, `${at}/StatementDescription`)).toEqual(['Invoice & "proof" of payment?\ufffd']);
    expect(textsAt(root, `${at}/LimitDateTime/DateTimeString`)).toEqual(['20261105000000Z']);
  });

  it('says of a withdrawal when and why', () => {
    const root = respond('withdrawn', 'withdrawn', { version: 1, way: 'message', by: 'partner', note: 'Sent <twice>' });
    expect(textsAt(root, 'Response/FunctionCode')).toEqual(['10']);
    const at = 'Response/AdditionalInformation';
    expect(textsAt(root, `${at}/StatementDescription`)).toEqual(['Sent <twice>']);
    expect(textsAt(root, `${at}/StatementTypeCode`)).toEqual(['AFB']);
    expect(textsAt(root, 'Response/Declaration/CancellationDateTime/DateTimeString')).toEqual(['20261102100000Z']);
    expect(textsAt(root, 'Response/Declaration/VersionID')).toEqual(['1']);
    const silent = respond('withdrawn', 'withdrawn', { version: 1, way: 'message', by: 'partner', note: null });
    expect(allAt(silent, at)).toEqual([]);
  });

  it('gives the charges exactly, by goods item, with their currency', () => {
    const root = respond('tax', 'selected', { version: 1 });
    const item = 'Response/Declaration/GoodsShipment/GovernmentAgencyGoodsItem';
    expect(textsAt(root, `${item}/SequenceNumeric`)).toEqual(['1', '2']);
    expect(textsAt(root, `${item}/Commodity/DutyTaxFee/TypeCode`)).toEqual(['B00', 'A00', 'B00']);
    const amounts = allAt(root, `${item}/Commodity/DutyTaxFee/Payment/PaymentAmount`);
    expect(amounts.map(({ text }) => text)).toEqual(['30.42', '27.00', '215.67']);
    expect(amounts.every(({ attributes }) => attributes.currencyID === 'EUR')).toBe(true);
    expect(textsAt(root, 'Response/Declaration/DutyTaxFee/Payment/PaymentAmount')).toEqual(['273.09']);
  });

  it('names the legal basis of each charge and points to its goods item', () => {
    const root = respond('tax', 'selected', { version: 1 });
    const told = (name: string) => textsAt(root, `Response/AdditionalInformation/${name}`).join();
    expect([told('StatementCode'), told('StatementDescription')]).toEqual(['A00,B00', 'Annex I,VAT Act <9>']);
    expect([told('StatementTypeCode'), told('Pointer/Location')]).toEqual(['LEG,LEG', 'items.1.value,items.1.value']);
  });

  it('leaves out an amount that nobody could compute, says why, and never tells nil', () => {
    const lines = [
      { itemNumber: 1, kind: 'duty', baseMinor: null, ratePercent: null, amountMinor: null, legalBasis: null },
      { itemNumber: 2, kind: 'vat', baseMinor: 14_487n, ratePercent: '21', amountMinor: 3_042n, legalBasis: null },
    ] as const;
    const open = {
      currency: 'EUR',
      minorDigits: 2,
      totalMinor: null,
      exciseGoods: [{ itemNumber: 2, commodityCode: '220830' }],
      openReasons: ['no_code', 'duty_open'],
      lines,
    } as const;
    const root = respond('tax', 'selected', { version: 1 }, { ...FACTS, charges: new Map([[1, open]]) });
    expect(disorders(root)).toEqual([]);
    expect(textsAt(root, 'Response/AdditionalInformation/StatementCode')).toEqual([
      'no_code',
      'duty_open',
      'excise_not_computed',
    ]);
    expect(textsAt(root, 'Response/AdditionalInformation/StatementTypeCode')).toEqual(['OPN', 'OPN', 'OPN']);
    expect(textsAt(root, 'Response/AdditionalInformation/Pointer/Location')).toEqual(['items.1.commodity_code']);
    expect(allAt(root, 'Response/Declaration/DutyTaxFee')).toEqual([]);
    const fee = 'Response/Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee';
    expect(textsAt(root, `${fee}/TypeCode`)).toEqual(['A00', 'B00']);
    expect(textsAt(root, `${fee}/Payment/PaymentAmount`)).toEqual(['30.42']);
  });

  it('gives the charges by the corrected values, item by item, while that version is in force', () => {
    const vat = { itemNumber: 1, kind: 'vat', baseMinor: 20_000n, ratePercent: '21', amountMinor: 4_200n } as const;
    const charges = {
      ...{ currency: 'EUR', minorDigits: 2, totalMinor: 4_200n },
      exciseGoods: [],
      openReasons: [],
      lines: [{ ...vat, legalBasis: null }],
    } as const;
    const values = { kind: 'release_with_correction' };
    const root = respond('tax', 'released', values, { ...FACTS, correctedCharges: { version: 1, charges } });
    expect(textsAt(root, 'Response/Declaration/DutyTaxFee/Payment/PaymentAmount')).toEqual(['42.00']);
    const fee = 'Response/Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee';
    expect(textsAt(root, `${fee}/AdValoremTaxBaseAmount`)).toEqual(['200.00']);
    // Of a version that a later one replaced only the sum is known.
    const replaced = respond('tax', 'released', values, { ...FACTS, correctedCharges: { version: 2, charges } });
    expect(textsAt(replaced, 'Response/Declaration/DutyTaxFee/Payment/PaymentAmount')).toEqual(['272.00']);
    expect(allAt(replaced, 'Response/Declaration/GoodsShipment')).toEqual([]);
  });

  it('gives each corrected value where a declaration carries it', () => {
    const root = respond('correction', 'released', { kind: 'release_with_correction' });
    const item = 'Response/Declaration/GoodsShipment/GovernmentAgencyGoodsItem';
    expect(textsAt(root, `${item}/SequenceNumeric`)).toEqual(['1', '2']);
    const amount = allAt(root, `${item}/Commodity/InvoiceLine/ItemChargeAmount`)[0];
    expect([amount?.text, amount?.attributes.currencyID]).toEqual(['1200.00', 'USD']);
    expect(textsAt(root, `${item}/Commodity/Classification/ID`)).toEqual(['851713']);
    expect(textsAt(root, `${item}/Origin/CountryCode`)).toEqual(['CN']);
    expect(allAt(root, 'Response/Amendment')).toHaveLength(3);
  });
});
