/** The product's mark: an obelisk before the sun disc. Disc in the accent, stone in the colour of the text around it. */
export function ObeliskMark({ size = 22 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className="shrink-0">
      <circle cx="12" cy="11" r="8" fill="var(--color-accent)" />
      <path
        d="M12 1.500 14.600 5 16 20H8L9.400 5ZM4 20h16v2.500H4Z"
        fill="currentColor"
        stroke="var(--color-surface)"
        strokeWidth="1.200"
        paintOrder="stroke"
      />
    </svg>
  );
}

/** Mark and name. The name is not translated. */
export function WordMark() {
  return (
    <span className="inline-flex items-center gap-2 font-semibold text-ink text-lg tracking-tight" translate="no">
      <ObeliskMark />
      Luxor
    </span>
  );
}
