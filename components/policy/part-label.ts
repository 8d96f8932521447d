import { useTranslations } from 'next-intl';
import { parameterName } from './parameter-name';

const LISTS = ['bands', 'fees'];

/** Names a part of a parameter by its way: the words of what it lies in, then its own. Bands and fees go by their key. */
export function usePartLabel(): (path: readonly string[]) => string {
  const tPart = useTranslations('policy.part');
  const tField = useTranslations('policy.field');
  const tPolicy = useTranslations('policy');
  return (path) => {
    const [list = '', key = ''] = path;
    const isListed = LISTS.includes(list) && path.length > 2;
    const within = isListed ? [parameterName(tPolicy, list === 'bands' ? 'band' : 'fee', key)] : [];
    const words = path.slice(isListed ? 2 : 0, -1).flatMap((part) => (tPart.has(part) ? [tPart(part)] : []));
    const last = path.at(-1) ?? '';
    return [...within, ...words, tField.has(last) ? tField(last) : last].join(': ');
  };
}
