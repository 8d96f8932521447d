/** The first day of the month of a day. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month some months after that of a day; before it where the number is negative. */
export function addMonths(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The closed months before that of a day, the oldest first. */
export function monthsBefore(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addMonths(day, index - count));
}
