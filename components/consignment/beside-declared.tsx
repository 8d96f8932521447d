import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A corrected value under the declared one, which stays legible and struck. */
export function BesideDeclared({ declared, corrected }: { declared: ReactNode; corrected: ReactNode }) {
  const t = useTranslations('consignment.goods');
  return (
    <>
      <s className="text-muted">{declared}</s>
      <span className="relative block font-semibold text-danger">
        <span className="sr-only">{t('corrected')} </span>
        <ins className="no-underline">{corrected}</ins>
      </span>
    </>
  );
}
