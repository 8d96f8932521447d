import { useTranslations } from 'next-intl';
import type { Band, Law, LawAmount } from '@/lib/charges/law';
import { parameterName } from './parameter-name';

const money = ({ amount, currency }: LawAmount) => `${amount} ${currency}`;

/** A law of charges in words: its bands in the order they are tried, what each bears and the provision. */
export function LawText({ law }: { law: Law }) {
  const t = useTranslations('policy.law');
  const tPolicy = useTranslations('policy');
  const { waived } = law;
  return (
    <div className="flex flex-col gap-2">
      <p>
        {t(`value.${law.customsValue}`)} {t(`tests.${law.limitTests}`)}
      </p>
      <ol className="flex flex-col gap-1">
        {law.bands.map((band) => (
          <li key={band.key}>
            <span className="font-medium">{parameterName(tPolicy, 'band', band.key)}</span>
            <BandText band={band} />
            <span className="block text-muted text-xs" translate="no">
              {band.citation}
            </span>
          </li>
        ))}
      </ol>
      {waived ? <p>{t('waived', { limit: money(waived.amount), at: waived.isInclusive ? 'upTo' : 'below' })}</p> : null}
      {law.fees.map(({ key, flat, per }) => (
        <p key={key}>{t('fee', { name: key.replaceAll('_', ' '), flat: money(flat), per })}</p>
      ))}
    </div>
  );
}

function BandText({ band: { when, duty, tax, closedTo } }: { band: Band }) {
  const t = useTranslations('policy.law');
  const limit = when.upTo ?? when.below;
  const flat = 'flat' in duty ? money(duty.flat) : '';
  const rate = 'rate' in duty ? duty.rate : '';
  const off = 'deduct' in duty && duty.deduct ? money(duty.deduct) : '';
  const proof = 'proof' in duty ? duty.proof : '';
  const percent = ('ratePercent' in tax && tax.ratePercent) || 'own';
  const share = 'sharePercent' in tax ? tax.sharePercent : '';
  return (
    <>
      {limit ? t(when.upTo ? 'upTo' : 'below', { limit: money(limit) }) : null}
      {when.dispatchedFrom ? t('from', { countries: when.dispatchedFrom.join(', ') }) : null}
      {': '}
      {t(`duty.${duty.kind}`, { flat, rate, off: off === '' ? 'none' : off, proof })}
      {proof === '' ? `; ${t(`tax.${tax.kind}`, { percent, share })}` : null}
      {closedTo.length > 0 ? ` ${t('closedTo', { codes: closedTo.join(' ') })}` : null}
    </>
  );
}
