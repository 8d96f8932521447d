'use client';

import { useEffect } from 'react';

type Control = HTMLInputElement | HTMLSelectElement;

/** Whether somebody chose something else than the page came with. */
function isChosen(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  return control.type === 'checkbox'
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

/** What was chosen in a form and not sent yet, by the name of the control. */
function choicesOf(form: HTMLFormElement): ReadonlyMap<string, readonly string[]> {
  const controls = [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) &&
      element.type !== 'hidden' &&
      element.name !== '',
  );
  // Days are chosen as a pair: one alone makes no period.
  const names = new Set(controls.filter(isChosen).flatMap(({ name }) => (PAIR.includes(name) ? PAIR : [name])));
  const valuesOf = (name: string) =>
    controls
      .filter((control) => control.name === name)
      .filter((control) => control.type !== 'checkbox' || (control as HTMLInputElement).checked)
      .map(({ value }) => value);
  return new Map([...names].map((name) => [name, valuesOf(name)]));
}
const PAIR = ['from', 'to'];
/** What the order of a table names: a column, figure or telling of a question that is asked otherwise may not be there any more. */
const ORDERED_BY = ['rows', 'columns', 'figures', 'telling'];
const ORDER = ['sort', 'sorted', 'at', 'order'];

/**
 * Sends along what was chosen in the other forms of the page: who picks weeks in one and a drawing in another presses one button, and loses
 * neither. Without script each form sends its own.
 */
export function CarriedChoices() {
  useEffect(() => {
    const carry = (event: FormDataEvent) => {
      const sent = event.target;
      if (!(sent instanceof HTMLFormElement) || !sent.matches('[data-asks]')) return;
      for (const other of document.querySelectorAll<HTMLFormElement>('form[data-asks]')) {
        if (other === sent) continue;
        for (const [name, values] of choicesOf(other)) {
          event.formData.delete(name);
          if (PAIR.includes(name)) event.formData.delete('period');
          if (ORDERED_BY.includes(name)) for (const order of ORDER) event.formData.delete(order);
          for (const value of values) event.formData.append(name, value);
        }
      }
    };
    document.addEventListener('formdata', carry);
    return () => document.removeEventListener('formdata', carry);
  }, []);
  return null;
}
