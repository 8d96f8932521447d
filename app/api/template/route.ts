import { defineRoute } from '@/app/_server/define-route';
import { officesInForce } from '@/db/queries/policy/offices-in-force';
import { templateCsv } from '@/lib/consignment/column-guide';
import { DAY_MS } from '@/lib/kernel/dates';

/** Of the offices in force, where it is one of them. */
const OFFICE = 'NLRTM';
const ARRIVES_IN_DAYS = 2;

/** A CSV file to begin with: every column and one row that passes today. */
export const GET = defineRoute('intake.submit', async ({ actor }) => {
  const { named } = await officesInForce(actor);
  const office = named.some(({ code }) => code === OFFICE) ? OFFICE : (named[0]?.code ?? OFFICE);
  const arrivesAt = new Date(Date.now() + ARRIVES_IN_DAYS * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z');
  return new Response(templateCsv(office, arrivesAt), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="luxor-template.csv"',
      'x-content-type-options': 'nosniff',
    },
  });
});
