import { definePublicCall } from '@/app/_server/define-call';
import { READ_DOCUMENT } from '@/lib/api/calls';
import { apiDocumentAt } from '@/lib/api/document';

/** The API as an OpenAPI 3.1 document, for whoever writes a program against it. */
export const GET = definePublicCall(READ_DOCUMENT, async ({ answer }) => answer(200, apiDocumentAt(new Date())));
