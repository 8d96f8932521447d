import { useTranslations } from 'next-intl';
import { manyOf } from '@/lib/policy/value-fields';

/** Parts of the catalogue that name what any number of is chosen, by the name of the part. */
const WORDS = { decisions: 'decisionKind', unexaminedIn: 'lane' } as const;

/** A value of a part in words where it is one of a closed list, or some of one, else as it stands. */
export function usePartText(): (path: readonly string[], text: string) => string {
  const t = useTranslations('policy.choice');
  const tClearance = useTranslations('clearance');
  return (path, text) => {
    const name = path.at(-1) ?? '';
    if (manyOf(path) && name in WORDS) {
      const group = WORDS[name as keyof typeof WORDS];
      const said = (code: string) => (tClearance.has(`${group}.${code}`) ? tClearance(`${group}.${code}`) : code);
      return text.split(' ').filter(Boolean).map(said).join(', ');
    }
    const own = `${name}.${text}`;
    return t.has(own) ? t(own) : text;
  };
}
