import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import type { Step } from '@/db/queries/learning/load-progress';
import type { Indicator } from '@/lib/assessment/types';
import { findingActs, LAW_OF_RESULT } from '@/lib/learning/truth';
import { JUDGEMENT_TONES } from './judgement-tones';

type AnswerPanelProps = {
  answered: NonNullable<Step['answered']>;
  indicators: readonly Indicator[];
  /** The way on. */
  children: ReactNode;
};

/** What was done, what is true, what would have found it, what pointed to it, and the provision it rests on. */
export function AnswerPanel({ answered, indicators, children }: AnswerPanelProps) {
  const t = useTranslations('learning');
  const tField = useTranslations('consignment.field');
  const tRisk = useTranslations('risk');
  const { act, seconds, truth, judgement } = answered;
  if (!act || !truth || !judgement) return null;
  const finding = findingActs(truth);
  return (
    <Panel title={t(`answer.title.${judgement}`, { result: t(`result.${truth.result}`) })} id="answer">
      <div className="flex flex-col gap-3 text-sm">
        <div>
          <Badge tone={JUDGEMENT_TONES[judgement]}>{t(`judgement.${judgement}`)}</Badge>
        </div>
        <p className="text-muted">{t('answer.took', { done: t(`actDone.${act}`), seconds })}</p>
        <p>{t(`explain.${truth.result}`)}</p>
        {finding.length > 0 ? (
          <p>{t('answer.finds', { acts: finding.map((one) => t(`act.${one}`)).join(', ') })}</p>
        ) : null}
        {truth.corrections.length > 0 ? (
          <section>
            <h3>{t('answer.corrections')}</h3>
            <ul className="list-disc pl-5">
              {truth.corrections.map(({ itemNumber, field, declared, true: real }) => (
                <li key={`${itemNumber} ${field}`}>
                  <bdi>
                    {t('answer.correction', {
                      item: itemNumber,
                      field: tField(field),
                      declared: declared ?? t('answer.undeclared'),
                      true: real,
                    })}
                  </bdi>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h3>{t('answer.reasons')}</h3>
          {indicators.length === 0 ? (
            <p>{t('answer.noReasons')}</p>
          ) : (
            <ul className="list-disc pl-5">
              {indicators.map(({ code }) => (
                <li key={code}>{tRisk(`indicator.${code}.title`)}</li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h3>{t('answer.law')}</h3>
          <p className="text-muted text-xs" translate="no">
            {LAW_OF_RESULT[truth.result]}
          </p>
        </section>
        {children}
      </div>
    </Panel>
  );
}
