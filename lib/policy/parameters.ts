import { APPEAL } from './facts/appeal';
import { CHARGE_LAWS } from './facts/charge-laws';
import { COLLECTION } from './facts/collection';
import { CONTROLS } from './facts/controls';
import { DUTY_RATES } from './facts/duty-rates';
import { EXCHANGE_RATES } from './facts/exchange-rates';
import { GOODS_TERMS } from './facts/goods-terms';
import { CLOCKS, INDICATORS, LANE_RULES, SHIFTS } from './facts/indicators';
import { POWERS } from './facts/powers';
import { REQUIREMENTS } from './facts/requirements';
import { RETENTION } from './facts/retention';
import { SECOND_LOOK, SECOND_OFFICER } from './facts/second-officer';
import { DESCRIPTION_RULES, STOP_WORDS } from './facts/stop-words';
import { THRESHOLDS } from './facts/thresholds';
import { QUALITY, VALIDATION_RULES } from './facts/validation';
import { TRUST } from './facts/trust';
import { VAT_RATES } from './facts/vat-rates';
import type { PolicyParameter } from './parameter';

/** The parameters an installation begins with: one example administration, illustrative and never a legal source. */
export const PARAMETERS: readonly PolicyParameter[] = [
  ...THRESHOLDS,
  ...CHARGE_LAWS,
  ...DUTY_RATES,
  ...VAT_RATES,
  ...EXCHANGE_RATES,
  ...STOP_WORDS,
  ...DESCRIPTION_RULES,
  ...GOODS_TERMS,
  ...CONTROLS,
  ...INDICATORS,
  ...LANE_RULES,
  ...CLOCKS,
  ...SHIFTS,
  ...SECOND_OFFICER,
  ...SECOND_LOOK,
  ...POWERS,
  ...APPEAL,
  ...RETENTION,
  ...COLLECTION,
  ...TRUST,
  ...REQUIREMENTS,
  ...VALIDATION_RULES,
  ...QUALITY,
];
