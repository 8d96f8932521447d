import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { TextLink } from '@/components/ui/text-link';
import type { BesideDetail, SplitNames } from '@/db/queries/consignment/load-beside';
import { SchemeChecks } from './scheme-checks';

/** What the charges rest on beside the goods: consignments that were tested together with it, and the checks of its scheme number. */
export function BesideCharges({ beside }: { beside: BesideDetail }) {
  const { testedWith, laterTestedWith, schemeChecks } = beside;
  return (
    <>
      {testedWith ? <Names told="testedWith" names={testedWith} /> : null}
      {laterTestedWith ? <Names told="laterTestedWith" names={laterTestedWith} /> : null}
      {schemeChecks.length > 0 ? <SchemeChecks checks={schemeChecks} /> : null}
    </>
  );
}

/** By reference for who may see them; the others are counted. */
function Names({ told, names }: { told: 'testedWith' | 'laterTestedWith'; names: SplitNames }) {
  const t = useTranslations('revenue.beside');
  return (
    <p className="border-line border-b px-4 py-2 text-sm">
      {t(told)}{' '}
      {names.named.map(({ consignmentId, reference }, index) => (
        <span key={consignmentId} translate="no">
          {index === 0 ? null : ', '}
          <TextLink href={routes.consignment(consignmentId)}>{reference}</TextLink>
        </span>
      ))}
      {names.unnamed === 0 ? null : ` ${t('unnamed', { count: names.unnamed, named: names.named.length })}`}
    </p>
  );
}
