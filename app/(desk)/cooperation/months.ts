/** The twelve months before that of an instant, the latest first, as `YYYY-MM`. */
export function monthsBefore(at: Date): string[] {
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back - 1, 1)).toISOString().slice(0, 7),
  );
}
