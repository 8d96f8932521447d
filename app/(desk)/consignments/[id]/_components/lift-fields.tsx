import { useTranslations } from 'next-intl';
import { NoteField } from './act-fields';
import type { OpenHold } from './desk-subject';

/** What lifting a hold asks for: that of an agency only with the reason in words. */
export function LiftFields({ hold }: { hold: OpenHold | undefined }) {
  const t = useTranslations('consignment.act');
  const tClearance = useTranslations('clearance');
  if (!hold?.agencyName) return <NoteField label={t('liftNote')} />;
  const { agencyName, verdict } = hold;
  return (
    <>
      <p className="text-sm">
        {t('liftAgency', { agency: agencyName })} {verdict ? tClearance(`holdVerdict.${verdict}`) : t('agencySilent')}
      </p>
      <NoteField label={t('liftReason')} isRequired />
    </>
  );
}
