'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { RadioField } from '@/components/ui/choice-field';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { DRAW_PERCENT, type TrustLevel } from '@/lib/partnership/trust';
import { type FormAction, FormDialog } from './form-dialog';

type Waiting = { statusId: string; level: TrustLevel; drawPercent: number; validTo: string; reason: string };

type TrustActsProps = {
  partnerId: string;
  partnerName: string;
  /** Levels the policy in force knows, with the least part of the random draw each leaves, in per cent. */
  levels: readonly { readonly level: TrustLevel; readonly leastDrawPercent: number }[];
  /** What the figures say, to begin with. */
  suggested: TrustLevel | null;
  waiting: Waiting | null;
  /** The reader proposed it. */
  isOwnProposal: boolean;
  inForceId: string | null;
  propose: FormAction;
  decide: FormAction;
  suspend: FormAction;
};

/** What customs can do about trust in a partner, as it stands. */
export function TrustActs(props: TrustActsProps) {
  const { partnerId, partnerName, levels, suggested, waiting, isOwnProposal, inForceId, propose, decide, suspend } =
    props;
  const t = useTranslations('partnership.trust');
  const locale = useLocale();
  return (
    <>
      {waiting && isOwnProposal ? <p className="text-muted text-sm">{t('ownProposal')}</p> : null}
      {waiting && !isOwnProposal ? (
        <FormDialog
          label={t('decide')}
          labelOf={partnerName}
          isPrimary
          title={t('decideTitle', { name: partnerName })}
          description={t('decideText', {
            level: t(`level.${waiting.level}`),
            percent: waiting.drawPercent,
            day: formatInstant(locale, new Date(waiting.validTo), 'date'),
            reason: waiting.reason,
          })}
          submit={t('decide')}
          action={decide}
          hidden={{ statusId: waiting.statusId }}
          labels={{ verdict: t('verdict'), note: t('note') }}
          fields={(errorOf) => (
            <>
              <RadioField
                name="verdict"
                legend={t('verdict')}
                error={errorOf('verdict')}
                options={(['grant', 'reject'] as const).map((value) => ({ value, label: t(value) }))}
              />
              <TextAreaField name="note" label={t('note')} error={errorOf('note')} maxLength={500} required />
            </>
          )}
        />
      ) : null}
      {waiting || levels.length === 0 ? null : (
        <FormDialog
          label={t('propose')}
          labelOf={partnerName}
          title={t('proposeTitle')}
          submit={t('propose')}
          done={t('proposed')}
          action={propose}
          hidden={{ partnerId }}
          labels={{ level: t('levelLabel'), drawPercent: t('drawPercent'), validTo: t('validTo'), reason: t('reason') }}
          fields={(errorOf) => (
            <>
              <SelectField
                name="level"
                label={t('levelLabel')}
                error={errorOf('level')}
                defaultValue={suggested ?? 'reliable'}
                options={levels.map(({ level, leastDrawPercent }) => ({
                  value: level,
                  label: t('levelOption', { level: t(`level.${level}`), least: leastDrawPercent }),
                }))}
              />
              <TextField
                name="drawPercent"
                type="number"
                inputMode="numeric"
                min={DRAW_PERCENT.least}
                max={DRAW_PERCENT.most}
                label={t('drawPercent')}
                hint={t('drawHint')}
                error={errorOf('drawPercent')}
                defaultValue="50"
                required
              />
              <TextField
                name="validTo"
                type="date"
                label={t('validTo')}
                hint={t('validToHint')}
                error={errorOf('validTo')}
                required
              />
              <TextAreaField name="reason" label={t('reason')} error={errorOf('reason')} maxLength={500} required />
            </>
          )}
        />
      )}
      {inForceId ? (
        <ReasonDialog
          trigger={<Button aria-label={`${t('suspend')}: ${partnerName}`}>{t('suspend')}</Button>}
          title={t('suspendTitle')}
          description={t('suspendText')}
          submit={t('suspend')}
          done={t('suspended')}
          action={suspend}
          fields={{ statusId: inForceId }}
          isDanger
        />
      ) : null}
    </>
  );
}
