import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import type { UndoPreview } from '@/db/queries/intake/preview-undo';

const ORDER = ['withdrawable', 'actedOn', 'amended', 'replaced', 'gone'] as const;

/** What would happen now, in numbers. */
export function UndoCounts({ preview }: { preview: UndoPreview }) {
  const t = useTranslations('submissions.undoPage');
  const counts = { ...preview, gone: { count: preview.gone } };
  return (
    <Panel title={t('counts')}>
      <StatRow>
        {ORDER.filter((pile) => pile !== 'gone' || preview.gone > 0).map((pile) => (
          <Stat key={pile} label={t(pile)} value={<Count value={counts[pile].count} />} />
        ))}
      </StatRow>
    </Panel>
  );
}

type NamedPileProps = {
  title: string;
  text: string;
  count: number;
  /** The first of them, each with why it stays where there is more than one reason. */
  first: readonly { readonly reference: string; readonly why?: string }[];
};

/** Consignments that stay, by reference. */
function NamedPile({ title, text, count, first }: NamedPileProps) {
  const t = useTranslations('submissions.undoPage');
  if (count === 0) return null;
  return (
    <Panel title={title} description={text}>
      <ul className="flex flex-col gap-1 text-sm">
        {first.map(({ reference, why }) => (
          <li key={reference} className="flex flex-wrap gap-x-2">
            <span className="font-mono" translate="no">
              {reference}
            </span>
            {why ? <span className="text-muted">{why}</span> : null}
          </li>
        ))}
        {count > first.length ? <li className="text-muted">{t('more', { count: count - first.length })}</li> : null}
      </ul>
    </Panel>
  );
}

/** Everything that stays as it is, and why. */
export function WhatStays({ preview }: { preview: UndoPreview }) {
  const t = useTranslations('submissions.undoPage');
  const tRefusal = useTranslations('clearance.refusal');
  const named = (references: readonly string[]) => references.map((reference) => ({ reference }));
  const { actedOn, amended, replaced } = preview;
  return (
    <>
      <NamedPile
        title={t('actedOnTitle')}
        text={t('actedOnText')}
        count={actedOn.count}
        first={actedOn.first.map(({ reference, refusal }) => ({ reference, why: tRefusal(refusal) }))}
      />
      <NamedPile
        title={t('amendedTitle')}
        text={t('amendedText')}
        count={amended.count}
        first={named(amended.references)}
      />
      <NamedPile
        title={t('replacedTitle')}
        text={t('replacedText')}
        count={replaced.count}
        first={named(replaced.references)}
      />
    </>
  );
}
