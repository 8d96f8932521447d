import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { XML_FORMATS } from '@/lib/intake/xml/read-xml';

/** Which XML messages are read, by what they are known, and which of their elements is one record. */
export function XmlFormats() {
  const t = useTranslations('submissions.uploadPage');
  return (
    <Panel title={t('xml')} description={t('xmlText')}>
      <ul className="flex flex-col gap-3 text-sm">
        {XML_FORMATS.map(({ key, root, record }) => (
          <li key={key} className="min-w-0">
            <h3 className="font-medium">{t(`xmlFormat.${key}`)}</h3>
            <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-3">
              <dt className="text-muted">{t('xmlRoot')}</dt>
              <dd className="font-mono text-xs leading-5" translate="no">
                {root.name}
              </dd>
              <dt className="text-muted">{t('xmlNamespace')}</dt>
              <dd className="min-w-0 break-all font-mono text-xs leading-5" translate="no">
                {root.namespace}
              </dd>
              <dt className="text-muted">{t('xmlRecord')}</dt>
              {record ? (
                <dd className="font-mono text-xs leading-5" translate="no">
                  {record.name}
                </dd>
              ) : (
                <dd>{t('xmlDocument')}</dd>
              )}
            </dl>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted text-sm">{t('xmlCanonical')}</p>
      <p className="mt-2 text-muted text-sm">
        {t('postalJson')} <TextLink href={routes.helpApi('schema-PostalItem')}>{t('postalFields')}</TextLink>
      </p>
    </Panel>
  );
}
