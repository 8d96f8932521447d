import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Which rules are held against a page: those of some tags, or some by name. */
export type Rules = { readonly tags: readonly string[] } | { readonly names: readonly string[] };

/**
 * One line for each element of the open document that breaks a rule. The rules are loaded into it once, and only what breaks
 * them is written out: a list of all that keeps them took longer than the look itself.
 */
export async function faultsOf(page: Page, rules: Rules): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly =
    'tags' in rules ? { type: 'tag', values: [...rules.tags] } : { type: 'rule', values: [...rules.names] };
  return page.evaluate(
    async (options) => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id} ${target.join(' ')} ${html}`),
      );
    },
    // Style sheets and media are not asked for again: no rule we hold reads them.
    { runOnly, resultTypes: ['violations' as const], preload: false },
  );
}

export const ALL_RULES = { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** What depends on colours. */
const COLOUR_RULES = { names: ['color-contrast', 'link-in-text-block'] };

/** The faults of a page as it stands, then in dark: it is one document, only its colours change. */
export async function expectNoFaults(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await faultsOf(page, ALL_RULES), `${what}, in light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await faultsOf(page, COLOUR_RULES), `${what}, in dark`).toEqual([]);
}
