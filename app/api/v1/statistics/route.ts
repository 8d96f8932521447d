import { definePublicCall } from '@/app/_server/define-call';
import { routes } from '@/app/_server/routes';
import { listPublished } from '@/db/queries/publication/published';
import { LIST_STATISTICS } from '@/lib/api/statistics-calls';
import { DATASET_IDS } from '@/lib/publication/datasets';

/** Every release that went out, with the address of each of its tables. */
export const GET = definePublicCall(LIST_STATISTICS, async ({ answer }) => {
  const releases = await listPublished();
  return answer(200, {
    releases: releases.map(({ month, number, publishedAt, note }) => ({
      ...{ month, vintage: number, publishedAt: publishedAt.toISOString(), note },
      datasets: DATASET_IDS.map((dataset) => ({
        dataset,
        href: routes.publishedApi(dataset, { month, vintage: number }),
      })),
    })),
  });
});
