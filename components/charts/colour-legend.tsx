import { type ColourScale, classColour, classesOf } from './colour-classes';

/** What the classes of a scale of colours are called. */
export type ColourWords = {
  readonly any: string;
  readonly none: string;
  readonly below: (end: string) => string;
  readonly from: (end: string) => string;
  /** The end of a class. */
  readonly format: (value: number) => string;
};

/** The classes of a scale of colours, what fell first, the largest last. */
export function ColourLegend({ scale, words }: { scale: ColourScale; words: ColourWords }) {
  const steps = Array.from({ length: classesOf(scale) }, (_, index) => index);
  const nameOf = (index: number, sign: '' | '−') => {
    const from = scale.ends[index - 1];
    const to = scale.ends[index];
    const end = (value: number) => `${sign}${words.format(value)}`;
    if (from === undefined) return to === undefined ? words.any : words.below(end(to));
    return to === undefined ? words.from(end(from)) : `${end(from)} – ${end(to)}`;
  };
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-2 text-muted text-xs">
      {scale.hasFalls
        ? steps
            .toReversed()
            .map((index) => (
              <Step key={`fall ${index}`} colour={classColour(scale, index, true)} name={nameOf(index, '−')} />
            ))
        : null}
      {steps.map((index) => (
        <Step key={index} colour={classColour(scale, index)} name={nameOf(index, '')} />
      ))}
      <Step colour="var(--color-sunken)" name={words.none} />
    </ul>
  );
}

function Step({ colour, name }: { colour: string; name: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <span className="size-3 rounded-sm border border-line-strong" style={{ background: colour }} aria-hidden="true" />
      <span>{name}</span>
    </li>
  );
}
