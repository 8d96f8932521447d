import type { Random } from '@/lib/kernel/prng';
import { between, pick } from '../draw';
import type { Draft, DraftRecord } from '../types';

type Change = (random: Random, draft: Draft) => Draft;

function withRecord(draft: Draft, change: Partial<DraftRecord>): Draft {
  return { ...draft, record: { ...draft.record, ...change } };
}

/** The mass as weighed in the hub, a little more than the sender wrote. */
const reweigh: Change = (random, draft) => {
  const grams = Math.round(Number(draft.record.gross_mass_kg ?? '0.2') * 1000 * between(random, 1.03, 1.25)) + 5;
  return withRecord(draft, { gross_mass_kg: (grams / 1000).toFixed(3) });
};

const delay: Change = (random, draft) => {
  const hours = Math.ceil(between(random, 3, 40));
  const arrival = Date.parse(draft.record.expected_arrival_at ?? '') + hours * 3_600_000;
  return withRecord(draft, { expected_arrival_at: new Date(arrival).toISOString() });
};

const describeBetter: Change = (_random, draft) =>
  withRecord(draft, {
    items: draft.record.items.map((item) => ({
      ...item,
      description: `${item.description ?? ''}, new, retail packed`,
    })),
  });

/** A true value that is halved after the first message, as if to slip under a limit. */
const lowerValue: Change = (_random, draft) => {
  if (draft.truth.outcome !== 'conform' || draft.record.items.length !== 1) return delay(_random, draft);
  const [item] = draft.record.items;
  const quantity = BigInt(item?.quantity ?? '1');
  const [units = '0', cents = ''] = (item?.value ?? '0').split('.');
  const minor = BigInt(units + cents);
  if (quantity !== 1n || minor < 400n) return delay(_random, draft);
  const half = ((minor * 2n) / 5n).toString().padStart(cents.length + 1, '0');
  const value = cents ? `${half.slice(0, -cents.length)}.${half.slice(-cents.length)}` : half;
  return {
    ...withRecord(draft, { items: [{ ...item, value }] }),
    truth: { outcome: 'undervalued', trueUnitValues: { '1': item?.value ?? '0' } },
  };
};

/** Shares of records that are sent again as they were, and with another content. */
export const RESEND_SHARES = { unchanged: 0.005, changed: 0.009 } as const;

/** The same consignment with something changed: a new version of its data. */
export function amend(random: Random, draft: Draft): Draft {
  return pick(random, [reweigh, delay, delay, describeBetter, lowerValue])(random, draft);
}
