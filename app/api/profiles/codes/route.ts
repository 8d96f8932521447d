import { getLocale, getTranslations } from 'next-intl/server';
import { defineRoute } from '@/app/_server/define-route';
import { listCodes } from '@/db/queries/profile/list-codes';
import { listLatestNames } from '@/db/queries/profile/list-latest-names';
import { listNames } from '@/db/queries/profile/list-lists';
import { listMarketplaces } from '@/db/queries/profile/list-marketplaces';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { CHANNELS, COLLECTION_MODELS, REGIMES, TRANSACTION_TYPES, TRANSPORT_MODES } from '@/lib/consignment/codes';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import type { CodeKind, FieldName } from '@/lib/profile/fields';

type Option = { readonly value: string; readonly label: string };

/** What the values of conditions are chosen from, with their names in the reader's language; asked for once an editor is open. */
export const GET = defineRoute('profile.read', async ({ actor }) => {
  const [locale, codes, lists, marketplaces, latest, word, risk, quality] = await Promise.all([
    getLocale(),
    listCodes(actor),
    listNames(actor),
    listMarketplaces(actor),
    listLatestNames(actor),
    getTranslations('consignment.word'),
    getTranslations('risk.indicator'),
    getTranslations('quality.finding'),
  ]);
  const display = (type: 'region' | 'currency', all: readonly string[]): Option[] => {
    const names = new Intl.DisplayNames(locale, { type, fallback: 'code' });
    return all.map((value) => named(value, names.of(value)));
  };
  const worded = (
    kind: 'regime' | 'channel' | 'transport_mode' | 'transaction_type' | 'collection_model',
    all: readonly string[],
  ) => all.map((value) => ({ value, label: word(`${kind}.${value}` as 'channel.post') }));
  const options: Partial<Record<CodeKind, readonly Option[]>> = {
    country: display('region', codes.countries),
    currency: display('currency', codes.currencies),
    office: codes.offices.map(({ code, name }) => named(code, name)),
    partner: codes.partners.map(({ code, name }) => ({ value: code, label: name })),
    hs: codes.goods.map(({ code, name }) => named(code, name)),
    regime: worded('regime', REGIMES),
    channel: worded('channel', CHANNELS),
    transportMode: worded('transport_mode', TRANSPORT_MODES),
    transactionType: worded('transaction_type', TRANSACTION_TYPES),
    collectionModel: worded('collection_model', COLLECTION_MODELS),
    indicator: INDICATOR_CODES.map((value) => ({ value, label: risk(`${value}.title` as 'undervaluation.title') })),
    warning: PROBLEM_CODES.map((value) => ({
      value,
      label: quality.has(value as never) ? quality(value as never) : value,
    })),
  };
  const asNamed = (all: readonly string[]): Option[] => all.map((value) => ({ value, label: value }));
  const names: Partial<Record<FieldName, readonly Option[]>> = {
    marketplace: asNamed(marketplaces),
    sellerName: asNamed(latest.sellers),
    schemeId: asNamed(latest.schemes),
  };
  return Response.json({ options, names, lists });
});

/** The code and its name, found by either. */
const named = (value: string, name: string | undefined): Option => ({
  value,
  label: name && name !== value ? `${value} – ${name}` : value,
});
