import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/identity/roles';
import admin from '@/lib/messages/en/admin.json';
import audit from '@/lib/messages/en/audit.json';
import capacity from '@/lib/messages/en/capacity.json';
import cooperation from '@/lib/messages/en/cooperation.json';
import help from '@/lib/messages/en/help.json';
import learning from '@/lib/messages/en/learning.json';
import partnership from '@/lib/messages/en/partnership.json';
import queue from '@/lib/messages/en/queue.json';
import riskdesk from '@/lib/messages/en/riskdesk.json';
import search from '@/lib/messages/en/search.json';
import shell from '@/lib/messages/en/shell.json';
import statistics from '@/lib/messages/en/statistics.json';
import submissions from '@/lib/messages/en/submissions.json';
import supervision from '@/lib/messages/en/supervision.json';
import tracking from '@/lib/messages/en/tracking.json';
import { navigationOf, startOf } from './navigation';

const desk = join(import.meta.dirname, '..', '(desk)');

/** Where the title of a page stands in the catalogue. */
const TITLES: Readonly<Record<string, string>> = {
  clearance: queue.title,
  team: supervision.title,
  capacity: capacity.title,
  users: admin.users.title,
  partners: admin.partners.title,
  audit: audit.title,
  dashboard: statistics.title,
  effectiveness: riskdesk.title,
  consignments: search.title,
  tracking: tracking.title,
  submissions: submissions.title,
  help: help.title,
  learning: learning.title,
  scorecard: partnership.scorecard.title,
  memoranda: partnership.memoranda.title,
  cooperation: cooperation.title,
  resolution: partnership.resolution.title,
  partnerTeam: partnership.team.title,
};

describe.each(ROLES)('the navigation of the %s', (role) => {
  const places = navigationOf(role);
  it('leads to pages that exist', () => {
    expect(places.filter(({ href }) => !existsSync(join(desk, href, 'page.tsx'))).map(({ href }) => href)).toEqual([]);
  });
  it('calls each page by the title it bears', () => {
    const words: Readonly<Record<string, string>> = shell.navigation;
    const named = places.filter(({ labelKey }) => TITLES[labelKey]);
    expect(named.map(({ labelKey }) => words[labelKey])).toEqual(named.map(({ labelKey }) => TITLES[labelKey]));
  });
  it('contains the page the day begins with', () => {
    expect(places.map(({ href }) => href)).toContain(startOf(role));
  });
  it('gives each place a letter of its own', () => {
    const keys = places.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
