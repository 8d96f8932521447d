import type { Indicator } from '@/lib/assessment/types';
import type { IndicatorContext } from '../context';

/** First country of the commercial area a country belongs to, else the country itself. */
function areaOf(country: string, areas: readonly (readonly string[])[]): string {
  return areas.find((area) => area.includes(country))?.[0] ?? country;
}

/** Countries of postal id, sender, dispatch and origin that do not go together, hubs of onward mail aside. */
export function routing(context: IndicatorContext): Indicator | null {
  const { record, policy } = context;
  const { points, pointsMax, hubs, areas } = policy.indicators.routing;
  const sender = record.sender.country;
  const posted = record.s10Id?.slice(-2) ?? null;
  const dispatch = record.dispatchCountry;
  const origin = record.items.find((item) => item.originCountry !== null)?.originCountry ?? null;
  const differs = (country: string | null) =>
    country !== null && areaOf(country, areas) !== areaOf(sender, areas) && !hubs.includes(country);
  const isPostedElsewhere = differs(posted);
  const isDispatchedElsewhere = differs(dispatch);
  const chain = [posted, sender, dispatch, origin].filter((country): country is string => country !== null);
  const places = new Set(chain.map((country) => areaOf(country, areas))).size;
  const isScattered = places >= 3;
  const signs = [isPostedElsewhere, isDispatchedElsewhere, isScattered].filter(Boolean).length;
  if (signs === 0) return null;
  return {
    code: 'routing',
    points: Math.min(pointsMax, signs * points),
    values: {
      why: isPostedElsewhere ? 'posted' : isDispatchedElsewhere ? 'dispatched' : 'scattered',
      sender,
      posted: posted ?? '',
      dispatch: dispatch ?? '',
      origin: origin ?? '',
      places,
    },
    pointers: [
      'sender_country',
      ...(isPostedElsewhere ? ['s10_id'] : []),
      ...(dispatch !== null && (isDispatchedElsewhere || isScattered) ? ['dispatch_country'] : []),
      ...(origin !== null && isScattered ? ['items.0.origin_country'] : []),
    ],
  };
}
