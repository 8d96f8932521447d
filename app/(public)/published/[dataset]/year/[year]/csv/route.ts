import { definePublicRoute } from '@/app/_server/define-route';
import { spanFile } from '@/app/_server/span-file';

/** The table of a year as a file. */
export const GET = definePublicRoute<{ dataset: string; year: string }>(({ params, request }) =>
  spanFile({ dataset: params.dataset, kind: 'year', span: params.year, on: request.nextUrl.searchParams.get('on') }),
);
