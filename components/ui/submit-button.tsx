'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** The button of a form: busy from the press until the answer, so nothing is sent twice. */
export function SubmitButton({ pending, ...rest }: Omit<ButtonProps, 'type'>) {
  const form = useFormStatus();
  return <Button {...rest} type="submit" pending={pending ?? form.pending} />;
}
