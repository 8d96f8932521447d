import { describe, expect, it } from 'vitest';
import { REQUIREMENTS } from '@/lib/policy/facts/requirements';
import { policyOn } from '@/tests/support/records';
import { REGIMES, type Regime } from './codes';
import { ALWAYS_REQUIRED, STOOD_FOR_BY } from './column-guide';
import type { SentRecord } from './columns';
import { missingColumns, RECORD_COLUMNS, type RecordColumn, type Requirement } from './requirements';

const BEFORE = '2025-08-31';
const AFTER = '2025-09-01';

const mail = (changes: Partial<SentRecord>): SentRecord => ({
  reference: 'R',
  channel: 'post',
  office: 'NLRTM',
  expected_arrival_at: '2026-03-03T10:00:00Z',
  transaction_type: 'sale',
  s10_id: 'RR473124829CN',
  sender_name: 'Shop',
  sender_address: 'Road 1',
  sender_country: 'CN',
  recipient_name: 'Max',
  recipient_address: 'Weg 1',
  recipient_city: 'Berlin',
  recipient_postcode: '10115',
  recipient_country: 'DE',
  recipient_phone: '+49 30 0000',
  gross_mass_kg: '1',
  items: [
    { description: 'Cotton shirt', value: '9', currency: 'EUR', quantity: '1', net_mass_kg: '1', origin_country: 'CN' },
  ],
  ...changes,
});
const missing = (sent: SentRecord, day: string, regime: 'mail' | 'h7' = 'mail') =>
  missingColumns(sent, policyOn(day).requirements[regime]).map(({ pointer, severity }) => `${pointer} ${severity}`);

describe('what a regime asks for', () => {
  it('is of its day: commercial mail needs a commodity code since September 2025', () => {
    expect(missing(mail({}), BEFORE)).toEqual([]);
    expect(missing(mail({}), AFTER)).toEqual(['items.0.commodity_code warning']);
  });
  it('hangs on its condition: a gift needs none', () => {
    expect(missing(mail({ transaction_type: 'gift' }), AFTER)).toEqual([]);
    expect(missing(mail({ transaction_type: 'gift', marketplace: 'Market' }), AFTER)).toEqual([
      'items.0.commodity_code warning',
    ]);
  });
  it('is of its regime: H7 asks for neither quantity nor net mass', () => {
    const bare = { description: 'Cotton shirt', value: '9', currency: 'EUR', commodity_code: '610510' };
    const sent = mail({ sender_city: 'Shenzhen', items: [bare] });
    expect(missing(sent, AFTER, 'h7')).toEqual([]);
    expect(missing(sent, AFTER)).toEqual([
      'items.0.origin_country warning',
      'items.0.quantity warning',
      'items.0.net_mass_kg warning',
    ]);
  });
  it('names a group once, with what would do instead', () => {
    const [found, ...more] = missingColumns(mail({ recipient_phone: ' ' }), policyOn(BEFORE).requirements.mail);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ pointer: 'recipient_phone', others: ['recipient_email'] });
  });
  it('refuses what is indispensable, blanks included', () => {
    expect(missing(mail({ recipient_name: '  ', office: '' }), BEFORE)).toEqual([
      'office error',
      'recipient_name error',
    ]);
  });
  it('takes a number for name and address in a declaration, and nowhere else', () => {
    const { recipient_name: _, recipient_address: __, recipient_city: ___, ...others } = mail({ sender_city: 'Yiwu' });
    const sent = { ...others, recipient_id: 'GB123456789000' };
    const ofParty = (regime: Regime) =>
      missingColumns(sent, policyOn(BEFORE).requirements[regime]).flatMap(({ column }) =>
        column.startsWith('recipient_') ? [column] : [],
      );
    expect(ofParty('h7')).toEqual([]);
    expect(ofParty('entry')).toEqual([]);
    expect(ofParty('mail')).toEqual(['recipient_name', 'recipient_address', 'recipient_city']);
    expect(ofParty('generic')).toEqual(['recipient_name', 'recipient_address', 'recipient_city']);
  });
  it('says that a number would do where both are missing', () => {
    const { sender_name: _, ...sent } = mail({ sender_city: 'Yiwu' });
    const [found] = missingColumns(sent, policyOn(BEFORE).requirements.h7);
    expect(found).toEqual({ pointer: 'sender_name', column: 'sender_name', severity: 'error', others: ['sender_id'] });
  });
  it('is what the guide to the columns says', () => {
    const cells = (column: RecordColumn) =>
      REGIMES.map((regime) => {
        const row = REQUIREMENTS.find(({ key, validTo }) => key === `${regime}/${column}` && validTo === null);
        return row?.value as Requirement;
      });
    const refuses = (cell: Requirement) => 'severity' in cell && cell.severity === 'error';
    const always = RECORD_COLUMNS.filter((column) =>
      cells(column).every((cell) => refuses(cell) && cell.presence === 'required'),
    );
    const somewhere = RECORD_COLUMNS.filter(
      (column) => column !== 'transport_currency' && !always.includes(column) && cells(column).some(refuses),
    );
    expect(new Set(always)).toEqual(ALWAYS_REQUIRED);
    expect(new Set(somewhere)).toEqual(new Set(STOOD_FOR_BY.keys()));
  });
  it('asks for the currency of an amount only where there is one', () => {
    expect(missing(mail({ transport_cost: '3' }), BEFORE)).toEqual(['transport_currency error']);
  });
});
