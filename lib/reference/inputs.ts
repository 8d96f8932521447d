import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { REFERENCE_KINDS } from './kinds';

const day = z.string().refine((text) => parseDay(text) !== null, 'day');
const name = (most: number) => z.string().trim().min(1, 'required').max(most, 'too_big');

/** What is said about a file beside the file. */
export const PREVIEW_INPUT = z.strictObject({
  kind: z.enum(REFERENCE_KINDS, 'unknown_kind'),
  series: name(40).nullable(),
  edition: name(100),
  validFrom: day,
  fileName: name(200),
});

/** The fingerprint is that of the preview somebody looked at. */
export const CONFIRM_INPUT = z.strictObject({ loadId: z.uuid(), fingerprint: z.string().regex(/^[0-9a-f]{64}$/) });

export const DISCARD_INPUT = z.strictObject({ loadId: z.uuid() });

/** The edition of a file that nobody named: the name of the file without its ending, and the part of it that is read. */
export function editionOfFile(fileName: string, series: string | null): string {
  const part = series === null ? '' : ` (${series.slice(0, 40)})`;
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 100 - part.length) + part;
}
