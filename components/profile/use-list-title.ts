import { useTranslations } from 'next-intl';

/** What a list is called: those of the policy by their words, those that people keep by the titles given, by key. */
export function useListTitle(titles: ReadonlyMap<string, string>): (key: string) => string {
  const t = useTranslations('profile.list');
  return (key) => (t.has(key as 'scheme_states') ? t(key as 'scheme_states') : (titles.get(key) ?? key));
}
