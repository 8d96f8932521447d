import { z } from 'zod';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { CHANNELS, LANES } from '@/lib/consignment/codes';
import { storable } from '@/lib/kernel/storable';

/** The tabs of the queue: what an officer can do something about, and what was decided in the last 24 hours. */
export const QUEUE_TABS = ['new', 'mine', 'waiting', 'snoozed', 'examination', 'second', 'kept', 'decided'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

/** Without repeats and in the order of the code list, so that equal filters have equal addresses. */
const someOf = <Code extends string>(codes: readonly Code[]) =>
  z
    .preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string()))
    .transform((given) => codes.filter((code) => given.some((text) => text.split(',').includes(code))));

const single = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);

const PARAMS = z.object({
  tab: single(z.enum(QUEUE_TABS)).catch('new'),
  office: single(z.string().min(1)).nullable().catch(null),
  lane: someOf(LANES).catch([]),
  channel: someOf(CHANNELS).catch([]),
  score: single(z.coerce.number().int().min(1).max(100)).nullable().catch(null),
  partner: single(z.guid()).nullable().catch(null),
  q: single(z.string().transform(storable).pipe(z.string().trim().min(1).max(60)))
    .nullable()
    .catch(null),
  indicator: single(z.enum(INDICATOR_CODES)).nullable().catch(null),
  updated: single(z.literal('1'))
    .transform(() => true)
    .catch(false),
});

/**
 * What the queue shows. `officeId` null stands for the officer's current office. It is kept as it was asked for, whatever its shape:
 * whoever asks for an office that does not exist must not be shown another one.
 */
export type QueueFilter = {
  readonly tab: QueueTab;
  readonly officeId: string | null;
  readonly lane: readonly (typeof LANES)[number][];
  readonly channel: readonly (typeof CHANNELS)[number][];
  readonly minScore: number | null;
  readonly partnerId: string | null;
  /** Start of a reference, an S10 identifier or a description. */
  readonly text: string | null;
  readonly indicator: (typeof INDICATOR_CODES)[number] | null;
  readonly updated: boolean;
};

export type UrlParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads the filter from an address. A value nobody could have chosen on the page counts as not given, the office excepted. */
export function parseQueueFilter(params: UrlParams): QueueFilter {
  const parsed = PARAMS.parse({
    tab: params.tab,
    office: params.office,
    lane: params.lane,
    channel: params.channel,
    score: params.score,
    partner: params.partner,
    q: params.q,
    indicator: params.indicator,
    updated: params.updated,
  });
  return {
    tab: parsed.tab,
    officeId: parsed.office,
    lane: parsed.lane,
    channel: parsed.channel,
    minScore: parsed.score,
    partnerId: parsed.partner,
    text: parsed.q,
    indicator: parsed.indicator,
    updated: parsed.updated,
  };
}

/** The filter as address parameters: only what differs from the empty filter, always in the same order. */
export function queueFilterParams(filter: QueueFilter): Record<string, string> {
  const params: Record<string, string> = {};
  if (filter.tab !== 'new') params.tab = filter.tab;
  if (filter.officeId) params.office = filter.officeId;
  if (filter.lane.length > 0) params.lane = filter.lane.join(',');
  if (filter.channel.length > 0) params.channel = filter.channel.join(',');
  if (filter.minScore !== null) params.score = String(filter.minScore);
  if (filter.partnerId) params.partner = filter.partnerId;
  if (filter.text) params.q = filter.text;
  if (filter.indicator) params.indicator = filter.indicator;
  if (filter.updated) params.updated = '1';
  return params;
}

/** The filter of an address without parameters. */
export const EMPTY_QUEUE_FILTER: QueueFilter = parseQueueFilter({});
