import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { TabLinks } from '@/components/ui/tabs';

/** The views of risk: what is in force, what it finds, and what the random sample says about the rest. */
export function RiskTabs({ current, query }: { current: 'risk' | 'effectiveness' | 'sample'; query?: Query }) {
  const t = useTranslations('yields.tabs');
  return (
    <TabLinks
      label={t('label')}
      tabs={[
        { href: routes.risk(), label: t('policy'), current: current === 'risk' },
        { href: routes.effectiveness(query), label: t('effectiveness'), current: current === 'effectiveness' },
        { href: routes.randomSample(query), label: t('sample'), current: current === 'sample' },
      ]}
    />
  );
}

type Query = Readonly<Record<string, string | readonly string[]>>;
