import type { Indicator } from '@/lib/assessment/types';
import type { IndicatorContext } from '../context';

/**
 * A recipient outside the customs territory: goods in transit, or goods that were sent the wrong way. They are not released
 * for import on the strength of their data, whatever else is known of them.
 */
export function destinationOutside({ record, policy }: IndicatorContext): Indicator | null {
  const { country } = record.recipient;
  if (country === '' || policy.territory.has(country)) return null;
  return {
    code: 'destination_outside',
    points: policy.indicators.destination_outside.points,
    values: { country, office: record.office },
    pointers: ['recipient_country', 'office'],
  };
}
