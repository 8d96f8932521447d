import { useTranslations } from 'next-intl';

/** A value of a part in words where it is one of a closed list, else as it stands. */
export function usePartText(): (path: readonly string[], text: string) => string {
  const t = useTranslations('policy.choice');
  return (path, text) => {
    const own = `${path.at(-1) ?? ''}.${text}`;
    return t.has(own) ? t(own) : text;
  };
}
