import { useTranslations } from 'next-intl';
import { parameterName } from './parameter-name';

const LISTS = ['bands', 'fees'];
/** Lists whose members have no name: they are told by their place. */
const COUNTED = ['steps', 'areas'];

/** Names a part of a parameter by its way: the words of what it lies in, then its own. Bands and fees go by their key. */
export function usePartLabel(): (path: readonly string[]) => string {
  const tPart = useTranslations('policy.part');
  const tField = useTranslations('policy.field');
  const tPolicy = useTranslations('policy');
  return (path) => {
    const [list = '', key = ''] = path;
    const isListed = LISTS.includes(list) && path.length > 1;
    const within = isListed ? [parameterName(tPolicy, list === 'bands' ? 'band' : 'fee', key)] : [];
    const rest = path.slice(isListed ? 2 : 0);
    const words = rest.flatMap((part, at): string[] => {
      const place = rest[at + 1] ?? '';
      if (COUNTED.includes(part) && /^\d+$/.test(place)) return [`${tPart(part as 'steps')} ${Number(place) + 1}`];
      if (/^\d+$/.test(part)) return COUNTED.includes(rest[at - 1] ?? '') ? [] : [part];
      if (at === rest.length - 1) return [tField.has(part) ? tField(part) : part];
      return tPart.has(part) ? [tPart(part)] : [];
    });
    return [...within, ...words].join(': ');
  };
}
