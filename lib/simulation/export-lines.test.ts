import { describe, expect, it } from 'vitest';
import { NO_CHANGES } from './changes';
import { noCharges } from './charge-tally';
import { type Exported, simulationJson, simulationLines } from './export-lines';

const simulation: Exported = {
  ...{ title: '=1+1', state: 'done', fromOn: '2026-10-01', toOn: '2026-10-31', officeIds: ['NLRTM', 'BELGG'] },
  ...{ currency: 'EUR', minorDigits: 2, createdByName: '@anyone', createdAt: new Date('2026-11-01T08:00:00Z') },
  ...{ engineVersion: '1', charged: 2, unrepeated: 0, reselected: 0, unrepeatedControls: 0 },
  changes: {
    ...NO_CHANGES,
    slots: [{ officeId: 'NLRTM', documents: 3, nii: null, physical: 0 }],
    profiles: [{ profileId: 'p', version: null }],
    indicators: [{ code: 'splitting', percent: 0 }],
  },
  told: [{ kind: 'vat_rate', key: 'standard', before: { ratePercent: '21' }, value: { ratePercent: '25' } }],
  profileNumbers: new Map([['p', 4]]),
  result: {
    total: { ...noCharges(), consignments: 2, dutyMinorWas: 1_050n, dutyMinorSimulated: 50n },
    months: [],
    members: {
      origin: [],
      chapter: [],
      marketplace: [{ member: '=cmd|calc', sums: { ...noCharges(), dutyMinorWas: 1_050n } }],
    },
    controls: [],
  },
};

describe('a file of a simulation', () => {
  const lines = [...simulationLines([simulation], ['Behaviour does not change.'])];

  it('begins with what was asked and how it was worked out, before the first figure', () => {
    const sections = lines.map((line) => line.split(',')[0]);
    expect(sections.indexOf('figure')).toBeGreaterThan(sections.lastIndexOf('assumption'));
    expect(lines).toContain("assumption,'=1+1,,,vat_rate.standard.ratePercent,,21,25,\r\n");
    expect(lines).toContain("assumption,'=1+1,,,slots.NLRTM.nii,,,no_limit,\r\n");
    expect(lines).toContain("assumption,'=1+1,,,indicator.splitting.percent,,100,0,\r\n");
    expect(lines).toContain("assumption,'=1+1,,,profile.4,,,off,\r\n");
    expect(lines).toContain("assumption,'=1+1,,,minutes.physical,,,45,\r\n");
    expect(lines).toContain("assumption,'=1+1,,,method,,,Behaviour does not change.,\r\n");
  });

  it('has exact amounts, the difference with its sign, and every member', () => {
    expect(lines).toContain("figure,'=1+1,total,,duty,EUR,10.50,0.50,-10.00\r\n");
    expect(lines.some((line) => line.startsWith("figure,'=1+1,marketplace,'=cmd|calc,duty,EUR,10.50,0.00"))).toBe(true);
  });

  it('makes names harmless that a spreadsheet would run', () => {
    const cells = lines.flatMap((line) => line.trimEnd().split(',').slice(0, 6));
    expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(lines.some((line) => line.includes("'@anyone"))).toBe(true);
  });

  it('says the same as JSON', () => {
    const { simulations } = JSON.parse(simulationJson([simulation], ['A limit.']));
    expect(simulations[0]).toMatchObject({ title: '=1+1', changes: { slots: [{ documents: 3 }] } });
    expect(simulations[0].figures).toContainEqual({
      ...{
        cutBy: 'total',
        member: '',
        figure: 'duty',
        unit: 'EUR',
        was: '10.50',
        simulated: '0.50',
        difference: '-10.00',
      },
    });
  });
});
