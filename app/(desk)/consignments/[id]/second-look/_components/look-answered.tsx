import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { LOOK_REASONS, type LookAnswer } from '@/lib/clearance/second-look';

type Choice = { readonly answer: LookAnswer; readonly reason: string | null };
type LookAnsweredProps = { own: Choice; first: Choice; consignmentId: string };

/** What one would have done beside what was done. */
export function LookAnswered({ own, first, consignmentId }: LookAnsweredProps) {
  const t = useTranslations('secondLook');
  const tClearance = useTranslations('clearance');
  const said = ({ answer, reason }: Choice) => {
    const why = reason === null ? null : tClearance(`${LOOK_REASONS[answer].group}.${reason}`);
    return why ? `${t(`answer.${answer}`)}: ${why}` : t(`answer.${answer}`);
  };
  const outcome = own.answer === 'no_view' ? 'noView' : own.answer === first.answer ? 'same' : 'differs';
  return (
    <Panel
      title={t(`page.${outcome}`)}
      description={t(`page.${outcome}Text`)}
      actions={
        <>
          <ButtonLink href={routes.consignment(consignmentId)}>{t('page.open')}</ButtonLink>
          <ButtonLink href={routes.secondLooks()} variant="primary">
            {t('title')}
          </ButtonLink>
        </>
      }
    >
      <DescriptionList
        items={[
          { term: t('page.own'), value: said(own) },
          { term: t('page.first'), value: said(first) },
        ]}
        columns={2}
      />
    </Panel>
  );
}
