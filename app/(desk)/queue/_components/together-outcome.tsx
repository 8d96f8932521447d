import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { type Left, LeftOut } from './together-left';

/** What came of several where something was refused; `again` selects the refused rows, or reads anew what the filter finds of them. */
export type TogetherResult = {
  readonly kind: 'released' | 'undone';
  /** How many it was done with. */
  readonly done: number;
  readonly left: readonly Left[];
  readonly again?: { readonly kind: 'select' | 'read'; readonly run: () => void };
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
  const { kind, done, left, again } = result;
  return (
    <Dialog
      title={t(TITLES[kind], { count: left.length })}
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          {again && !isEmpty ? (
            <Button
              onClick={() => {
                onClose();
                again.run();
              }}
            >
              {t(`again.${again.kind}`)}
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
