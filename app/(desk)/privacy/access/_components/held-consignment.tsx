'use client';

import { useTranslations } from 'next-intl';
import { FormDialog } from '@/components/partnership/form-dialog';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { STATEMENT_KINDS } from '@/lib/privacy/codes';
import type { HeldConsignment } from '@/lib/privacy/held';
import { recordStatementAction } from '../../actions';

/** What one consignment holds of a person, and a way to record what the person says of it. */
export function HeldConsignmentItem({ held }: { held: HeldConsignment }) {
  const t = useTranslations('privacy.access');
  const tFile = useTranslations('attachments.kind');
  const { reference, standsAs, otherParty } = held;
  const lines = (all: readonly string[]) => (all.length === 0 ? null : all.join('; '));
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge tone="info">{t(`standsAs.${standsAs}`)}</Badge>
        <bdi className="font-semibold" translate="no">
          {reference}
        </bdi>
        <span className="text-muted" translate="no">
          {held.sentBy} · {held.office} · <DateTime at={`${held.receivedOn}T00:00:00Z`} show="date" />
        </span>
        <RecordStatement held={held} />
      </p>
      {held.isRestricted ? <p className="text-muted text-sm">{t('restricted')}</p> : null}
      <DescriptionList
        columns={2}
        items={[
          ...held.own.map((own) => ({
            term: t('own', { version: own.version }),
            value: [own.name, own.address, own.postcode, own.city, own.country, own.id, own.phone, own.email]
              .filter(Boolean)
              .join(', '),
            data: true,
          })),
          ...held.ofOthers.map((one) => ({
            term: t('ofOthers', { version: one.version }),
            value: [one.initial, one.city, one.country].filter(Boolean).join(', '),
            data: true,
          })),
          {
            term: t('other'),
            value: otherParty
              ? [otherParty.initial, otherParty.city, otherParty.country].filter(Boolean).join(', ')
              : null,
            data: true,
          },
          {
            term: t('goods'),
            value: lines(held.goods.map((one) => `${one.description}, ${one.value} ${one.currency}`)),
            data: true,
          },
          {
            term: t('decisions'),
            value: lines(held.decisions.map((one) => `${one.decidedOn} ${one.kind}`)),
            data: true,
          },
          {
            term: t('files'),
            value: lines(
              held.files.map(
                (one) => `${one.sentOn} ${tFile(one.kind as 'invoice')}${one.isErased ? ` (${t('erasedFile')})` : ''}`,
              ),
            ),
          },
          { term: t('looks'), value: lines(held.looks.map((one) => `${one.on} ${one.role} (${one.why})`)), data: true },
          {
            term: t('statements'),
            value: lines(held.statements.map((one) => `${one.cameOn}: ${one.words}`)),
            data: true,
          },
        ]}
      />
      {held.keptUntil ? (
        <p className="text-muted text-xs">
          {t('keptUntil', { day: held.keptUntil.on })} (<bdi translate="no">{held.keptUntil.source}</bdi>)
        </p>
      ) : null}
    </li>
  );
}

function RecordStatement({ held: { consignmentId, reference, standsAs, own } }: { held: HeldConsignment }) {
  const t = useTranslations('privacy.access');
  const version = String(own[0]?.version ?? '');
  return (
    <FormDialog
      label={t('state')}
      labelOf={reference}
      isSmall
      title={t('state')}
      description={t('stateText')}
      submit={t('state')}
      done={t('stateDone')}
      action={recordStatementAction}
      hidden={{ consignmentId, standsAs, version }}
      labels={{ kind: t('kind'), cameOn: t('cameOn'), words: t('words') }}
      fields={(errorOf) => (
        <>
          <SelectField
            name="kind"
            label={t('kind')}
            error={errorOf('kind')}
            options={STATEMENT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextField name="cameOn" type="date" label={t('cameOn')} error={errorOf('cameOn')} required />
          <TextAreaField name="words" label={t('words')} error={errorOf('words')} maxLength={2000} required />
        </>
      )}
    />
  );
}
