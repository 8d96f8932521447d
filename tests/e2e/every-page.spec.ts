import { expectNoFaults } from './axe';
import { foreignTexts, PSEUDO } from './foreign-texts';
import { PAGES } from './pages';
import { expect, test } from './test';
import { fetchAheadOnce, visit } from './visit';

// Up to a dozen pages, each read by axe twice, while another worker is busy.
test.describe.configure({ timeout: 300_000 });

// One look at a page holds both promises: the texts of the pseudo-locale are longer than those of any language it stands for,
// so what can be read by everyone in it can be in the others.
for (const person of new Set(PAGES.map(([one]) => one))) {
  test(`every page of ${person} can be used by everyone, in light and dark, and every text on it translated`, async ({
    open,
  }) => {
    const page = await open(person, PSEUDO);
    await fetchAheadOnce(page);
    for (const [, path] of PAGES.filter(([one]) => one === person)) {
      await visit(page, path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // The page of the API prints the document programs read, which has one language.
      if (path !== '/help/api') expect.soft(await foreignTexts(page), path).toEqual([]);
      await expectNoFaults(page, path);
    }
  });
}
