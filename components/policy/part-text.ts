import { useTranslations } from 'next-intl';
import { NO_LIMIT } from '@/lib/policy/value-diff';
import { isNoLimit, manyOf } from '@/lib/policy/value-fields';

/** Parts of the catalogue that name what any number of is chosen, by the name of the part. */
const WORDS = { decisions: 'decisionKind', unexaminedIn: 'lane' } as const;

/** A value of a part in words where it is one of a closed list, some of one, or no limit, else as it stands. */
export function usePartText(): (path: readonly string[], text: string) => string {
  const t = useTranslations('policy.choice');
  const tValue = useTranslations('policy.value');
  const tClearance = useTranslations('clearance');
  return (path, text) => {
    const name = path.at(-1) ?? '';
    if (text === NO_LIMIT || isNoLimit(path, text)) return tValue('noLimit');
    const own = (code: string) => (t.has(`${name}.${code}`) ? t(`${name}.${code}`) : code);
    if (!manyOf(path)) return own(text);
    const group = name in WORDS ? WORDS[name as keyof typeof WORDS] : null;
    const said = (code: string) => {
      if (group === null) return own(code);
      return tClearance.has(`${group}.${code}`) ? tClearance(`${group}.${code}`) : code;
    };
    return text.split(' ').filter(Boolean).map(said).join(', ');
  };
}
