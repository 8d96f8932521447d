import { DEMO_OFFICES } from '@/lib/demo/partners';
import type { Actor } from '@/lib/identity/actor';
import { derivedId } from '@/lib/kernel/ids';

const NAMES = [
  'A. Meijer',
  'B. Okafor',
  'C. Lindqvist',
  'D. Rossi',
  'E. Novak',
  'F. Duarte',
  'G. Haddad',
  'H. Weiss',
  'I. Marin',
  'J. Laurent',
];

/** Two invented colleagues in each office: those who decided what the demo's history shows. */
export function demoOfficers(officeId: string): readonly [Actor, Actor] {
  const place = Math.max(
    0,
    DEMO_OFFICES.findIndex((office) => office.code === officeId),
  );
  return [officer(officeId, place * 2), officer(officeId, place * 2 + 1)];
}

function officer(officeId: string, index: number): Actor {
  return {
    kind: 'user',
    id: derivedId('demo-officer', officeId, String(index)),
    name: NAMES[index % NAMES.length] ?? 'A. Meijer',
    role: 'officer',
    officeId,
    officeIds: [officeId],
    partnerId: null,
    sessionId: null,
  };
}
