import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/shell/page-header';
import { answerCost } from '@/db/queries/public/answer-cost';
import { rowsOf, type Typed } from '@/lib/revenue/cost-question';
import { CodeChoices } from './_components/code-choices';
import { CostForm } from './_components/cost-form';
import { CostResult } from './_components/cost-result';
import { typedOf } from './typed';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('public.costs'))('title') };
}

/** What goods cost with all that is due at the border. The question is the address, so a result can be kept and sent. */
export default async function CostsPage({ searchParams }: Props) {
  const typed = typedOf(await searchParams);
  const isAsked = typed.goods1 !== undefined && typed.more === undefined;
  const [t, { form, faults, answer }] = await Promise.all([
    getTranslations('public.costs'),
    answerCost(isAsked ? typed : null),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { administration: form.administration })} />
      {answer ? <CodeChoices typed={typed} codes={answer.codes} /> : null}
      {answer ? <CostResult answer={answer} form={form} /> : null}
      <CostForm typed={typed} rows={shownRows(typed)} form={form} faults={faults} isAgain={answer !== null} />
    </>
  );
}

/** Lines of goods the form shows: those that were typed in, and one more where it was asked for. */
function shownRows(typed: Typed): number {
  return Math.max(...rowsOf(typed), Number(typed.more ?? 1) || 1);
}
