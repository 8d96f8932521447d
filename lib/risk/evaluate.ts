import type { Indicator, IndicatorCode } from '@/lib/assessment/types';
import type { IndicatorContext, IndicatorRule } from './context';
import { codeMismatch } from './indicators/code-mismatch';
import { dataQuality } from './indicators/data-quality';
import { deniedParty } from './indicators/denied-party';
import { destinationOutside } from './indicators/destination-outside';
import { firstSeenSender } from './indicators/first-seen-sender';
import { giftCommercial } from './indicators/gift-commercial';
import { massValue } from './indicators/mass-value';
import { prohibitedGoods } from './indicators/prohibited-goods';
import { restrictedGoods } from './indicators/restricted-goods';
import { routing } from './indicators/routing';
import { schemeMisuse } from './indicators/scheme-misuse';
import { splitting } from './indicators/splitting';
import { stopWord } from './indicators/stop-word';
import { thresholdBunching } from './indicators/threshold-bunching';
import { unclearDescription } from './indicators/unclear-description';
import { undervaluation } from './indicators/undervaluation';
import { vagueDescription } from './indicators/vague-description';

/** The rule of every indicator; the compiler asks for one per code. */
export const INDICATOR_RULES: Readonly<Record<IndicatorCode, IndicatorRule>> = {
  undervaluation,
  threshold_bunching: thresholdBunching,
  splitting,
  gift_commercial: giftCommercial,
  stop_word: stopWord,
  vague_description: vagueDescription,
  unclear_description: unclearDescription,
  code_mismatch: codeMismatch,
  data_quality: dataQuality,
  mass_value: massValue,
  prohibited_goods: prohibitedGoods,
  restricted_goods: restrictedGoods,
  denied_party: deniedParty,
  first_seen_sender: firstSeenSender,
  routing,
  scheme_misuse: schemeMisuse,
  destination_outside: destinationOutside,
};

const RULES = Object.values(INDICATOR_RULES);

/** Indicators that fired, the heaviest first; equal points keep the order of the table. */
export function firedIndicators(context: IndicatorContext): readonly Indicator[] {
  const fired: Indicator[] = [];
  for (const rule of RULES) {
    const indicator = rule(context);
    if (indicator) fired.push(indicator);
  }
  return fired.sort((a, b) => b.points - a.points);
}
