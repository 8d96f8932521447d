import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { type Left, LeftOut } from './together-left';

/** What came of several where something was refused; `keep` chooses the refused rows again. */
export type TogetherResult = {
  readonly kind: 'released' | 'undone';
  /** How many it was done with. */
  readonly done: number;
  readonly left: readonly Left[];
  readonly keep?: () => void;
};

type TogetherOutcomeProps = {
  result: TogetherResult;
  /** No row is on the page to be chosen. */
  isEmpty: boolean;
  onClose: () => void;
};

const TITLES = { released: 'refused', undone: 'notUndone' } as const;
const TEXTS = { released: 'partlyReleased', undone: 'partlyUndone' } as const;

/** How many were done and how many not, and of each that was not the reference and why. It stays until it is closed. */
export function TogetherOutcome({ result, isEmpty, onClose }: TogetherOutcomeProps) {
  const t = useTranslations('queue.together');
  const { kind, done, left, keep } = result;
  return (
    <Dialog
      title={t(TITLES[kind], { count: left.length })}
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          {keep && !isEmpty ? (
            <Button
              onClick={() => {
                keep();
                onClose();
              }}
            >
              {t('keep')}
            </Button>
          ) : null}
          <Button variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <Callout tone="danger">{t(TEXTS[kind], { done, left: left.length })}</Callout>
      <LeftOut left={left} />
    </Dialog>
  );
}
