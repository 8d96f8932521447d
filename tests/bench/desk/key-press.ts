import { chromium, type Page } from '@playwright/test';
import { findChromium } from '@/tests/e2e/chromium';
import type { Instance } from '@/tests/support/instance';
import { settled } from '@/tests/e2e/visit';
import { signIn } from '@/tests/support/sign-in';
import { type Figure, percentile } from '../report';

/** An officer reads so long before the next press; what lies ahead is loaded meanwhile. */
const READ_MS = 600;
const PRESS_MS_MAX = 20_000;

type Recorder = { from: number; title: string; took: number[] };
declare global {
  interface Window {
    luxorPress?: Recorder;
  }
}

/**
 * From the press of a key to the next consignment painted, in a browser beside the server: the next on the list (`j`), and the decision
 * with the next one taken (`Enter` on the ground).
 */
export async function measureKeyPress(instance: Instance, presses: number): Promise<Figure[]> {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    const cookies = (await signIn(instance, 'officer1')).split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: instance.baseUrl };
    });
    await context.addCookies(cookies);
    const page = await context.newPage();
    // What runs this file names the functions in it by a helper that the browser does not have: the recorder stopped at its first one.
    await page.addInitScript('globalThis.__name ??= (named) => named;');
    await page.addInitScript(record);
    await page.goto(`${instance.baseUrl}/queue`);
    await page.locator('a[data-row]').first().waitFor();
    await press(page, 'Enter', 1);
    for (let index = 0; index < presses; index += 1) await press(page, 'j', index + 2);
    const listed = await taken(page);
    await page.goto(`${instance.baseUrl}/queue`);
    await page.locator('a[data-row]').first().waitFor();
    await press(page, 'n', 1);
    const goesOn = page.getByRole('checkbox', { name: 'After a decision, open the next' });
    if (!(await goesOn.isChecked())) await goesOn.check();
    for (let index = 0; index < presses; index += 1) {
      await settled(page);
      await page.keyboard.press('1');
      await page.locator('#act-ground').waitFor();
      await page.keyboard.press('T');
      await decide(page, index + 2);
    }
    const decided = await taken(page);
    return [
      ...figuresOf('key_to_next_on_list', listed.slice(1), 'key press to the next of the list painted'),
      ...figuresOf('key_to_decided_and_next', decided.slice(1), 'key press to decided, next taken and painted'),
    ];
  } finally {
    await browser.close();
  }
}

async function press(page: Page, key: string, count: number): Promise<void> {
  await read(page);
  await page.keyboard.press(key);
  await painted(page, count);
}

/** Lets the page come to the keys, however busy the machine is, and reads it: a press before that would be lost, and waited for in vain. */
async function read(page: Page): Promise<void> {
  await settled(page);
  await page.waitForTimeout(READ_MS);
}

/** Sends the decision. An unusual one is asked about once more: it is read, and the time runs from the press that sends it. */
async function decide(page: Page, count: number): Promise<void> {
  await page.waitForTimeout(READ_MS);
  await page.keyboard.press('Enter');
  const isAsked = page.locator('#unusual-title').waitFor({ timeout: PRESS_MS_MAX });
  const first = await Promise.race([painted(page, count).then(() => 'painted'), isAsked.then(() => 'asked')]);
  // Whichever did not come is awaited by nobody.
  isAsked.catch(() => undefined);
  if (first === 'painted') return;
  await page.waitForTimeout(READ_MS);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await painted(page, count);
}

async function painted(page: Page, count: number): Promise<void> {
  const isPainted = page.waitForFunction((wanted) => (window.luxorPress?.took.length ?? 0) >= wanted, count, {
    timeout: PRESS_MS_MAX,
  });
  await isPainted.catch(async (error: unknown) => {
    const shown = await page.locator('main').first().innerText();
    throw new Error(`Press ${count} led to no other page: ${page.url()} shows\n${shown.slice(0, 1_500)}`, {
      cause: error,
    });
  });
}

const taken = (page: Page) => page.evaluate(() => window.luxorPress?.took ?? []);

/** Runs in the browser: notes each key that leads to another heading, and when that heading was painted. */
function record(): void {
  const recorder: Recorder = { from: Number.NaN, title: '', took: [] };
  window.luxorPress = recorder;
  const title = () => document.querySelector('h1')?.textContent ?? '';
  addEventListener(
    'keydown',
    () => {
      recorder.from = performance.now();
      recorder.title = title();
    },
    { capture: true },
  );
  new MutationObserver(() => {
    const now = title();
    if (Number.isNaN(recorder.from) || now === '' || now === recorder.title) return;
    const { from } = recorder;
    recorder.from = Number.NaN;
    // A task after the frame: by then it is painted.
    requestAnimationFrame(() => setTimeout(() => recorder.took.push(performance.now() - from), 0));
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

function figuresOf(name: string, samples: readonly number[], note: string): Figure[] {
  return [
    { name: `${name}_p50_ms`, value: percentile(samples, 0.5), note: `p50, ${note}, ${samples.length} presses` },
    { name: `${name}_p95_ms`, value: percentile(samples, 0.95), note: `p95, ${note}` },
  ];
}
