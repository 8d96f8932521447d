import { group, textOf, type XmlElement } from './xml-element';

/**
 * One step of the way to a field: a class of the WCO Data Model, which one of several it is, and at the end its element.
 * Identifiers as in the annotations of the Dutch DECO 2.00 schema, and 128 as in HMRC's amendment messages.
 */
type Step = { readonly section: string; readonly sequence?: number; readonly tag?: string };

const DECLARATION: Step = { section: '42A' };
const SHIPMENT: Step = { section: '67A' };
const CONSIGNMENT: readonly Step[] = [SHIPMENT, { section: '28A' }];

const CONSIGNMENT_STEPS: Readonly<Record<string, readonly Step[]>> = {
  reference: [{ section: '42A', tag: 'D026' }],
  lrn: [{ section: '42A', tag: 'D026' }],
  mrn: [{ section: '42A', tag: 'D014' }],
  regime: [{ section: '42A', tag: 'D013' }],
  office: [{ section: '10C', tag: 'G013' }],
  gross_mass_kg: [SHIPMENT, { section: '28A', tag: '131' }],
  house_ref: [...CONSIGNMENT, { section: '30B', tag: 'D023' }],
  s10_id: [...CONSIGNMENT, { section: '30B', tag: 'D023' }],
  master_ref: CONSIGNMENT,
  transport_mode: CONSIGNMENT,
  expected_arrival_at: CONSIGNMENT,
  transport_cost: [SHIPMENT, { section: '41A', tag: '121' }],
  transport_currency: [SHIPMENT, { section: '41A', tag: '121' }],
  scheme_id: [SHIPMENT, { section: '55B', tag: 'R119' }],
  dispatch_country: [SHIPMENT],
  transaction_type: [SHIPMENT],
  items: [SHIPMENT],
};

const PARTY_STEPS: Readonly<
  Record<string, { readonly way: readonly Step[]; readonly section: string; readonly name: string }>
> = {
  sender: { way: [SHIPMENT], section: '57A', name: 'R031' },
  recipient: { way: [], section: '74A', name: 'R037' },
};
const ADDRESS_TAGS: Readonly<Record<string, string>> = { address: '239', city: '241', country: '242', postcode: '245' };

const COMMODITY: Step = { section: '23A' };
const ITEM_STEPS: Readonly<Record<string, readonly Step[]>> = {
  item_number: [],
  description: [{ section: '23A', tag: '137' }],
  commodity_code: [COMMODITY, { section: '21A', tag: '145' }],
  quantity: [COMMODITY, { section: '65A', tag: '130' }],
  net_mass_kg: [COMMODITY, { section: '65A', tag: '128' }],
  value: [COMMODITY, { section: '79A', tag: '112' }],
  currency: [COMMODITY, { section: '79A', tag: '112' }],
};

/**
 * The way to a field of the record as pointers of the WCO Data Model, from the declaration down; `items.1` is the second goods
 * item. Where the model has no element for a field the way ends at the class that would hold it. The last pointer names the
 * field in our own words besides, for senders of other formats.
 */
export function pointersTo(field: string): XmlElement[] {
  const way = [DECLARATION, ...stepsTo(field)];
  // The element is of the declaration itself: one step, not two.
  const steps = way[1]?.section === '42A' ? way.slice(1) : way;
  return steps.flatMap(({ section, sequence, tag }, index) => {
    const pointer = group(
      'Pointer',
      textOf('SequenceNumeric', sequence ?? 1),
      textOf('DocumentSectionCode', section),
      textOf('TagID', tag),
      textOf('Location', index === steps.length - 1 ? field : null),
    );
    return pointer ? [pointer] : [];
  });
}

function stepsTo(field: string): readonly Step[] {
  const [, index, column] = /^items\.(\d+)(?:\.(\w+))?$/.exec(field) ?? [];
  if (index !== undefined) {
    const item: Step = {
      section: '68A',
      sequence: Number(index) + 1,
      ...(column === 'item_number' ? { tag: '006' } : {}),
    };
    return [SHIPMENT, item, ...(ITEM_STEPS[column ?? ''] ?? [])];
  }
  return CONSIGNMENT_STEPS[field] ?? partySteps(field);
}

function partySteps(field: string): readonly Step[] {
  const [, who = '', what = ''] = /^(sender|recipient)_(\w+)$/.exec(field) ?? [];
  const party = PARTY_STEPS[who];
  if (!party) return [];
  if (what === 'name') return [...party.way, { section: party.section, tag: party.name }];
  const tag = ADDRESS_TAGS[what];
  const own: Step = { section: party.section };
  return tag === undefined ? [...party.way, own] : [...party.way, own, { section: '04A', tag }];
}
