import { and, asc, eq } from 'drizzle-orm';
import { confirmLoad } from '@/db/commands/reference/confirm-load';
import { type Previewed, previewLoad } from '@/db/commands/reference/preview-load';
import { db } from '@/db/connection';
import { parameters } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import type { ReferenceKind } from '@/lib/reference/kinds';
import { oneByOne } from './submissions';

export type Look = {
  actor?: Actor;
  series?: string | null;
  validFrom?: string;
  edition?: string;
  announced?: number | null;
};

/** Looks at a file of reference data. */
export function lookAt(actor: Actor, kind: ReferenceKind, text: string, options: Look = {}): Promise<Previewed> {
  const { series = null, validFrom = '2026-11-01', edition = 'test 1', announced = null } = options;
  return previewLoad(
    actor,
    { kind, series, edition, validFrom, fileName: 'list.csv' },
    { body: oneByOne(Buffer.from(text)), announcedBytes: announced },
  );
}

/** Looks at a file and loads it where it changes anything. */
export async function loadAs(actor: Actor, kind: ReferenceKind, text: string, options: Look = {}) {
  const { loadId, fingerprint, status } = await lookAt(actor, kind, text, options);
  if (status === 'previewed') await confirmLoad(actor, { loadId, fingerprint });
  return { loadId, status };
}

/** A tariff by subheading. */
export const tariff = (...lines: readonly string[]) =>
  ['hs6,ad_valorem_pct,source,specific_component', ...lines].join('\n');

/** Every dated duty rate of a code, in order. */
export const dutyRows = (key: string) =>
  db()
    .select()
    .from(parameters)
    .where(and(eq(parameters.kind, 'duty_rate'), eq(parameters.key, key)))
    .orderBy(asc(parameters.validFrom), asc(parameters.revision));
