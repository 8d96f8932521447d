import { BRAZIL, CANADA, US } from './americas';
import { AUSTRALIA, CHINA, JAPAN, KOREA } from './asia-pacific';
import { EU_AFTER, EU_BEFORE, EU_FLAT } from './eu';
import { SWITZERLAND, UK } from './europe';
import type { ExampleLaw } from './example';

/** Laws to start from, each an example with its source and the day it was last checked. */
export const EXAMPLE_LAWS: readonly ExampleLaw[] = [
  EU_BEFORE,
  EU_FLAT,
  EU_AFTER,
  UK,
  US,
  AUSTRALIA,
  JAPAN,
  BRAZIL,
  SWITZERLAND,
  KOREA,
  CANADA,
  CHINA,
];
