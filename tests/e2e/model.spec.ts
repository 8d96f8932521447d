import { expect, test } from './test';
import { visit } from './visit';

test('a risk manager has a model trained by the worker, and reads what is wanting while results are few', async ({
  open,
}) => {
  const manager = await open('risk');
  await visit(manager, '/risk/model');
  await expect(manager.getByText(/^No model yet: [\d,]+ of 500 results\. Still wanting: /)).toBeVisible();
  const ended = manager.getByRole('row', { name: /Too few results: [\d,]+ wanting in all/ });
  const before = await ended.count();

  await manager.getByRole('button', { name: 'Train a model' }).click();
  const dialog = manager.getByRole('dialog', { name: 'Train a model' });
  await dialog.getByLabel(/^Revenue/).check();
  await dialog.getByRole('button', { name: 'Train a model' }).click();
  await expect(dialog).toBeHidden();
  // The page follows the training by itself. The worker stands back for whoever is served, other tests among them.
  await expect(ended).toHaveCount(before + 1, { timeout: 150_000 });
  await expect(manager.getByRole('button', { name: 'Train a model' })).toBeVisible();

  const analyst = await open('analyst');
  await visit(analyst, '/risk/model');
  await expect(analyst.getByRole('row', { name: /Too few results/ }).first()).toBeVisible();
  await expect(analyst.getByRole('button', { name: 'Train a model' })).toHaveCount(0);
});
