import { useTranslations } from 'next-intl';
import type { Device } from '@/lib/identity/device';

/** A device in words: "Firefox on Windows". */
export function DeviceText({ device }: { device: Device | null }) {
  const t = useTranslations('identity.device');
  if (device === null) return t('unknown');
  return t('on', { browser: t(`browser.${device.browser}`), system: t(`system.${device.system}`) });
}
