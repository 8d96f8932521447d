import type { NextRequest } from 'next/server';
import * as attachment from '@/app/api/v1/consignments/[reference]/attachments/[attachmentId]/route';
import * as attachments from '@/app/api/v1/consignments/[reference]/attachments/route';
import * as answers from '@/app/api/v1/consignments/[reference]/referrals/[referralId]/answer/route';
import * as response from '@/app/api/v1/consignments/[reference]/responses/[n]/route';
import * as responses from '@/app/api/v1/consignments/[reference]/responses/route';
import * as consignment from '@/app/api/v1/consignments/[reference]/route';
import * as openApi from '@/app/api/v1/openapi.json/route';
import * as statistics from '@/app/api/v1/statistics/[dataset]/route';
import * as structure from '@/app/api/v1/statistics/[dataset]/structure/route';
import * as releases from '@/app/api/v1/statistics/route';
import * as acknowledgements from '@/app/api/v1/submissions/[id]/acknowledgements/route';
import * as problems from '@/app/api/v1/submissions/[id]/problems.csv/route';
import * as submission from '@/app/api/v1/submissions/[id]/route';
import * as sent from '@/app/api/v1/submissions/[id]/sent/route';
import * as submissions from '@/app/api/v1/submissions/route';
import type { ApiCall } from '@/lib/api/call';

/** A route as a test calls it. */
export type Route = ((request: NextRequest, context: { params: Promise<never> }) => Promise<Response>) & {
  call: ApiCall;
};
/** Every route of the API, each made of the call it answers. */
export const API_ROUTES = [
  submissions.POST,
  submission.GET,
  submission.DELETE,
  acknowledgements.GET,
  problems.GET,
  sent.GET,
  consignment.GET,
  attachments.POST,
  attachment.GET,
  answers.POST,
  responses.GET,
  response.GET,
  releases.GET,
  statistics.GET,
  structure.GET,
  openApi.GET,
] as unknown as Route[];
