import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import type { CounterpartRow } from '@/db/queries/cooperation/list-counterparts';
import { Fingerprint } from './fingerprint';

/** What was agreed with an administration, by whom, and the key it signs with. */
export function CounterpartFacts({ of }: { of: CounterpartRow }) {
  const t = useTranslations('cooperation.counterpart');
  const by = (name: string | null, at: Date | null) =>
    name && at ? (
      <>
        <span translate="no">{name}</span>, <DateTime at={at} />
      </>
    ) : null;
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t('fingerprint'), value: <Fingerprint of={of.fingerprint} />, hint: t('fingerprintHint') },
        { term: t('basis'), value: of.legalBasis, data: true },
        {
          term: t('period'),
          value: (
            <>
              <DateTime at={of.validFrom} show="date" /> – <DateTime at={of.validTo} show="date" />
            </>
          ),
        },
        { term: t('secret'), value: t(of.hasSecret ? 'secretSet' : 'secretNone') },
        { term: t('proposedBy'), value: by(of.proposedByName, of.proposedAt) },
        { term: t('decidedBy'), value: by(of.decidedByName, of.decidedAt) },
        { term: t('note'), value: of.endReason ?? of.decisionNote, data: true },
        { term: t('ended'), value: by(of.endedByName, of.endedAt) },
      ]}
    />
  );
}
