import { getTranslations } from 'next-intl/server';
import { defineRoute } from '@/app/_server/define-route';
import { recordSimulationExport } from '@/db/commands/simulation/record-simulation-export';
import { getSimulation } from '@/db/queries/simulation/get-simulation';
import { NotFoundError } from '@/lib/kernel/errors';
import { simulationJson, simulationLines } from '@/lib/simulation/export-lines';

/** As many as stand side by side on a page. */
const MOST = 4;
const LIMITS = ['static', 'scores', 'thresholds', 'declared', 'controls', 'gained', 'profiles', 'indicators'] as const;

/** One simulation or some side by side as a file, what each was asked at its head. */
export const GET = defineRoute('simulation.read', async ({ actor, request }) => {
  const search = request.nextUrl.searchParams;
  const ids = [...new Set(search.getAll('id'))];
  const format = search.get('format') === 'json' ? 'json' : 'csv';
  if (ids.length === 0 || ids.length > MOST) throw new NotFoundError('simulation');
  const simulations = await Promise.all(ids.map((id) => getSimulation(actor, id)));
  const [t, tRelease] = await Promise.all([
    getTranslations('simulation.limits'),
    getTranslations('simulation.release'),
  ]);
  const method = [...LIMITS.map((limit) => t(limit)), tRelease('lead')];
  for (const id of ids) await recordSimulationExport(actor, id, format);
  const body =
    format === 'json' ? simulationJson(simulations, method) : [...simulationLines(simulations, method)].join('');
  const type = format === 'json' ? 'application/json' : 'text/csv; charset=utf-8; header=present';
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="luxor-simulation-${ids[0]?.slice(0, 8)}.${format}"`,
      'x-content-type-options': 'nosniff',
    },
  });
});
