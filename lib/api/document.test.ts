import { existsSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import forms from '@/lib/messages/en/forms.json';
import { readSourceTree } from '@/tests/architecture/source-tree';
import { API_CALLS } from './calls';
import { apiDocumentAt } from './document';
import { API_PROBLEMS } from './problems';
import { membersOf } from './schema-text';

const document = apiDocumentAt(new Date('2026-11-02T10:00:00Z'));
const plain = JSON.parse(JSON.stringify(document)) as typeof document;
const operations = Object.entries(plain.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const fileOf = (path: string) => `app${path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(plain))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('tells of every route under /api/v1, and of no other', () => {
    const routes = [...readSourceTree().keys()].filter((path) => /^app\/api\/v1\/(?!\[\.\.\.).*route\.ts$/.test(path));
    expect([...new Set(API_CALLS.map(({ path }) => fileOf(path)))].sort()).toEqual(routes.sort());
    expect(Object.keys(plain.paths).map(fileOf).every(existsSync)).toBe(true);
  });

  it.each(operations)(
    '$method $path names its parameters, its key and every answer with its type',
    ({ path, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const named = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
      expect(named.sort()).toEqual(inPath.sort());
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(description).not.toBe('');
        expect(Object.keys(content).includes('application/problem+json')).toBe(Number(status) >= 400);
      }
      if (operation.security.length > 0)
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['401', '403']));
    },
  );

  it('refers to nothing that is not in it, and describes every member', () => {
    const text = JSON.stringify(plain);
    const names = Object.keys(plain.components.schemas);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) expect(names).toContain(name);
    const undescribed = Object.entries(plain.components.schemas).flatMap(([name, schema]) =>
      membersOf(schema).flatMap((member) => (member.schema.description ? [] : [`${name}.${member.name}`])),
    );
    expect(undescribed).toEqual([]);
  });

  it('has a title for every problem the API answers with', () => {
    expect(Object.keys(API_PROBLEMS).filter((code) => !(code in forms.api))).toEqual([]);
  });
});
