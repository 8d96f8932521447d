import { useTranslations } from 'next-intl';
import { useRungText } from '@/components/model/use-rung-text';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Ladder } from '@/db/queries/model/get-ladder';

/** Why no model says anything of a consignment, and what is wanting for one that does. */
export function NoChance({ ladder, href }: { ladder: Ladder; href: string }) {
  const t = useTranslations('model.chance');
  const rungText = useRungText();
  return (
    <Panel title={t('none')} actions={<TextLink href={href}>{t('model')}</TextLink>}>
      <p className="text-sm">{ladder.active === null ? rungText(ladder) : t('noneThen', { version: ladder.active })}</p>
    </Panel>
  );
}
