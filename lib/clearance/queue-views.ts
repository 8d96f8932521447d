import { z } from 'zod';
import { storable } from '@/lib/kernel/storable';
import { EMPTY_QUEUE_FILTER, parseQueueFilter, type QueueFilter, queueFilterParams } from './queue-filter';

/** Views one person may keep: more than fit a line are found no faster than made anew. */
export const VIEWS_MAX = 12;
const PREFIX = 'queue.view.';

/** A filter of the queue under a name a person gave it; it applies to whichever office the person works in. */
export type QueueView = { readonly name: string; readonly query: Readonly<Record<string, string>> };

const name = z.string().transform(storable).pipe(z.string().trim().min(1, 'required').max(40, 'too_big'));
export const SAVE_VIEW_INPUT = z.strictObject({ name, query: z.string().max(500) });
export const DROP_VIEW_INPUT = z.strictObject({ name });

/** Where the preferences of a person keep a view. */
export const viewKey = (viewName: string): string => `${PREFIX}${viewName}`;

/** What a view keeps of a filter: neither the office nor the place on a page. Always written alike, so that equal views are equal texts. */
export function viewQuery(filter: QueueFilter): string {
  return new URLSearchParams(queueFilterParams({ ...filter, officeId: null })).toString();
}

/** Reads the filter out of an address text; what is no filter counts as not given. */
export function readViewQuery(text: string): QueueFilter {
  return { ...parseQueueFilter(Object.fromEntries(new URLSearchParams(text))), officeId: null };
}

/** Whether a filter narrows anything: a tab alone is one press away and needs no name. */
export function isWorthKeeping(filter: QueueFilter): boolean {
  return viewQuery({ ...filter, tab: EMPTY_QUEUE_FILTER.tab }) !== '';
}

/** The views among the preferences of a person, by name. */
export function queueViewsOf(preferences: Readonly<Record<string, string>>): readonly QueueView[] {
  return Object.entries(preferences)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, text]) => ({ name: key.slice(PREFIX.length), query: queueFilterParams(readViewQuery(text)) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
