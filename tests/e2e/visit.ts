import type { Page } from '@playwright/test';

/** Waits until the page answers keys and presses: React has taken over its content and its effects have run. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll('main h1, main a, main button, main select')];
    return (
      document.readyState === 'complete' &&
      controls.length > 0 &&
      controls.every((element) => Object.keys(element).some((key) => key.startsWith('__react')))
    );
  });
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Opens an address and waits until it can be worked with. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}
