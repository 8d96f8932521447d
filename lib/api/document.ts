import { DAY_MS } from '@/lib/kernel/dates';
import type { ApiCall, ApiHeader } from './call';
import { API_CALLS } from './calls';
import { type JsonSchema, namedSchemas, schemaOf } from './json-schema';
import { API_PROBLEMS, type ApiProblemCode } from './problems';
import { postalSchemas } from './postal-body';
import { recordSchemas } from './record-body';
import { requestBodyOf } from './request-body';
import { columnWords, fieldWords, words } from './words';

/** Of the contract, not of the product: it rises when a program written against it would have to change. */
const API_VERSION = '1.0.0';
const ARRIVES_IN_DAYS = 2;
const PROBLEM_TYPE = 'application/problem+json';

export type MediaType = { readonly schema: JsonSchema; readonly example?: unknown };
export type Header = { readonly description: string; readonly schema: JsonSchema };
export type Answer = {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content: Readonly<Record<string, MediaType>>;
};
export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
};
export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly description: string;
    readonly content: Readonly<Record<string, MediaType>>;
  };
  readonly responses: Readonly<Record<string, Answer>>;
};
export type ApiDocument = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
};

/** The document as of an instant: its example arrives two days later. */
export function apiDocumentAt(now: Date): ApiDocument {
  const arrivesAt = new Date(now.getTime() + ARRIVES_IN_DAYS * DAY_MS);
  return apiDocument(arrivesAt.toISOString().replace(/\.\d+Z$/, 'Z'));
}

/**
 * The OpenAPI 3.1 document of the API, made of the calls its routes are made of. Its example submission arrives at an instant, which
 * must lie ahead for it to pass.
 */
export function apiDocument(arrivesAt: string): ApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const call of API_CALLS) {
    paths[call.path] = { ...paths[call.path], [call.method.toLowerCase()]: operationOf(call, arrivesAt) };
  }
  return {
    openapi: '3.1.0',
    info: { title: words('title'), version: API_VERSION, description: words('description') },
    servers: [{ url: '/' }],
    tags: tagsOf().map((name) => ({ name, description: words(`tag.${name}`) })),
    paths,
    components: {
      schemas: {
        ...recordSchemas(columnWords),
        ...postalSchemas(columnWords, (of) => words(`postal.${of}`)),
        ...described(namedSchemas()),
      },
      securitySchemes: {
        partnerKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'lux_…',
          description: words('security.partnerKey'),
        },
        sandboxKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'lux_sandbox_…',
          description: words('security.sandboxKey'),
        },
      },
    },
  };
}

const tagOf = ({ path }: ApiCall) => path.split('/')[3]?.split('.')[0] ?? '';
const tagsOf = () => [...new Set(API_CALLS.map(tagOf))];

function operationOf(call: ApiCall, arrivesAt: string): Operation {
  const parameters = parametersOf(call);
  return {
    operationId: call.id,
    summary: words(`call.${call.id}.summary`),
    description: words(`call.${call.id}.description`),
    tags: [tagOf(call)],
    security: call.permission === null ? [] : [{ partnerKey: [] }, ...(call.sandbox ? [{ sandboxKey: [] }] : [])],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBodyOf(call, arrivesAt),
    responses: { ...answersOf(call), ...problemsOf(call) },
  };
}

function parametersOf(call: ApiCall): Parameter[] {
  const placed = (place: 'path' | 'query', shape: ApiCall['query']) =>
    Object.entries(shape?.shape ?? {}).map(
      ([name, schema]): Parameter => ({
        name,
        in: place,
        required: place === 'path' || !schema.safeParse(undefined).success,
        description: words(`parameter.${name}`),
        schema: schemaOf(schema as NonNullable<ApiCall['query']>, 'input'),
      }),
    );
  const headers = (call.headers ?? []).map(
    (name): Parameter => ({ name, in: 'header', required: false, ...headerOf(name) }),
  );
  return [...placed('path', call.pathParameters), ...placed('query', call.query), ...headers];
}

const headerOf = (name: ApiHeader): Header => ({ description: words(`header.${name}`), schema: { type: 'string' } });

function answersOf(call: ApiCall): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(call.answers).map(([status, { json, text, bytes, headers }]) => [
      status,
      {
        description: words(`call.${call.id}.answer.${status}`),
        ...(headers ? { headers: Object.fromEntries(headers.map((name) => [name, headerOf(name)])) } : {}),
        content: {
          ...(json ? { 'application/json': { schema: schemaOf(json) } } : {}),
          ...Object.fromEntries((text ?? []).map((media) => [media, { schema: { type: 'string' } }])),
          // Known to generators of clients since OpenAPI 3.0: bytes as they are.
          ...Object.fromEntries(
            (bytes ?? []).map((media) => [media, { schema: { type: 'string', format: 'binary' } }]),
          ),
        },
      },
    ]),
  );
}

/** Problem documents by status; where a status has several, each is named. */
function problemsOf(call: ApiCall): Record<string, Answer> {
  const byStatus = new Map<number, ApiProblemCode[]>();
  for (const code of call.problems)
    byStatus.set(API_PROBLEMS[code], [...(byStatus.get(API_PROBLEMS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), problemAnswer(call, codes)]),
  );
}

function problemAnswer(call: ApiCall, codes: readonly ApiProblemCode[]): Answer {
  const lines = codes.map((code) => `\`${code}\`: ${words(`problem.${code}`)}`);
  const refusals = codes.includes('refused') ? (call.refusals ?? []) : [];
  const schemas = codes.map((code) => (code === 'submission_refused' ? 'SubmissionRefused' : 'Problem'));
  const refs = [...new Set(schemas)].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  return {
    description: [...lines, ...refusals.map((code) => `\`${code}\`: ${words(`refusal.${code}`)}`)].join('\n\n'),
    ...(codes.some((code) => code === 'sandbox_busy' || code === 'rate_limited')
      ? { headers: { 'retry-after': headerOf('retry-after') } }
      : {}),
    content: { [PROBLEM_TYPE]: { schema: refs.length === 1 && refs[0] ? refs[0] : { anyOf: refs } } },
  };
}

/** Adds to each member of the named schemas, and of objects within them, what it means. */
function described(schemas: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  const explained = (schema: JsonSchema, name: string): JsonSchema => {
    const members = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
    const properties = members.map(([member, one]) => [
      member,
      { ...explained(one, member), description: fieldWords(name, member) },
    ]);
    return {
      ...schema,
      ...(members.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
      ...(schema.items ? { items: explained(schema.items as JsonSchema, name) } : {}),
      ...(schema.anyOf ? { anyOf: (schema.anyOf as JsonSchema[]).map((one) => explained(one, name)) } : {}),
    };
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, explained(schema, name)]));
}
