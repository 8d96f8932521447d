import { describe, expect, it } from 'vitest';
import { toldAttributes, toldName } from './traced-facts';

describe('A span of a trace', () => {
  it('tells how it was asked for and how it ended, and nothing that was typed', () => {
    const attributes = {
      'http.method': 'GET',
      'http.status_code': 200,
      'next.route': '/search',
      'http.target': '/search?q=Erika+Musterfrau',
      'exception.message': 'Erika Musterfrau is not a number',
    };
    expect(toldAttributes(attributes)).toEqual({
      'http.method': 'GET',
      'http.status_code': 200,
      'next.route': '/search',
    });
  });

  it.each([
    ['action clearance.decide', {}, 'action clearance.decide'],
    ['job fold-contributions', {}, 'job fold-contributions'],
    ['transaction', {}, 'transaction'],
    ['GET /consignments/1', { 'http.method': 'GET', 'next.route': '/consignments/[id]' }, 'GET /consignments/[id]'],
    ['GET /public/parcel?name=Erika', { 'http.method': 'GET' }, 'GET'],
    ['fetch GET https://example.org/Erika', { 'next.span_type': 'AppRender.fetch' }, 'AppRender.fetch'],
    ['resolve /Erika', {}, 'work'],
  ])('named %s is told as it may be', (name, attributes, told) => {
    expect(toldName(name, attributes)).toBe(told);
  });
});
