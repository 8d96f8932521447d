import { z } from 'zod';
import { OFFICE_CODE } from '@/lib/consignment/office-code';
import { storable } from '@/lib/kernel/storable';
import { parseQuestion, type Question, questionParams } from './question';

/** Views one person may keep. */
export const VIEWS_MAX = 40;
const QUERY_CHARS_MAX = 4_000;
const OFFICES_MAX = 200;

const name = z.string().transform(storable).pipe(z.string().trim().min(1, 'required').max(60, 'too_big'));
/** Offices whose people see the view; none leaves it to its owner. A form with one tick sends one text. */
const offices = z
  .preprocess(
    (value) => (value === undefined || value === '' ? [] : [value].flat()),
    z.array(z.string().regex(OFFICE_CODE)).max(OFFICES_MAX),
  )
  .transform((codes) => [...new Set(codes)].sort());

export const KEEP_VIEW_INPUT = z.strictObject({ name, offices, query: z.string().max(QUERY_CHARS_MAX) });
export const CHANGE_VIEW_INPUT = z.strictObject({
  viewId: z.uuid(),
  rowVersion: z.coerce.number().int().min(1),
  name,
  offices,
});
export const DROP_VIEW_INPUT = z.strictObject({ viewId: z.uuid(), rowVersion: z.coerce.number().int().min(1) });

/** A question as a view keeps it. Always written alike, so that equal questions are equal texts. */
export function questionQuery(question: Question): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(questionParams(question)))
    for (const one of [value].flat()) search.append(key, one);
  return search.toString();
}

/** Reads a question out of the text of an address; what is none counts as not given. */
export function readQuestion(query: string): Question {
  const search = new URLSearchParams(query);
  return parseQuestion(Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)])));
}
