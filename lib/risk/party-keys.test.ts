import { describe, expect, it } from 'vitest';
import type { Party } from '@/lib/consignment/record';
import { aRecord } from '@/tests/support/records';
import { partyKeys, schemeUserOf } from './party-keys';

const { recipient, sender } = aRecord();
const keysOf = (changes: Partial<Party>) => partyKeys(aRecord({ recipient: { ...recipient, ...changes } }));

describe('history keys', () => {
  it.each([
    ['in capitals', { name: 'MARA VELDKAMP' }],
    ['turned round', { name: 'Veldkamp, Mara' }],
    ['with a form of address', { name: 'Mevr. Mara Veldkamp' }],
    ['with accents', { name: 'Mára Veldkamp' }],
    ['with the postcode written together', { postcode: '3511aa' }],
  ])('one recipient %s keeps one key', (_, changes) => {
    expect(keysOf(changes).recipient).toBe(keysOf({}).recipient);
  });

  it.each([
    ['abbreviated', { address: 'Lindenstr. 12' }],
    ['with the number first', { address: '12 Lindenstraat' }],
    ['with noise', { address: 'Lindenstraat nr 12' }],
    ['under another name', { name: 'Joris Ankersmit' }],
  ])('one address %s keeps one key', (_, changes) => {
    expect(keysOf(changes).address).toBe(keysOf({}).address);
  });

  it.each([
    ['name', { name: 'Mara Veldkampf' }],
    ['postcode', { postcode: '3512 AB' }],
    ['country', { country: 'BE' }],
  ])('another %s is another recipient', (_, changes) => {
    expect(keysOf(changes).recipient).not.toBe(keysOf({}).recipient);
  });

  describe('of a recipient known by number alone', () => {
    const unnamed = { name: '', address: null, city: null, postcode: null };
    const known = (id: string) => keysOf({ ...unnamed, id });
    it('are those of the number', () => {
      expect(known('NL001')).toEqual(known('NL001'));
      expect(known('NL002').recipient).not.toBe(known('NL001').recipient);
      expect(known('NL002').address).not.toBe(known('NL001').address);
    });
    it('are those of the name as soon as there is one', () => {
      expect(keysOf({ id: 'NL001' })).toEqual(keysOf({ id: null }));
    });
  });

  it.each([
    ['with the country dialled otherwise', '0031 20 555 01 42'],
    ['with a trunk zero', '020-555 0142'],
  ])('one telephone %s keeps one key', (_, phone) => {
    expect(keysOf({ phone: '+31 20 555 0142' }).phone).toBe(keysOf({ phone }).phone);
  });

  it('no telephone, or one that is none, has no key', () => {
    expect([keysOf({ phone: null }).phone, keysOf({ phone: '112' }).phone]).toEqual([null, null]);
    expect(keysOf({ phone: '+31 20 555 0142' }).phone).toMatch(/^[0-9a-f]{32}$/);
  });

  it('another house is another address', () => {
    expect(keysOf({ address: 'Lindenstraat 14' }).address).not.toBe(keysOf({}).address);
  });

  it('no key shows a name or an address', () => {
    const keys = partyKeys(aRecord({ schemeId: 'IM5281234567' }));
    for (const key of [keys.sender, keys.recipient, keys.address]) expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(keys.scheme).toBe('IM5281234567');
    expect(keys.sender).not.toBe(partyKeys(aRecord({ sender: { ...sender, country: 'VN' } })).sender);
  });
});

describe('the user of a scheme number', () => {
  const senders = Array.from({ length: 14 }, (_, index) => `sender ${index}`);
  const users = (marketplace: string | null, platform: string | null) =>
    new Set(senders.map((senderKey) => schemeUserOf({ marketplace, platform, senderKey }))).size;
  it('is one marketplace with fourteen sellers, however its name is written', () => {
    expect(users('Harbour Lane', null)).toBe(1);
    const name = (marketplace: string) => schemeUserOf({ marketplace, platform: null, senderKey: 'x' });
    expect(name('HARBOUR  lane')).toBe(name('Harbour Lane'));
  });
  it('is the platform that sent the data where its sellers name no marketplace', () => {
    expect(users(null, 'p1')).toBe(1);
  });
  it('is each of fourteen strangers whom nothing holds together', () => {
    expect(users(null, null)).toBe(14);
  });
});
