import { EU_AFTER, EU_BEFORE, EU_FLAT } from '@/lib/charges/examples/eu';
import { rows } from '../parameter';

/** The laws of charges the example administration works by, one after the other. */
export const CHARGE_LAWS = [EU_BEFORE, EU_FLAT, EU_AFTER].flatMap(
  ({ validFrom, validTo, instrument, law, lastChecked }) =>
    rows(
      {
        kind: 'charge_law',
        validFrom,
        ...(validTo === null ? {} : { validTo }),
        source: instrument.citation,
        edition: `example, checked ${lastChecked}`,
      },
      { own: law },
    ),
);
