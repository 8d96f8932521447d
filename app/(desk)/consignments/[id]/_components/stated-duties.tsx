import { useTranslations } from 'next-intl';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import type { StatedDutyDetail } from '@/db/queries/consignment/consignment-detail';
import { Entry } from './entry';
import { ExtraCharges } from './extra-charges';

/** The duties officers stated where nobody could compute them; takes no room where none was. */
export function StatedDuties({ duties, hasExcise }: { duties: readonly StatedDutyDetail[]; hasExcise: boolean }) {
  const t = useTranslations('consignment.proceedings');
  if (duties.length === 0) return null;
  return (
    <Panel title={t('statedDuties')} flush>
      <ul>
        {duties.map(({ dutyId, itemNumber, amount, ground, statedByName, statedAt, extraCharges }) => (
          <Entry
            key={dutyId}
            title={
              <>
                {t('statedDuty', { item: itemNumber })} <AmountText {...amount} />
              </>
            }
            byName={statedByName}
            at={statedAt}
            words={[ground]}
          >
            <ExtraCharges of="duty" value={extraCharges} hasExcise={hasExcise} />
          </Entry>
        ))}
      </ul>
    </Panel>
  );
}
