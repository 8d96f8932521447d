import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { NextRequest } from 'next/server';
import { expect } from 'vitest';
import type { ApiCall } from '@/lib/api/call';
import { type ApiDocument, apiDocumentAt } from '@/lib/api/document';

/** The document of the API as a program reads it. */
export const document: ApiDocument = JSON.parse(JSON.stringify(apiDocumentAt(new Date())));
export const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ ...document, $id: 'https://luxor.example/openapi' });

/** What a test sends beside the call itself; without a key the live one of the test. */
export type Wish = {
  params?: Readonly<Record<string, string>>;
  query?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  key?: string | null;
};
export type Told = { status: number; type: string; headers: Headers; text: string; json: Record<string, unknown> };

/** What a call answered, held against what the document tells of it. */
export async function holdToDocument(wanted: ApiCall, answered: Response): Promise<Told> {
  const type = answered.headers.get('content-type')?.split(';')[0] ?? '';
  const text = await answered.text();
  const told = document.paths[wanted.path]?.[wanted.method.toLowerCase()]?.responses[String(answered.status)];
  expect(told?.content, `${wanted.id} ${answered.status}`).toHaveProperty([type]);
  for (const name of Object.keys(told?.headers ?? {}).filter((one) => one === 'location'))
    expect(answered.headers.get(name)).not.toBeNull();
  const json = /json$/.test(type) && type !== 'application/x-ndjson' ? JSON.parse(text) : {};
  if (/json$/.test(type)) {
    const pointer = [
      'paths',
      wanted.path,
      wanted.method.toLowerCase(),
      'responses',
      String(answered.status),
      'content',
      type,
      'schema',
    ];
    const place = pointer
      .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D'))
      .join('/');
    const validate = ajv.compile({ $ref: `https://luxor.example/openapi#/${place}` });
    const isValid = type === 'application/x-ndjson' || validate(json);
    expect(isValid ? [] : validate.errors, `${wanted.id} ${answered.status}: ${text.slice(0, 500)}`).toEqual([]);
  }
  return { status: answered.status, type, headers: answered.headers, text, json };
}

/** A call as a partner's program sends it. */
export function requestOf(wanted: ApiCall, { params = {}, query = '', headers = {}, body, key }: Wish): NextRequest {
  const path = wanted.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return new NextRequest(`http://localhost:3000${path}${query}`, {
    method: wanted.method,
    headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body }),
  });
}
