import fineCountries from 'world-atlas/countries-50m.json';
import coarseCountries from 'world-atlas/countries-110m.json';
import { type ColourScale, valueColour } from './colour-classes';
import { ColourLegend, type ColourWords } from './colour-legend';
import { MAP_WIDTH, type MapShape, projected, shapesOf, type Topology } from './topology';

export type MapCountry = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly value: number;
  /** Said on pointing at it, as `China: 1,204 consignments`. */
  readonly text: string;
  readonly href?: string;
};

type WorldMapProps = {
  countries: readonly MapCountry[];
  scale: ColourScale;
  words: ColourWords;
};

/** Antarctica is left out: no parcel comes from there, and it would take a fifth of the height. */
const LEFT_OUT = 'AQ';
const TOP = projected(0, 84)[1];
const BOTTOM = projected(0, -56.5)[1];
/** Countries smaller than this are marked by a dot, which can be seen and hit. */
const DOT_BELOW_PX = 7;
const DOT_PX = 3.5;

type Drawn = MapShape & { readonly country: string | null };
let drawn: readonly Drawn[] | null = null;

/** The numeric codes are made alphabetic by the list that every ICU has. */
const drawnOf = (topology: unknown): Drawn[] =>
  shapesOf(topology as Topology)
    .map((shape) => ({ ...shape, country: shape.code && (new Intl.Locale(`und-${shape.code}`).region ?? null) }))
    .filter(({ country }) => country !== LEFT_OUT);

/**
 * The outlines, worked out once: coarse ones, which make a page a third as heavy, and of the countries that are too small
 * for them their place alone.
 */
function outlines(): readonly Drawn[] {
  if (drawn) return drawn;
  const coarse = drawnOf(coarseCountries);
  const known = new Set(coarse.map(({ country }) => country));
  const small = drawnOf(fineCountries).filter(({ country }) => country !== null && !known.has(country));
  drawn = [...coarse, ...small.map((shape) => ({ ...shape, path: '' }))];
  return drawn;
}

/** The codes of all countries that have a place on the map. */
export function mappedCountries(): ReadonlySet<string> {
  return new Set(outlines().flatMap(({ country }) => (country ? [country] : [])));
}

/**
 * Countries coloured by a figure, areas true to each other; small ones as dots. Drawn by the server; the sentence and the table beside it
 * say the same aloud, and hold the same links.
 */
export function WorldMap({ countries: told, scale, words }: WorldMapProps) {
  const known = new Map(told.map((country) => [country.code, country]));
  const shapes = outlines();
  return (
    <div>
      <svg aria-hidden="true" viewBox={`0 ${TOP} ${MAP_WIDTH} ${BOTTOM - TOP}`} className="block h-auto w-full">
        {shapes.map((shape, at) => {
          const country = shape.country ? known.get(shape.country) : undefined;
          if (shape.path === '') return null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: several shapes have no code, and their order never changes
            <Linked key={`${shape.code} ${at}`} country={country}>
              <path
                d={shape.path}
                fill={(country && valueColour(scale, country.value)) ?? 'var(--color-sunken)'}
                stroke="var(--color-line-strong)"
                strokeWidth={0.4}
                strokeLinejoin="round"
              />
            </Linked>
          );
        })}
        {shapes.map((shape) => {
          const country = shape.country ? known.get(shape.country) : undefined;
          const { x, y, width, height } = shape.box;
          const colour = country && valueColour(scale, country.value);
          const isOutlined = shape.path !== '' && Math.max(width, height) >= DOT_BELOW_PX;
          if (!country || !colour || isOutlined) return null;
          return (
            <Linked key={country.code} country={country}>
              <circle
                cx={x + width / 2}
                cy={y + height / 2}
                r={DOT_PX}
                fill={colour}
                stroke="var(--color-ink)"
                strokeWidth={0.6}
              />
            </Linked>
          );
        })}
      </svg>
      <ColourLegend scale={scale} words={words} />
    </div>
  );
}

function Linked({ country, children }: { country: MapCountry | undefined; children: React.ReactNode }) {
  if (!country) return <g>{children}</g>;
  const named = (
    <>
      <title>{country.text}</title>
      {children}
    </>
  );
  return country.href ? (
    <a href={country.href} tabIndex={-1} className="hover:opacity-75">
      {named}
    </a>
  ) : (
    <g>{named}</g>
  );
}
