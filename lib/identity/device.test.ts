import { expect, it } from 'vitest';
import { deviceOf, readDevice, writeDevice } from './device';

const AGENTS: readonly [string, string][] = [
  ['firefox windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  [
    'chrome linux',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
  ],
  [
    'chrome linux',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/147.0.0.0 Safari/537.36',
  ],
  [
    'edge windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0',
  ],
  [
    'safari macos',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
  ],
  [
    'safari ios',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
  ],
  [
    'chrome android',
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36',
  ],
  ['other other', 'Jane Doe <script>'],
];

it('tells a device by two words, and keeps nothing else of what the browser says', () => {
  for (const [words, agent] of AGENTS) {
    const device = deviceOf(agent);
    expect(writeDevice(device)).toBe(words);
    expect(readDevice(words)).toEqual(device);
  }
});

it('knows nothing where nothing was said or written', () => {
  expect(deviceOf(null)).toBeNull();
  expect(writeDevice(null)).toBeNull();
  for (const written of [null, '', 'netscape beos', 'firefox']) expect(readDevice(written)).toBeNull();
});
