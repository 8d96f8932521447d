import { describe, expect, it } from 'vitest';
import { policyOn } from '@/tests/support/records';
import { kindredHeading, QUALIFIED_HEADINGS } from './kindred-headings';

const policy = policyOn('2026-11-02');
const headingOf = (description: string) => policy.goods.read(description).headings[0]?.heading;

describe('goods of one kind with different qualities', () => {
  it.each([
    ['Vase, glass', '7013'],
    ['Dinner plates, plastic', '3924'],
    ['Dinner plate, stainless steel', '7323'],
    ['Photo frame, base metal', '8306'],
    ['Clipboard, wooden', '4420'],
    ['Women’s knitted trousers', '6104'],
    ['Trousers for men, knitted', '6103'],
    ['Trousers, leather', '4203'],
    ['Razors, electric', '8510'],
    ['Pork, smoked', '0210'],
    ['Bacon, canned', '1602'],
    ['Lobster, prepared or preserved', '1605'],
    ['Cherries, frozen', '0811'],
    ['Grapefruit juice', '2009'],
    ['Barley, rolled or flaked grains', '1104'],
  ])('%s is of %s', (description, heading) => {
    expect(headingOf(description)).toBe(heading);
  });

  it.each([
    ['faux leather trousers', '4203', 'of no leather'],
    ['Plate with leather case', '4203', 'that come with something of it'],
    ['Radiators, non-electric', '8516', 'that it is denied of'],
  ])('%s is not of %s: goods %s', (description, heading) => {
    expect(headingOf(description)).not.toBe(heading);
  });

  it('names the words that the reading rests on, the quality among them', () => {
    const [guess] = policy.goods.read('Dinner plates, plastic').headings;
    expect(guess?.heading).toBe('3924');
    expect(guess?.words).toContain('dinner plate');
  });

  it('leads nowhere from other headings, and only to whole ones', () => {
    expect(kindredHeading('8517', new Set(['plastic', 'electric', 'mens']))).toBe('8517');
    expect(kindredHeading('6203', new Set(['womens', 'knitted']))).toBe('6104');
    for (const heading of QUALIFIED_HEADINGS) expect(heading).toMatch(/^\d{4}$/);
  });
});
