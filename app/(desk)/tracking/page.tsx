import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

export default async function TrackingPage({ searchParams }: { searchParams: Promise<{ find?: string }> }) {
  await requireActor('consignment.track');
  const { find = '' } = await searchParams;
  if (find.trim()) redirect(routes.trackedConsignment(find.trim()));
  const t = await getTranslations('tracking');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <form method="get" className="flex flex-wrap items-end gap-3">
        <TextField name="find" label={t('field')} type="search" required maxLength={35} className="w-80" />
        <Button type="submit" variant="primary">
          {t('find')}
        </Button>
      </form>
    </>
  );
}
