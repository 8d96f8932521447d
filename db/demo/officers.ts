import type { AgencyId } from '@/lib/codes/agencies';
import { placeOf } from '@/lib/demo/at-home';
import type { Actor } from '@/lib/identity/actor';
import { derivedId } from '@/lib/kernel/ids';

const NAMES = [
  'K. Adeyemi',
  'L. Brandt',
  'M. Castell',
  'N. Dubois',
  'O. Eriksen',
  'P. Farkas',
  'Q. Grims',
  'R. Hoekstra',
  'S. Ilves',
  'T. Jansen',
];

/** Two invented colleagues in each office: those who decided what the demo's history shows. */
export function demoOfficers(officeId: string): readonly [Actor, Actor] {
  const place = Math.max(0, placeOf(officeId));
  return [officer(officeId, place * 2), officer(officeId, place * 2 + 1)];
}

const ALWAYS = new Date('9999-12-31T00:00:00Z');

function officer(officeId: string, index: number): Actor {
  return {
    kind: 'user',
    id: derivedId('demo-officer', officeId, String(index)),
    name: NAMES[index % NAMES.length] ?? 'K. Adeyemi',
    role: 'officer',
    officeId,
    officeIds: [officeId],
    partnerId: null,
    agencyId: null,
    sessionId: null,
    // Invented people sit at no screen that could be left alone.
    confirmedAt: ALWAYS,
  };
}

/** The invented person who keeps the accounts of an office, and hears appeals against what its officers decided. */
export function demoSupervisor(officeId: string): Actor {
  const id = derivedId('demo-supervisor', officeId);
  return { ...officer(officeId, 0), id, name: 'W. Lorenz', role: 'supervisor' };
}

/** An invented person of an agency. */
export function demoAgent(agencyId: AgencyId): Actor & { readonly agencyId: AgencyId } {
  return {
    kind: 'user',
    id: derivedId('demo-agent', agencyId),
    name: 'U. Keller',
    role: 'agency',
    officeId: null,
    officeIds: [],
    partnerId: null,
    agencyId,
    sessionId: null,
    // Invented people sit at no screen that could be left alone.
    confirmedAt: ALWAYS,
  };
}
