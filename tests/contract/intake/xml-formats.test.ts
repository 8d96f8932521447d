import { describe, expect, it } from 'vitest';
import { contentHash } from '@/lib/intake/content-hash';
import { runIntake } from './run-intake';
import { rowsOf, sentOf } from './sent-of';
import { NL_MESSAGE, UK_DECLARATION, UK_ITEM, ukAct, ukMessage } from './xml-messages';

describe('declarations of the WCO Data Model as the United Kingdom uses them', () => {
  it('fill the columns from header and goods item, and keep the rest by element path', async () => {
    const { sent } = await sentOf('xml', ukMessage(UK_DECLARATION), { defaultChannel: 'express' });
    expect(sent).toEqual({
      reference: 'LRN-UK-1',
      lrn: 'LRN-UK-1',
      regime: 'h7',
      channel: 'express',
      transport_mode: '4',
      house_ref: 'HAWB77',
      master_ref: '074-12345675',
      office: 'NLRTM',
      expected_arrival_at: '2026-03-03T10:00:00+01:00',
      dispatch_country: 'BD',
      transaction_type: 'sale',
      sender_name: 'Dhaka Shirts',
      sender_address: '12 Mill Road',
      sender_city: 'Dhaka',
      sender_postcode: '1207',
      sender_country: 'BD',
      recipient_name: 'Erika Beispiel',
      recipient_address: '3 Elm Street',
      recipient_city: 'Leeds',
      recipient_postcode: 'LS1 1AA',
      recipient_country: 'GB',
      recipient_id: 'GB123456789000',
      recipient_phone: '+44 113 496 0000',
      recipient_email: 'erika@example.org',
      scheme_id: 'IM2760000001',
      collection_model: 'vendor',
      gross_mass_kg: '1.25',
      items: [
        {
          item_number: '1',
          description: 'Cotton  shirts & ties',
          commodity_code: '6205200010',
          origin_country: 'BD',
          quantity: '4',
          net_mass_kg: '1.1',
          value: '48.00',
          currency: 'USD',
        },
      ],
      unknown: {
        TypeCode: 'IMD',
        'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Classification[3]/ID': 'VATZ',
        'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Classification[3]/IdentificationTypeCode': 'GN',
        'GoodsShipment/GovernmentAgencyGoodsItem/GovernmentProcedure[1]/CurrentCode': '40',
        'GoodsShipment/GovernmentAgencyGoodsItem/GovernmentProcedure[1]/PreviousCode': '00',
        'GoodsShipment/GovernmentAgencyGoodsItem/GovernmentProcedure[2]/CurrentCode': 'C07',
        'GoodsShipment/GovernmentAgencyGoodsItem/GovernmentProcedure[3]/CurrentCode': 'F48',
      },
    });
  });

  it('pass validation, several in one message, each with its exact source text', async () => {
    const second = UK_DECLARATION.replace('LRN-UK-1', 'LRN-UK-2');
    const { refused, records } = await runIntake('xml', ukMessage(UK_DECLARATION, second), 7, {
      defaultChannel: 'express',
    });
    expect(refused).toEqual([]);
    expect(records.map(({ outcome }) => outcome.ok)).toEqual([true, true]);
    expect(records.map(({ rows }) => rows[0]?.raw)).toEqual([UK_DECLARATION, second]);
    expect(records.map(({ rows }) => rows[0]?.line)).toEqual([5, 5 + UK_DECLARATION.split('\n').length]);
  });

  it('name line and element of what is wrong', async () => {
    const broken = UK_DECLARATION.replace('<CountryCode>BD</CountryCode><Line>', '<CountryCode>XX</CountryCode><Line>');
    const { records } = await runIntake('xml', ukMessage(broken), 100, { defaultChannel: 'express' });
    expect(records[0]?.outcome).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'country_unknown',
          pointer: 'sender_country',
          line: 16,
          value: 'XX',
          params: { element: 'Exporter/Address/CountryCode' },
        },
      ],
    });
  });

  it('take parties from the goods items where all name the same, and refuse the record where they differ', async () => {
    const exporter = /<Exporter>[\s\S]*<\/Exporter>/.exec(UK_DECLARATION)?.[0] ?? '';
    const item = (number: number, text: string) =>
      UK_ITEM.replace('<SequenceNumeric>1', `${text}<SequenceNumeric>${number}`);
    const withItems = (...items: readonly string[]) =>
      ukMessage(UK_DECLARATION.replace(exporter, '').replace(UK_ITEM, items.join('\n')));
    const same = await sentOf('xml', withItems(item(1, exporter), item(2, exporter)));
    expect(same.sent).toMatchObject({ sender_name: 'Dhaka Shirts', gross_mass_kg: '2.50' });
    const other = exporter.replace('Dhaka Shirts', 'Sylhet Shirts');
    const [row] = await rowsOf('xml', withItems(item(1, exporter), item(2, other)));
    expect(row?.problems).toMatchObject([
      { code: 'row_xml_parties', pointer: 'sender_name', value: 'Sylhet Shirts', params: { first: 'Dhaka Shirts' } },
    ]);
  });

  it.each([
    ['102', '20260303', '2026-03-03'],
    ['203', '202603031000', '2026-03-03T10:00:00'],
    ['204', '20260303100005', '2026-03-03T10:00:05'],
    ['205', '202603031000+0530', '2026-03-03T10:00:00+05:30'],
    ['304', '20260303100005Z', '2026-03-03T10:00:05Z'],
    ['304', '20260303100005', '20260303100005'],
    ['102', '3 March', '3 March'],
    ['999', '20260303', '20260303'],
  ])('read a date of format code %s, %s, as exactly as it was sent: %s', async (code, text, iso) => {
    const dated = UK_DECLARATION.replace('formatCode="304">20260303100000+01', `formatCode="${code}">${text}`);
    expect((await sentOf('xml', ukMessage(dated))).sent.expected_arrival_at).toBe(iso);
  });

  it('amend what they name, with the elements they replace and nothing else', async () => {
    const shipment = `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>1</SequenceNumeric><Commodity><GoodsMeasure>
<NetNetWeightMeasure unitCode="KGM">0.9</NetNetWeightMeasure></GoodsMeasure></Commodity></GovernmentAgencyGoodsItem></GoodsShipment>`;
    const { sent, act } = await sentOf('xml', ukMessage(ukAct('COR', shipment)), { defaultOffice: 'NLRTM' });
    expect(act).toEqual({ act: 'amend', mrn: '26GB0000000000001X', reference: 'LRN-UK-1', reason: 'Wrong weight' });
    expect(sent).toEqual({ items: [{ item_number: '1', net_mass_kg: '0.9' }] });
  });

  const NET = '<NetNetWeightMeasure>0.9</NetNetWeightMeasure>';
  const pointing = (pointers: readonly string[], measures = NET) =>
    ukAct(
      'COR',
      `<GoodsShipment><GovernmentAgencyGoodsItem><SequenceNumeric>2</SequenceNumeric><Commodity><GoodsMeasure>${measures}</GoodsMeasure></Commodity></GovernmentAgencyGoodsItem></GoodsShipment>`,
    ).replace(
      '</ChangeReasonCode>',
      `</ChangeReasonCode>${pointers
        .map((pointer) => {
          const [, section, sequence = '1', tag] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(pointer) ?? [];
          return `<Pointer><SequenceNumeric>${sequence}</SequenceNumeric><DocumentSectionCode>${section}</DocumentSectionCode>${tag ? `<TagID>${tag}</TagID>` : ''}</Pointer>`;
        })
        .join('')}`,
    );
  const MEASURE = ['42A', '67A', '68A[2]', '23A'];
  const problemsOf = async (declaration: string) =>
    (await rowsOf('xml', ukMessage(declaration)))[0]?.problems.map(({ code, params }) => [code, params?.element]);

  it('amend by pointer what the message holds a value for', async () => {
    expect(await problemsOf(pointing([...MEASURE, '65A.128']))).toEqual([]);
    expect(await problemsOf(pointing([...MEASURE, '65A']))).toEqual([]);
    const { sent } = await sentOf('xml', ukMessage(pointing([...MEASURE, '65A.128'])));
    expect(sent).toEqual({ items: [{ item_number: '2', net_mass_kg: '0.9' }] });
  });

  const ITEM_PATH = 'GoodsShipment/GovernmentAgencyGoodsItem';
  it.each([
    [
      'an element the message does not hold',
      [...MEASURE, '65A.130'],
      NET,
      'amend_removal',
      `${ITEM_PATH}/Commodity/GoodsMeasure/TariffQuantity`,
    ],
    [
      'a class the message does not hold',
      [...MEASURE, '79A'],
      NET,
      'amend_removal',
      `${ITEM_PATH}/Commodity/InvoiceLine`,
    ],
    ['a goods item the message does not hold', ['42A', '67A', '68A[1]'], NET, 'amend_removal', ITEM_PATH],
    ['a goods item of which only the number is left', ['42A', '67A', '68A[2]'], '', 'amend_removal', ITEM_PATH],
    ['a tag that is not known', [...MEASURE, '65A.999'], NET, 'amend_pointer', undefined],
    ['a class that is not known', ['42A', '67A', '99Z'], NET, 'amend_pointer', undefined],
    ['no declaration', ['67A'], NET, 'amend_pointer', undefined],
  ] as const)('are refused where a pointer beside a good value names %s', async (_, pointers, measures, code, path) => {
    expect(await problemsOf(pointing(pointers, measures))).toContainEqual([code, path]);
  });

  it('are refused where an element is sent empty, which asks to remove it', async () => {
    const empty = pointing([], '<NetNetWeightMeasure>0.9</NetNetWeightMeasure><TariffQuantity/>');
    expect(await problemsOf(empty)).toEqual([
      ['amend_removal', 'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/TariffQuantity'],
    ]);
  });

  it('cancel what they name', async () => {
    const { sent, act } = await sentOf('xml', ukMessage(ukAct('INV')));
    expect(act).toMatchObject({ act: 'cancel', mrn: '26GB0000000000001X', reference: 'LRN-UK-1' });
    expect(sent).toEqual({ items: [] });
  });
});

describe('declarations of the Dutch DECO system', () => {
  it('fill the columns, with the exporter of the goods item and the office of the partner', async () => {
    const { sent } = await sentOf('xml', NL_MESSAGE, { defaultOffice: 'NLRTM', defaultChannel: 'post' });
    expect(sent).toEqual({
      reference: 'LRN-NL-1',
      lrn: 'LRN-NL-1',
      regime: 'h7',
      channel: 'post',
      s10_id: 'CX123456785CN',
      office: 'NLRTM',
      transaction_type: 'gift',
      sender_name: 'Case World',
      sender_address: '1 Harbour Rd',
      sender_country: 'CN',
      recipient_name: 'Jan Voorbeeld',
      recipient_address: 'Dorpsweg 2',
      recipient_city: 'Breda',
      recipient_country: 'NL',
      gross_mass_kg: '0.420',
      transport_cost: '2.10',
      transport_currency: 'EUR',
      items: [
        { item_number: '1', description: 'Phone case', commodity_code: '392690', value: '8.50', currency: 'EUR' },
      ],
      unknown: {
        'DeclarationOffice/ID': 'NL000396',
        'GoodsShipment/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/GrossMassMeasure': '0.2',
        'GoodsShipment/GovernmentAgencyGoodsItem/GovernmentProcedure/AdditionalProcedure/ProcedureCode': 'C08',
        'GoodsShipment/GovernmentAgencyGoodsItem/Packaging/QuantityQuantity': '1',
      },
    });
  });

  it('stay as they are when only the time of preparation differs: a resend is no new version', async () => {
    const later = NL_MESSAGE.replace('20260301120000Z', '20260301130000Z');
    expect(contentHash((await sentOf('xml', later)).sent)).toBe(contentHash((await sentOf('xml', NL_MESSAGE)).sent));
  });

  it('are refused by validation where neither message nor partner tell office, arrival and channel', async () => {
    const { records } = await runIntake('xml', NL_MESSAGE, 50);
    const outcome = records[0]?.outcome;
    const found =
      outcome?.ok === false
        ? outcome.problems
            .filter(({ severity }) => severity === 'error')
            .map(({ pointer, code, line }) => [pointer, code, line])
        : [];
    expect(found).toEqual([
      ['office', 'office_unknown', 6],
      ['channel', 'required', 4],
      ['expected_arrival_at', 'required', 4],
    ]);
  });
});
