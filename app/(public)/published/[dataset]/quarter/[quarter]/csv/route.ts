import { definePublicRoute } from '@/app/_server/define-route';
import { spanFile } from '@/app/_server/span-file';

/** The table of a quarter as a file. */
export const GET = definePublicRoute<{ dataset: string; quarter: string }>(({ params, request }) =>
  spanFile({
    dataset: params.dataset,
    kind: 'quarter',
    span: params.quarter,
    on: request.nextUrl.searchParams.get('on'),
  }),
);
