import { describe, expect, it } from 'vitest';
import { contentHash } from '@/lib/intake/content-hash';
import { csvWith, GOOD, jsonRecord, xmlRecord, xmlWith } from './a-submission';
import { sentOf } from './sent-of';
import { CC415_MESSAGE } from './xml-messages';

describe('CC415 messages of category H7', () => {
  it('fill the columns, and add up masses and costs of goods items exactly', async () => {
    const { sent } = await sentOf('xml', CC415_MESSAGE, { defaultOffice: 'ROBUH', defaultChannel: 'express' });
    const { unknown, items, ...consignment } = sent;
    expect(consignment).toEqual({
      reference: 'LRN-RO-1',
      lrn: 'LRN-RO-1',
      regime: 'h7',
      channel: 'express',
      house_ref: 'HB-9',
      office: 'ROBUH',
      transaction_type: 'sale',
      sender_name: 'Toy Yard',
      sender_address: '5 River St',
      sender_city: 'Yiwu',
      sender_country: 'CN',
      recipient_name: 'Ana Exemplu',
      recipient_address: 'Str. Lunga 9',
      recipient_city: 'Cluj',
      recipient_postcode: '400001',
      recipient_country: 'RO',
      scheme_id: 'IM6420000001',
      collection_model: 'vendor',
      gross_mass_kg: '0.200',
      transport_cost: '2.50',
      transport_currency: 'EUR',
    });
    expect(items).toEqual([
      { item_number: '1', description: 'Wooden puzzle', commodity_code: '950300', value: '8.50', currency: 'EUR' },
      { item_number: '2', description: 'Playing cards', commodity_code: '950440', value: '3.00', currency: 'EUR' },
    ]);
    expect(unknown).toMatchObject({
      'CustomsOffice/referenceNumber': 'ROTM0200',
      'GoodsShipment/GoodsShipmentItem[2]/Commodity/GoodsMeasure/grossMass': '0.08',
      'GoodsShipment/GoodsShipmentItem[1]/TransportCosts/amount': '2.00',
    });
    expect(Object.keys(unknown ?? {}).filter((path) => path.startsWith('MESSAGE'))).toEqual([]);
  });
});

describe('one consignment, whatever it is written in', () => {
  const extra = { commodity_code: '854442', quantity: '2', sender_address: '1 <Harbour> & Road', colour: 'red' };

  it('gives the same record and the same hash by CSV, JSON, NDJSON and XML', async () => {
    const { commodity_code, quantity, ...changes } = extra;
    const json = jsonRecord(changes, { commodity_code, quantity });
    const xml = xmlRecord(extra);
    const sent = await Promise.all([
      sentOf('csv', csvWith(extra)),
      sentOf('json', JSON.stringify([json])),
      sentOf('ndjson', JSON.stringify(json)),
      sentOf('xml', xmlWith(xml)),
    ]);
    for (const one of sent) expect(one.sent).toEqual(sent[0]?.sent);
    expect(new Set(sent.map((one) => contentHash(one.sent))).size).toBe(1);
    expect(sent[0]?.sent).toMatchObject({ reference: GOOD.reference, unknown: { colour: 'red' } });
  });
});
