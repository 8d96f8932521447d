import { useTranslations } from 'next-intl';
import { PRINCIPLES, type Principle, type ResolutionPlace } from '@/lib/partnership/resolution';

const isPrinciple = (place: ResolutionPlace): place is Principle => PRINCIPLES.some((one) => one === place);

/** Names a principle or a standard with its number. */
export function usePlaceName(): (place: ResolutionPlace) => string {
  const t = useTranslations('partnership.resolution');
  return (place) => {
    if (isPrinciple(place)) return `${t('number.p', { number: place.slice(1) })}: ${t(`principle.${place}`)}`;
    const number = place === 'dq' ? t('number.dq') : t('number.s', { number: place.slice(1) });
    return `${number}: ${t(`standard.${place}`)}`;
  };
}
