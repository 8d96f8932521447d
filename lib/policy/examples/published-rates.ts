import type { PublishedTariff } from './published-tariffs';

type PublishedRate = {
  readonly key: string;
  readonly value: { readonly ratePercent: string } | { readonly ratePercent: null; readonly text: string };
  readonly source: string;
  readonly edition: string;
};

/** What goes by pieces, weight or strength on every line, or has a least amount: its words are those of the national lines. */
const BY_QUANTITY = { ratePercent: null, text: 'no plain percentage, see the national lines' } as const;

const pairs = (lines: readonly string[]) =>
  lines
    .flatMap((line) => line.split(' '))
    .filter(Boolean)
    .map((pair) => pair.split(':') as [prefix: string, ratePercent: string]);

/** The rates of a published tariff as rows of the policy, each saying whether it is the rate of the law or a mean of several. */
export function ratesOf({ tariff, edition, exact, mean, byQuantity }: PublishedTariff): readonly PublishedRate[] {
  return [
    ...pairs(exact).map(([key, ratePercent]) => ({ key, value: { ratePercent }, source: tariff, edition })),
    ...pairs(mean).map(([key, ratePercent]) => ({
      ...{ key, value: { ratePercent }, edition },
      source: `${tariff}: simple mean of the percentages under the prefix, no legal rate`,
    })),
    ...byQuantity.map((key) => ({ key, value: BY_QUANTITY, source: tariff, edition })),
  ];
}
