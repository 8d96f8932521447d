import type { Random } from '@/lib/kernel/prng';
import { pick } from '../draw';
import { s10Id } from '../identifiers';
import type { DraftRecord } from '../types';
import { STOP_WORDS } from './vague-forwarder';

/** Share of the bad broker's records that carry a fault. */
export const BROKER_FAULT_SHARE = 0.25;

type Fault = (record: DraftRecord, random: Random) => DraftRecord;

function withoutColumn(record: DraftRecord, ...columns: (keyof DraftRecord)[]): DraftRecord {
  const rest = { ...record };
  for (const column of columns) delete rest[column];
  return { ...rest, items: record.items };
}

function withFirstItem(record: DraftRecord, change: Partial<DraftRecord['items'][number]>): DraftRecord {
  return { ...record, items: record.items.map((item, index) => (index === 0 ? { ...item, ...change } : item)) };
}

/** Another digit than the right one in the check position of a postal id. */
function wrongCheckDigit(record: DraftRecord): DraftRecord {
  const right =
    record.s10_id ?? s10Id('CP', Number((record.reference ?? '').slice(-7)), record.dispatch_country ?? 'CN');
  const wrong = (Number(right.charAt(10)) + 3) % 10;
  return { ...record, channel: 'post', s10_id: `${right.slice(0, 10)}${wrong}${right.slice(11)}` };
}

const FAULTS: readonly Fault[] = [
  (record) =>
    withFirstItem(record, {
      value: `${record.items[0]?.value ?? '1.00'}`.replace('.', ',').replace(/^(\d+)$/, '$1,00'),
    }),
  (record) => withFirstItem(record, { value: `1,${record.items[0]?.value ?? '100.00'}` }),
  (record) => withFirstItem(record, { net_mass_kg: 'approx 1kg' }),
  (record) => withoutColumn(record, 'sender_name'),
  (record) => withoutColumn(record, 'recipient_name'),
  (record) => withoutColumn(record, 'recipient_address', 'recipient_city', 'recipient_postcode'),
  wrongCheckDigit,
  (record) => ({ ...record, sender_country: 'UK' }),
  (record, random) => ({ ...record, recipient_country: pick(random, ['Germany', 'HOL', 'FRA']) }),
  (record) => ({
    ...record,
    expected_arrival_at: (record.expected_arrival_at ?? '').slice(0, 10).split('-').reverse().join('/'),
  }),
  (record) => ({ ...record, expected_arrival_at: '2026-02-30T09:00:00Z' }),
  (record) => withoutColumn(record, 'office'),
  (record, random) => ({ ...record, office: pick(random, ['NLXXX', 'ROTTERDAM', 'EHRD']) }),
  (record) => withFirstItem(record, { currency: 'EURO' }),
  (record) => withFirstItem(record, { description: '' }),
  (record, random) => withFirstItem(record, { description: pick(random, STOP_WORDS) }),
  (record) => ({ ...record, channel: 'airmail' }),
];

/** The record as the bad broker keys it: one real fault that keeps it from being accepted. */
export function keyBadly(random: Random, record: DraftRecord): DraftRecord {
  return pick(random, FAULTS)(record, random);
}
