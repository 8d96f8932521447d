import clsx from 'clsx';
import type { ReactNode } from 'react';

type FieldMarkProps = {
  /** `items.0.value`; what an indicator names as the field it rests on. */
  pointer: string;
  /** At least one indicator rests on the field: it is underlined even when nobody points at the reason. */
  isGround: boolean;
  children: ReactNode;
};

/** A declared value that lights up while the reader points at a reason resting on it. See `FieldLights`. */
export function FieldMark({ pointer, isGround, children }: FieldMarkProps) {
  return (
    <span
      data-pointer={pointer}
      className={clsx(
        'relative rounded-sm data-lit:bg-warning-bg data-lit:outline-2 data-lit:outline-warning data-lit:outline-offset-1',
        isGround && 'underline decoration-warning decoration-dotted underline-offset-4',
      )}
    >
      {children}
    </span>
  );
}
