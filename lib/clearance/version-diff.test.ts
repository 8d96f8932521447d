import { describe, expect, it } from 'vitest';
import { maskParty, maskSeller } from './mask-party';
import { diffVersions } from './version-diff';

describe('The difference of two versions', () => {
  it('names changed, new and removed fields, items paired by their number', () => {
    const before = {
      office: 'NLRTM',
      items: [
        { item_number: '1', value: '5' },
        { item_number: '2', value: '7' },
      ],
    };
    const after = { office: 'BELGG', items: [{ item_number: '2', value: '8' }] };
    expect(diffVersions(before, after).map(({ pointer, before: was, after: is }) => [pointer, was, is])).toEqual([
      ['office', 'NLRTM', 'BELGG'],
      ['items.0.value', '7', '8'],
      ['items.removed_1.item_number', '1', null],
      ['items.removed_1.value', '5', null],
    ]);
  });
  it('says that a personal field changed, never from what to what', () => {
    expect(diffVersions({ recipient_name: 'Mara', items: [] }, { recipient_name: 'Maya', items: [] })).toEqual([
      { pointer: 'recipient_name', before: null, after: null, isPersonal: true },
    ]);
    expect(diffVersions({ sender_country: 'CN', items: [] }, { sender_country: 'HK', items: [] })).toMatchObject([
      { before: 'CN', after: 'HK', isPersonal: false },
    ]);
  });
});

describe('The seller', () => {
  it('is named in a sale, and an initial in anything else', () => {
    expect(maskSeller('Jade Harbour Cables', 'sale')).toBe('Jade Harbour Cables');
    expect(['gift', 'returned_goods', 'other', null].map((type) => maskSeller('mara Veldkamp', type))).toEqual(
      Array(4).fill('M***'),
    );
    expect(maskSeller(null, 'gift')).toBeNull();
  });
  it('is compared by name between versions of a sale alone', () => {
    const was = { transaction_type: 'sale', seller_name: 'Jade Cables', items: [] };
    expect(diffVersions(was, { ...was, seller_name: 'Jade Lamps' })).toMatchObject([{ after: 'Jade Lamps' }]);
    expect(diffVersions(was, { ...was, transaction_type: 'gift', seller_name: 'Mara' })).toMatchObject([
      { pointer: 'transaction_type' },
      { pointer: 'seller_name', before: null, after: null, isPersonal: true },
    ]);
  });
});

describe('A masked party', () => {
  it('keeps an initial, the city and the country', () => {
    const party = { name: ' émile Zola', city: 'Paris', country: 'FR' };
    expect(maskParty(party)).toEqual({ initial: 'É***', city: 'Paris', country: 'FR' });
    expect(maskParty({ ...party, name: '' }).initial).toBeNull();
  });
});
