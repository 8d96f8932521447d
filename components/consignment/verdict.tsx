import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChargeText } from './charge-text';
import { Difference } from './compared-amounts';
import { Panel } from '@/components/ui/panel';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import type { HitView } from '@/db/queries/profile/hits-of';
import { OPEN_STATUSES } from '@/lib/clearance/transitions';
import { openCharges, openReasons } from '@/lib/revenue/open-charges';
import { headlineOf } from './headline-of';
import { OutsideCallout } from './outside-callout';
import { ExcludedGoodsCallout, OverLimitCallout } from './over-limit-callout';
import { ProfileReason } from './profile-reason';
import { Reason } from './reason';
import { SelectionSentence } from './selection-sentence';

/** Reasons that stand open; the others are one key away. */
const TOP = 3;

/** What the assessment says and why: lane, score, the strongest reasons as sentences, value and charges. */
export function Verdict({ detail, hits }: { detail: ConsignmentDetail; hits: readonly HitView[] }) {
  const t = useTranslations('consignment.verdict');
  const tClearance = useTranslations('clearance');
  const tRisk = useTranslations('risk');
  const { row, assessments, corrected, examinations } = detail;
  const [assessment] = assessments;
  const indicators = assessment?.indicators ?? [];
  const profiles = hits.filter(({ mode, keptBack }) => mode === 'active' && keptBack === null);
  const isOpen = OPEN_STATUSES.some((status) => status === row.status);
  // That nothing was examined has several reasons, which the result tells apart.
  const whyNot =
    row.examinationOutcome === 'not_done' ? examinations.findLast(({ resultCode }) => resultCode)?.resultCode : null;
  const rest = indicators.slice(TOP);
  const open = openCharges((corrected ?? assessment)?.chargeLines ?? []);
  const openBefore = openCharges(assessment?.chargeLines ?? []);
  const figure = (name: 'intrinsicValue' | 'duty' | 'vat', kind: 'value' | 'duty' | 'vat') => {
    const compared = corrected?.[name];
    const declared = assessment?.[name];
    if (!compared) return declared ? <ChargeText value={declared} open={openReasons(open, kind)} /> : null;
    return (
      <>
        <ChargeText value={compared.corrected} open={openReasons(open, kind)} />
        <span className="block font-normal text-muted text-xs">
          {t('declaredAs')}{' '}
          <ChargeText value={compared.declared} open={openReasons(openBefore, kind)} showWhy={false} /> ·{' '}
          <Difference compared={compared} />
        </span>
      </>
    );
  };
  const declaredCategory = assessment ? tRisk(`releaseCategory.${assessment.releaseCategory}`) : null;
  const category =
    corrected && corrected.releaseCategory !== assessment?.releaseCategory ? (
      <>
        {tRisk(`releaseCategory.${corrected.releaseCategory}`)}
        <span className="block font-normal text-muted text-xs">
          {t('declaredAs')} {declaredCategory}
        </span>
      </>
    ) : (
      declaredCategory
    );
  const figures: [string, ReactNode][] = assessment
    ? [
        [t(corrected ? 'intrinsicValueCorrected' : 'intrinsicValue'), figure('intrinsicValue', 'value')],
        [t(corrected ? 'dutyCorrected' : 'duty'), figure('duty', 'duty')],
        [t(corrected ? 'vatCorrected' : 'vat'), figure('vat', 'vat')],
        [t(corrected ? 'categoryCorrected' : 'category'), category],
        [t('examined'), tClearance(whyNot ? `result.${whyNot}` : `outcome.${row.examinationOutcome}`)],
      ]
    : [];
  return (
    <Panel
      title={t(headlineOf(row), {
        meaning: tClearance(`laneMeaning.${row.laneEffective}`),
        reason:
          row.selectionReason === 'rule' && profiles[0]
            ? t('byProfile', { title: profiles[0].title, others: profiles.length - 1 })
            : tClearance(`selectionReason.${row.selectionReason}`),
      })}
      description={<SelectionSentence detail={detail} />}
    >
      <dl className="mb-2 flex flex-wrap gap-x-6 gap-y-1 border-line border-b pb-2">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="text-muted text-xs">{label}</dt>
            <dd className="font-semibold text-sm">{value}</dd>
          </div>
        ))}
      </dl>
      <OutsideCallout lines={assessment?.chargeLines ?? []} />
      {corrected?.overLimit ? <OverLimitCallout overLimit={corrected.overLimit} isOpen={isOpen} /> : null}
      {corrected?.excluded ? <ExcludedGoodsCallout excluded={corrected.excluded} isOpen={isOpen} /> : null}
      {indicators.length + profiles.length === 0 ? (
        <p className="text-muted text-sm">{t(row.selectionReason === 'random' ? 'onlyRandom' : 'noReason')}</p>
      ) : (
        <ul aria-label={t('topReasons')} className="-mx-2 flex flex-col">
          {profiles.map((hit) => (
            <ProfileReason key={hit.profileId} hit={hit} />
          ))}
          {indicators.slice(0, TOP).map((indicator) => (
            <Reason key={indicator.code} indicator={indicator} isStrong />
          ))}
        </ul>
      )}
      {rest.length > 0 ? (
        <details className="mt-1">
          <summary className="inline-flex min-h-target items-center rounded-sm text-accent text-sm">
            {t('otherReasons', { count: rest.length })}
          </summary>
          <ul className="-mx-2 flex flex-col">
            {rest.map((indicator) => (
              <Reason key={indicator.code} indicator={indicator} />
            ))}
          </ul>
        </details>
      ) : null}
      {assessment ? (
        <p className="mt-2 text-muted text-xs">
          {t('basis', { version: assessment.version })}{' '}
          <span translate="no" className="font-mono">
            {assessment.policyVersion} · {assessment.engineVersion}
          </span>
        </p>
      ) : null}
    </Panel>
  );
}
