import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { State } from '@/components/ui/state';
import { listControls } from '@/db/queries/public/list-controls';
import { ControlList } from './_components/control-list';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const LENGTH_MAX = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public.goods'))('title') };
}

/** What may not be sent to this destination, or with a permit only; searched by words or by tariff code. */
export default async function GoodsPage({ searchParams }: Props) {
  const { q } = await searchParams;
  const typed = (typeof q === 'string' ? q : '').trim();
  const question = typed.slice(0, LENGTH_MAX);
  const t = await getTranslations('public.goods');
  const textOf = (key: string) => (t.has(`control.${key}.name`) ? t(`control.${key}.name`) : key);
  const { administration, controls, found } = await listControls(question, textOf);
  const hits = found.flatMap((one) => {
    const control = controls.find(({ key }) => key === one.key);
    return control ? [{ ...control, found: one }] : [];
  });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { administration })} />
      <form method="get" action={routes.publicGoods()} aria-label={t('form')} className="flex max-w-xl flex-col gap-3">
        <TextField
          name="q"
          label={t('question')}
          hint={t('questionHint')}
          error={typed.length > LENGTH_MAX ? t('tooLong', { max: LENGTH_MAX, length: typed.length }) : undefined}
          defaultValue={typed}
          autoComplete="off"
        />
        <div>
          <Button type="submit" variant="primary">
            {t('search')}
          </Button>
        </div>
      </form>
      {question === '' ? null : hits.length > 0 ? (
        <ControlList
          id="found"
          title={t('found', { count: hits.length, question })}
          text={t('foundText')}
          controls={hits}
        />
      ) : (
        <State kind="none-match" title={t('none', { question })}>
          {t('noneText')}
        </State>
      )}
      {(['prohibited', 'restricted'] as const).map((status) => (
        <ControlList
          key={status}
          id={status}
          title={t(`${status}.title`)}
          text={t(`${status}.text`)}
          controls={controls.filter((control) => control.status === status)}
        />
      ))}
    </>
  );
}
