import type { ApiCall } from './call';
import type { Operation } from './document';
import { type JsonSchema, schemaOf } from './json-schema';
import { submissionExamples } from './record-body';
import { words } from './words';

type Body = { readonly requestBody?: NonNullable<Operation['requestBody']> };

/** What a call takes as its body, with examples; nothing where it takes none. */
export function requestBodyOf(call: ApiCall, arrivesAt: string): Body {
  if (call.takesSubmission) return { requestBody: submissionBody(arrivesAt) };
  const description = () => words(`call.${call.id}.body`);
  if (call.takesFile) {
    // Known to generators of clients since OpenAPI 3.0: bytes as they are.
    const schema: JsonSchema = { type: 'string', format: 'binary' };
    const content = Object.fromEntries(call.takesFile.map((media) => [media, { schema }]));
    return { requestBody: { required: true, description: description(), content } };
  }
  if (!call.takes) return {};
  const content = { 'application/json': { schema: schemaOf(call.takes) } };
  return { requestBody: { required: true, description: description(), content } };
}

function submissionBody(arrivesAt: string): NonNullable<Operation['requestBody']> {
  const examples = submissionExamples(arrivesAt);
  const text = (media: string): JsonSchema => ({ type: 'string', contentMediaType: media });
  return {
    required: true,
    description: words('body.submission'),
    content: {
      'application/json': {
        schema: { anyOf: ['Records', 'PostalItems'].map((name) => ({ $ref: `#/components/schemas/${name}` })) },
        example: examples['application/json'],
      },
      ...Object.fromEntries(
        (['text/csv', 'application/x-ndjson', 'application/xml'] as const).map((media) => [
          media,
          { schema: text(media), example: examples[media] },
        ]),
      ),
    },
  };
}
