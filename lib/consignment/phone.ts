/** Figures of a telephone number that one line has at least; shorter ones are extensions and service numbers. */
const PHONE_FIGURES = 8;
/** The end of a number is the same whether the country and a trunk zero are dialled or not. */
const PHONE_COMPARED = 9;

/** A telephone number as far as two ways of writing it agree: its last nine figures; null for what is none. */
export function normalisePhone(phone: string): string | null {
  const figures = phone
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/(?:ext|extension|x|#)\.?\s*\d+\s*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return figures.length < PHONE_FIGURES || /^(\d)\1+$/.test(figures) ? null : figures.slice(-PHONE_COMPARED);
}
