import 'server-only';
import type { Executor } from '@/db/connection';
import { codeListsInForce } from '@/db/queries/policy/code-lists-in-force';
import { offices, partners } from '@/db/schema';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { CHANNELS, COLLECTION_MODELS, REGIMES, TRANSACTION_TYPES, TRANSPORT_MODES } from '@/lib/consignment/codes';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import { dayOf } from '@/lib/kernel/dates';
import type { KnownCodes } from '@/lib/profile/check-values';

/** The codes that the values of conditions may be, of the lists in force at an instant. Scheme numbers are known to nobody in full. */
export async function knownCodes(from: Executor, at: Date): Promise<KnownCodes> {
  const lists = await codeListsInForce(from, dayOf(at));
  const ownOffices = await from.select({ id: offices.id }).from(offices);
  const senders = await from.select({ id: partners.id }).from(partners);
  const { chapters, headings, subheadings } = lists.nomenclature;
  return {
    country: lists.countries,
    currency: new Set(lists.currencies.keys()),
    hs: new Set([...chapters, ...headings, ...subheadings]),
    office: new Set([...lists.offices, ...ownOffices.map(({ id }) => id)]),
    partner: new Set(senders.map(({ id }) => id)),
    regime: new Set(REGIMES),
    channel: new Set(CHANNELS),
    transportMode: new Set(TRANSPORT_MODES),
    transactionType: new Set(TRANSACTION_TYPES),
    collectionModel: new Set(COLLECTION_MODELS),
    warning: new Set(PROBLEM_CODES),
    indicator: new Set(INDICATOR_CODES),
  };
}
