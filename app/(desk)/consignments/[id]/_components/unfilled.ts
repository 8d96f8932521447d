import type { Refused } from './refusals';

type Checked = Pick<HTMLInputElement, 'id' | 'name' | 'type' | 'willValidate' | 'validity'>;

function isChecked(element: Element): element is Element & Checked {
  return 'willValidate' in element && 'validity' in element;
}

/** The code of the sentence a control needs; one that holds a choice is asked to choose. */
function codeOf({ type, validity }: Checked): string {
  if (!validity.valueMissing) return 'invalid';
  return type === 'select-one' || type === 'radio' ? 'choose' : 'required';
}

/** What an act's form still lacks, by the names its controls go by after `act-`; null when nothing is missing. */
export function unfilled(form: HTMLFormElement): Refused | null {
  const wrong = [...form.elements]
    .filter(isChecked)
    .filter((control) => control.willValidate && !control.validity.valid);
  if (wrong.length === 0) return null;
  const names = wrong.map((control) => {
    const field = control.id.startsWith('act-') ? control.id.slice('act-'.length) : control.name;
    return [control.type === 'radio' ? control.name : field, [codeOf(control)]] as const;
  });
  return { reasons: [], fieldErrors: Object.fromEntries(names) };
}
