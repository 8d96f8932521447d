import { describe, expect, it } from 'vitest';
import { indicatorOf } from '@/tests/support/assessed';
import { anItem, aRecord } from '@/tests/support/records';

const goods = (description: string, commodityCode: string | null = null) =>
  aRecord({ items: [anItem({ description, commodityCode })] });

describe('unacceptable terms', () => {
  it.each([
    ['Accessories', 'alone'],
    ['ACCESSORY', 'alone'],
    ['parts, 2 pcs', 'alone'],
    ['gifts!!', 'alone'],
    ['N/A', 'alone'],
    ['As per attached invoice', 'alone'],
    ['Toys 12', 'alone'],
    ['general cargo, one pallet of tiles', 'embedded'],
    ['said to contain cotton shirts', 'embedded'],
  ])('%s: the term stands %s', (description, place) => {
    expect(indicatorOf('stop_word', goods(description))?.values.place).toBe(place);
  });

  it.each([
    'Brake discs for passenger cars',
    "Men's cotton shirts",
    'USB-C charging cable 1 m',
    'Wooden toy train',
    'Paper notebook',
    'Tool box of steel',
  ])('%s says what it is', (description) => {
    expect(indicatorOf('stop_word', goods(description))).toBeNull();
  });

  it('is quoted as it was declared, and every item it stands in is named', () => {
    const items = [
      anItem({ description: 'GOODS' }),
      anItem({ itemNumber: 2, description: 'Cotton shirt' }),
      anItem({ itemNumber: 3, description: 'Gifts' }),
    ];
    expect(indicatorOf('stop_word', aRecord({ items }))).toMatchObject({
      values: { term: 'GOODS', item: 1, others: 1, otherItems: '3' },
      pointers: ['items.0.description', 'items.2.description'],
    });
    expect(indicatorOf('stop_word', goods('Shirts, SAID to Contain cotton'))?.values.term).toBe('SAID to Contain');
  });

  it('a party called Unknown is named', () => {
    const record = aRecord({ sender: { ...aRecord().sender, name: 'UNKNOWN' } });
    expect(indicatorOf('stop_word', record)).toMatchObject({ values: { place: 'party' }, pointers: ['sender_name'] });
  });
});

describe('vague descriptions', () => {
  it.each([
    ['12345', 'only_figures'],
    ['.wpx', 'file_extension'],
    ['xxxx', 'repeated_sign'],
    ['--', 'blank_like'],
    ['***', 'no_letters'],
    ['BN-00011', 'article_number'],
    ['T?', 'short'],
    ['black, large', 'empty'],
    ['beige, one size (8-16)', 'empty'],
    ['Mixed items for home', 'empty'],
    ['Daily necessities', 'empty'],
  ])('%s: %s', (description, why) => {
    expect(indicatorOf('vague_description', goods(description))?.values.why).toBe(why);
  });

  it.each(['Black leather belt', 'Wax', 'Coq10 capsules', '手机壳', 'LED bulb E27 9 W'])(
    '%s names goods',
    (description) => {
      expect(indicatorOf('vague_description', goods(description))).toBeNull();
    },
  );

  it('what the stop-word list already names is not counted twice', () => {
    expect(indicatorOf('vague_description', goods('Gift'))).toBeNull();
  });
});

describe('unclear descriptions and codes of other goods', () => {
  it('an unclear description weighs little', () => {
    expect(indicatorOf('unclear_description', goods('Qwertine'))).toMatchObject({
      points: 4,
      values: { why: 'unknown', item: 1, headings: '' },
      pointers: ['items.0.description'],
    });
    expect(indicatorOf('unclear_description', goods('100% cotton'))).toMatchObject({ values: { why: 'material' } });
    expect(indicatorOf('unclear_description', goods('Gift'))).toBeNull();
    expect(indicatorOf('unclear_description', goods('Wooden toy train'))).toBeNull();
  });

  it('a code of other goods is doubted with the words that do it, as they were declared', () => {
    expect(indicatorOf('code_mismatch', goods('HAIR DRYER 2000 W', '610910'))).toMatchObject({
      points: 8,
      values: { heading: '8516', words: expect.stringContaining('HAIR DRYER'), commodityCode: '610910', item: 1 },
      pointers: ['items.0.description', 'items.0.commodity_code'],
    });
    expect(indicatorOf('code_mismatch', goods('Electric hair dryer 2000 W', '851631'))).toBeNull();
    expect(indicatorOf('code_mismatch', goods('Electric hair dryer 2000 W', null))).toBeNull();
  });
});

describe('prohibited goods', () => {
  it.each([
    ['Pepper spray 40 ml', null, 'weapons'],
    ['Folding knife, butterfly knife style', null, 'weapons'],
    ['Firecrackers, 100 pieces', null, 'explosives'],
    ['Metal parts for sports', '930690', 'explosives'],
    ['Dried leaves, cannabis', null, 'narcotics'],
  ])('%s (%s) go to examination whatever the score', (description, code, control) => {
    expect(indicatorOf('prohibited_goods', goods(description, code))).toMatchObject({
      mandatory: true,
      values: { control },
    });
  });

  it.each(['Toy pistol with foam darts', 'Massage gun', 'Water pistol for children', 'Rifle print T-shirt'])(
    '%s are none of it',
    (description) => {
      expect(indicatorOf('prohibited_goods', goods(description))).toBeNull();
    },
  );
});

describe('restricted goods', () => {
  it.each([
    ['Antibiotic ointment', null, 'word', 26],
    ['Skin ointment', '300490', 'code', 42],
    ['Vegetable seeds, 20 kinds', null, 'word', 26],
    ['Vape pen refill', null, 'word', 26],
    ['GPS jammer', null, 'word', 26],
  ])('%s (%s), found by %s', (description, code, via, points) => {
    expect(indicatorOf('restricted_goods', goods(description, code))).toMatchObject({ points, values: { via } });
  });

  it.each([
    ['Cigarette lighter socket plug for cars', '853669'],
    ['Cheese grater', '821000'],
    ['Whisky glass set', '701337'],
    ['Honey colour wig', '670411'],
    ['LED bulb', '853952'],
  ])('%s need no permit', (description, code) => {
    expect(indicatorOf('restricted_goods', goods(description, code))).toBeNull();
  });
});

describe('data quality', () => {
  const { sender, recipient } = aRecord();

  it('a complete record is silent', () => {
    expect(indicatorOf('data_quality', aRecord())).toBeNull();
  });

  it('what the regime asks for is named field by field, 3 points each, 12 at most', () => {
    const found = indicatorOf('data_quality', aRecord({ recipient: { ...recipient, postcode: null } }));
    expect(found).toMatchObject({ points: 3, values: { missing: 1 }, pointers: ['recipient_postcode'] });
    const bare = aRecord({
      grossMassKg: null,
      houseRef: null,
      sender: { ...sender, address: null, city: null },
      recipient: { ...recipient, city: null, postcode: null },
    });
    expect(indicatorOf('data_quality', bare)).toMatchObject({ points: 12, values: { missing: 6 } });
  });

  it('mail has to say how many and how heavy, H7 does not', () => {
    const items = [anItem({ quantity: null, netMassKg: null, netMassG: null })];
    expect(indicatorOf('data_quality', aRecord({ items }))).toBeNull();
    const mail = aRecord({ regime: 'mail', s10Id: 'LX123456785CN', items });
    expect(indicatorOf('data_quality', mail)?.pointers).toEqual(['items.0.quantity', 'items.0.net_mass_kg']);
  });

  it('counts and names a field once for every item that lacks it', () => {
    const bare = { quantity: null, netMassKg: null, netMassG: null };
    const items = [anItem(bare), anItem({ ...bare, itemNumber: 2 })];
    const mail = indicatorOf('data_quality', aRecord({ regime: 'mail', s10Id: 'LX123456785CN', items }));
    expect(mail?.values.missing).toBe(4);
    expect(mail?.values.fields).toBe('items.0.quantity items.0.net_mass_kg items.1.quantity items.1.net_mass_kg');
  });

  it('a doubt of the intake counts like a missing field', () => {
    const warnings = [{ code: 'mrn_check_digit', severity: 'warning', pointer: 'mrn' }] as const;
    expect(indicatorOf('data_quality', aRecord(), {}, warnings)).toMatchObject({ points: 3, pointers: ['mrn'] });
  });

  it('goods that cannot be charged ask for documents', () => {
    const record = aRecord({ items: [anItem({ currency: 'KHR', value: '40000' })] });
    expect(indicatorOf('data_quality', record)).toMatchObject({ points: 42, pointers: ['items.0.currency'] });
  });
});
