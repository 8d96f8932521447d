import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { pseudoMessage, pseudoMessages } from './pseudo';

/** Formats one message the way a page does. */
function formatted(message: string, values: Record<string, string | number>): string {
  const translate = createTranslator({ locale: 'en', messages: { one: pseudoMessage(message) } });
  return translate('one', values);
}

describe('the pseudo-locale', () => {
  it('makes every letter unlike English and brackets the whole', () => {
    expect(pseudoMessage('Take next')).toBe('[!! Ţåķé ñéẋţ ~~~~ !!]');
  });
  it('grows a text by 40 % of its letters', () => {
    expect(pseudoMessage('abcdefghij')).toMatch(/ ~~~~ !!\]$/);
  });
  it('leaves the names of arguments alone', () => {
    expect(pseudoMessage('Held by {name} since {at, date, short}')).toContain('{name} šîñçé {at, date, short}');
  });
  it('accents the branches of a plural and keeps it counting', () => {
    const message = '{count, plural, =0 {No results} one {# result} other {# results}} in {tab}';
    expect(formatted(message, { count: 0, tab: 'X' })).toContain('Ñö ŕéšûļţš îñ X');
    expect(formatted(message, { count: 1, tab: 'X' })).toContain('1 ŕéšûļţ îñ X');
    expect(formatted(message, { count: 7, tab: 'X' })).toContain('7 ŕéšûļţš îñ X');
  });
  it('keeps select branches and a plural inside them', () => {
    const message = '{kind, select, late {late by {days, plural, one {# day} other {# days}}} other {on time}}';
    expect(formatted(message, { kind: 'late', days: 3 })).toContain('ļåţé ƀý 3 ðåýš');
    expect(formatted(message, { kind: 'soon', days: 3 })).toContain('öñ ţîɱé');
  });
  it('keeps rich text tags and apostrophes', () => {
    expect(pseudoMessage("The officer's <strong>note</strong>")).toBe(
      "[!! Ţĥé öƒƒîçéŕ'š <strong>ñöţé</strong> ~~~~~~ !!]",
    );
    expect(pseudoMessage("Write '{name}' as it is")).toContain("'{name}'");
  });
  it('walks nested catalogues and keeps their keys', () => {
    expect(pseudoMessages({ a: { b: 'No' } })).toEqual({ a: { b: '[!! Ñö ~ !!]' } });
  });
});
