import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { TextLink } from '@/components/ui/text-link';
import { type Defined, DEFINITIONS } from '@/lib/statistics/definitions';

/** Where a figure is defined, with the version it was worked out under. */
export function DefinitionLink({ of }: { of: Defined }) {
  const t = useTranslations('explore.definition');
  return (
    <TextLink href={routes.definitions(of)} prefetch={false} className="inline-flex min-h-6 items-center">
      {t('link', { version: DEFINITIONS[of].version })}
    </TextLink>
  );
}
