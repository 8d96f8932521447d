import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import type { TracedReason } from '@/lib/risk/model/consignment-scorer';

/** A reason of the risk model as a sentence that names the values it rests on. */
export function useReasonText(): (reason: TracedReason, currency: string) => string {
  const t = useTranslations('model.reason');
  const tChannel = useTranslations('queue.channel');
  const locale = useLocale();
  return ({ reason, values }, currency) => {
    const figure = (name: string, divisor: number, digits?: number) => {
      const value = values[name];
      return typeof value === 'number' ? formatDecimal(locale, value / divisor, digits) : null;
    };
    const money = (name: string) => {
      const amount = figure(name, 100, 2);
      return amount === null ? 'none' : `${amount} ${currency}`;
    };
    const kilograms = (name: string) => {
      const grams = values[name];
      if (typeof grams !== 'number') return 'none';
      return formatDecimal(locale, Number((grams / 1000).toPrecision(3)));
    };
    const count = (name: string) => (typeof values[name] === 'number' ? values[name] : 0);
    const text = (name: string) =>
      values[name] === null || values[name] === undefined ? 'none' : String(values[name]);
    const tally = { seen: count('seen'), findings: count('findings') };
    switch (reason) {
      case 'value':
        return t('value.text', { value: money('valueMinor'), items: count('items') });
      case 'unit_value':
        return t('unit_value.text', {
          perPiece: money('perPieceMinor'),
          perKg: money('perKgMinor'),
          usual: money('usualMinor'),
        });
      case 'mass':
        return t('mass.text', { mass: kilograms('massG'), usual: kilograms('usualG') });
      case 'duty_at_stake':
        return t('duty_at_stake.text', { charges: money('chargesMinor') });
      case 'sender_results':
      case 'recipient_results':
        return t(`${reason}.text`, { examined: count('examined'), findings: count('findings') });
      case 'sender_traffic':
        return t('sender_traffic.text', {
          known: values.knownDays === null ? 'new' : formatDecimal(locale, count('knownDays')),
          consignments: count('consignments'),
        });
      case 'recipient_traffic':
        return t('recipient_traffic.text', { consignments: count('consignments'), atAddress: count('atAddress') });
      case 'data_quality':
        return t('data_quality.text', { quality: text('quality'), warnings: count('warnings') });
      case 'goods_history':
        return t('goods_history.text', { code: text('code'), ...tally });
      case 'origin_route_history':
        return t('origin_route_history.text', { origin: text('origin'), dispatch: text('dispatch'), ...tally });
      case 'marketplace_channel':
        return t('marketplace_channel.text', {
          marketplace: text('marketplace'),
          channel:
            values.channel && tChannel.has(String(values.channel) as 'post')
              ? tChannel(String(values.channel) as 'post')
              : 'none',
          ...tally,
        });
    }
  };
}
