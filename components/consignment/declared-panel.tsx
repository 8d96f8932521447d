import { useTranslations } from 'next-intl';
import { FieldMark } from './field-mark';
import { DateTime } from '@/components/ui/date-time';
import { Absent, DescriptionList } from '@/components/ui/description-list';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { QualityRecord } from './quality-record';

type DeclaredPanelProps = {
  detail: ConsignmentDetail;
  grounds: ReadonlySet<string>;
  /** Where the columns of a record are explained. */
  helpHref: string;
};

/** Identifiers, transport and trade facts of the version in force. */
export function DeclaredPanel({ detail, grounds, helpHref }: DeclaredPanelProps) {
  const t = useTranslations('consignment');
  const { declared, row } = detail;
  const fact = (column: string, value: string | null) => ({
    term: t(`field.${column}`),
    value: (
      <FieldMark pointer={column} isGround={grounds.has(column)}>
        {value ? <bdi translate="no">{value}</bdi> : <Absent label={t('goods.absent')} />}
      </FieldMark>
    ),
  });
  const word = (column: string, value: string | null) => ({
    ...fact(column, value),
    ...(value && t.has(`word.${column}.${value}`)
      ? {
          value: (
            <FieldMark pointer={column} isGround={grounds.has(column)}>
              {t(`word.${column}.${value}`)}
            </FieldMark>
          ),
        }
      : {}),
  });
  const figure = (column: string, value: string | null, unit?: string) =>
    value
      ? {
          term: t(`field.${column}`),
          value: (
            <FieldMark pointer={column} isGround={grounds.has(column)}>
              <AmountText amount={value} currency={unit ?? ''} />
            </FieldMark>
          ),
        }
      : fact(column, null);
  return (
    <Panel
      id="declared"
      title={t('declared.title')}
      description={t('declared.version', { version: declared.version })}
      actions={<TextLink href={helpHref}>{t('declared.help')}</TextLink>}
    >
      <DescriptionList
        columns={2}
        items={[
          word('transaction_type', declared.transactionType),
          word('channel', declared.channel),
          word('regime', declared.regime),
          fact('dispatch_country', declared.dispatchCountry),
          fact('marketplace', declared.marketplace),
          fact('seller_name', declared.sellerName),
          fact('scheme_id', declared.schemeId),
          word('collection_model', declared.collectionModel),
          figure('gross_mass_kg', declared.grossMassKg, 'kg'),
          figure('transport_cost', declared.transportCost, declared.transportCurrency ?? undefined),
          word('transport_mode', declared.transportMode),
          { term: t('field.expected_arrival_at'), value: <DateTime at={declared.expectedArrivalAt} /> },
          fact('s10_id', declared.s10Id),
          fact('house_ref', declared.houseRef),
          fact('master_ref', declared.masterRef),
          fact('lrn', declared.lrn),
          fact('mrn', declared.mrn),
          { term: t('declared.partner'), value: row.partnerName, data: true },
        ]}
      />
      <QualityRecord quality={declared.quality} problems={declared.warnings} />
    </Panel>
  );
}
