import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ModelView } from '@/db/queries/model/list-models';
import type { ModelTrial } from '@/db/queries/model/try-models';
import model from '@/lib/messages/en/model.json';
import ui from '@/lib/messages/en/ui.json';
import { trialOf } from '@/lib/risk/model/trial';
import { TrialPanel } from './trial-panel';

/** A hundred results of which every fifth is a finding; the version ranks them highest. */
const results = Array.from({ length: 100 }, (_, at) => ({
  rank: at % 5 === 0 ? 0.9 : at / 1_000,
  chance: 0.2,
  isFinding: at % 5 === 0,
  drawnWith: at % 2 === 0 ? 0.5 : null,
}));
const models = [
  { version: 1, standing: { state: 'active' } },
  { version: 2, standing: { state: 'shadow' } },
] as unknown as readonly ModelView[];

/** What the panel says where the shadow ranks right so many points more often than the version in force. */
function told(ahead: readonly [difference: number, low: number, high: number] | null): string {
  const trial: ModelTrial = {
    versions: [1, 2].map((version) => ({ version, trial: trialOf(results) })),
    firstDay: '2026-11-01',
    ahead: ahead && { active: 1, shadow: 2, difference: ahead[0], low: ahead[1], high: ahead[2] },
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ model, ui }}>
      <TrialPanel trial={trial} models={models} />
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, ' ');
}

it('advises promotion of what beats the draw, and says what tells it from the version in force', () => {
  expect(told([0.05, 0.02, 0.08])).toContain('Promotion is advised');
  expect(told([0.05, 0.02, 0.08])).toContain('more often than version 1 in force on the same results, by 5.0 points');
  expect(told([0.01, -0.02, 0.04])).toContain('nothing tells it surely from version 1 in force: 1.0 points');
  expect(told(null)).not.toContain('version 1 in force');
});

it('does not advise a version that surely ranks worse than the one in force, however much it beats the draw', () => {
  const text = told([-0.05, -0.08, -0.02]);
  expect(text).toContain('Promotion is not advised: version 2 ranks worse than the version in force');
  expect(text).toMatch(/less often than version 1 in force: [-−]5\.0 points of 100/);
});
