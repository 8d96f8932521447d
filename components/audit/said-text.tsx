import type { Said } from '@/lib/audit/say';

/** A code in words; what is no word of ours is left alone by translators. */
export function SaidText({ said, className }: { said: Said; className?: string }) {
  return (
    <bdi translate={said.isWord ? undefined : 'no'} className={className}>
      {said.text}
    </bdi>
  );
}
