import { getLocale, getTranslations } from 'next-intl/server';
import { defineRoute } from '@/app/_server/define-route';
import { refuseDays } from '@/app/_server/refuse-days';
import { speechOf } from '@/components/audit/speech';
import { recordAuditExport } from '@/db/commands/identity/record-audit-export';
import { type AuditBatch, readAudit } from '@/db/queries/audit/list-audit';
import { AUDIT_CSV_COLUMNS, auditCells } from '@/lib/audit/csv';
import { isReversed, parseAuditFilter } from '@/lib/audit/filter';
import type { Speech } from '@/lib/audit/say';
import { csvLine } from '@/lib/kernel/csv';
import { dayOf } from '@/lib/kernel/dates';

/** The rows the page shows, all pages of them, as CSV; streamed, and noted in the log itself. */
export const GET = defineRoute('audit.read', async ({ actor, request }) => {
  const filter = parseAuditFilter(Object.fromEntries(request.nextUrl.searchParams));
  if (isReversed(filter)) return refuseDays('reversed');
  await recordAuditExport(actor, filter);
  const batches = readAudit(actor, filter);
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(csvLine([...AUDIT_CSV_COLUMNS]))),
    pull: async (controller) => {
      const { value, done } = await batches.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(linesOf(value, speechOf(t, locale, value.currency))));
    },
    cancel: async () => {
      await batches.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="audit-${dayOf(new Date())}.csv"`,
    },
  });
});

const linesOf = ({ rows, names }: AuditBatch, speech: Speech): string =>
  rows.map((row) => csvLine(auditCells(row, names, speech))).join('');
