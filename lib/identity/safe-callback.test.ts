import { describe, expect, it } from 'vitest';
import { safeCallback } from './safe-callback';

describe('after signing in a person goes back', () => {
  it.each([
    ['/', '/'],
    ['/queue', '/queue'],
    ['/queue?tab=mine&lane=red', '/queue?tab=mine&lane=red'],
    ['/consignments/0b5c', '/consignments/0b5c'],
    ['/search?q=https%3A%2F%2Fevil.example', '/search?q=https%3A%2F%2Fevil.example'],
    ['/search?q=a//b', '/search?q=a//b'],
    ['/queue#row-3', '/queue'],
  ])('to %s', (wanted, expected) => {
    expect(safeCallback(wanted)).toBe(expected);
  });
});

describe('a link cannot send a person who signs in elsewhere', () => {
  it.each([
    'https://evil.example',
    'HTTPS://evil.example/queue',
    'https:evil.example',
    'http:/evil.example',
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    '/ /evil.example',
    '/%2Fevil.example',
    '/%2f%2fevil.example',
    '/%252fevil.example',
    '/%25252f/evil.example',
    '/%5Cevil.example',
    '/%5c%5cevil.example',
    '/%09/evil.example',
    '/%0d%0aSet-Cookie:x=1',
    '/%00/queue',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'evil.example',
    '.evil.example',
    '@evil.example',
    '/@evil.example',
    '/..//evil.example',
    '/queue/../..//evil.example',
    '/\u2028/evil.example',
    '/\u00a0/evil.example',
    '/%E0%A4%A',
    '/sign-in',
    '/sign-in?callbackUrl=/sign-in',
    '/api/auth/signout',
    `/${'a'.repeat(1_001)}`,
    '',
  ])('with %j', (wanted) => {
    expect(safeCallback(wanted)).toBe('/');
  });
});
