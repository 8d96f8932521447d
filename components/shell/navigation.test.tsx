import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import shell from '@/lib/messages/en/shell.json';
import { Navigation } from './navigation';
import { NAVIGATION_GROUPS } from './navigation-groups';

const entries = NAVIGATION_GROUPS.flatMap((group) =>
  ['a', 'b', 'c'].map((name) => ({ href: `/${group}/${name}`, labelKey: 'risk', icon: 'risk' as const, group })),
);

function drawn(cookie: string, pathname: string) {
  const markup = renderToStaticMarkup(
    <PathnameContext.Provider value={pathname}>
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ shell }}>
        <Navigation entries={entries} cookie={cookie} />
      </NextIntlClientProvider>
    </PathnameContext.Provider>,
  );
  const buttons = [...markup.matchAll(/<button([^>]*)>.*?<\/svg>([^<]*)</g)];
  return {
    markup,
    open: buttons.filter(([, has]) => has?.includes('aria-expanded="true"')).map(([, , name]) => name),
    marked: buttons.filter(([, has]) => has?.includes('aria-current="true"')).map(([, , name]) => name),
    count: buttons.length,
  };
}

it('the server draws the groups as the cookie says, so that nothing moves when the page wakes up', () => {
  expect(drawn('work-.figures', '/work/a')).toMatchObject({ open: ['Figures'], marked: ['Work'], count: 6 });
});

it('without a cookie the first group is open and the one of the page shown', () => {
  expect(drawn('', '/partners/b')).toMatchObject({ open: ['Work', 'Partners'], marked: [] });
});

it('each heading names the list it opens, and what is closed is still in the page for the way back', () => {
  const { markup } = drawn('', '/work/a');
  const controlled = [...markup.matchAll(/aria-controls="([^"]+)"/g)].map(([, id]) => id);
  expect(controlled.every((id) => markup.includes(`<ul id="${id}" aria-labelledby="${id}-name"`))).toBe(true);
  expect(markup.match(/<a /g)).toHaveLength(entries.length);
});
