import type { AgencyId } from '@/lib/codes/agencies';
import type { Role } from './roles';

export type DemoAccount = {
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  readonly offices: readonly string[] | 'all';
  /** Key of the demo partner a partner's account belongs to. */
  readonly partner: 'harbour-lane' | null;
  /** Agency whose holds an agency's account answers. */
  readonly agency?: AgencyId;
};

const at = (name: string) => `${name}@luxor.example`;

/** One invented person per role, and a second officer, whom a seizure needs. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { role: 'officer', email: at('officer1'), name: 'Anouk Meijer', offices: ['DEFRA', 'BELGG', 'NLRTM'], partner: null },
  { role: 'officer', email: at('officer2'), name: 'Bola Okafor', offices: ['DEFRA', 'BELGG', 'NLRTM'], partner: null },
  { role: 'supervisor', email: at('supervisor'), name: 'Carin Lindqvist', offices: 'all', partner: null },
  { role: 'risk_manager', email: at('risk'), name: 'Dario Rossi', offices: 'all', partner: null },
  { role: 'analyst', email: at('analyst'), name: 'Elena Novak', offices: 'all', partner: null },
  { role: 'partner', email: at('partner'), name: 'Filipa Duarte', offices: [], partner: 'harbour-lane' },
  {
    role: 'agency',
    email: at('agency'),
    name: 'Ivana Kos',
    offices: [],
    partner: null,
    agency: 'market_surveillance',
  },
  { role: 'auditor', email: at('auditor'), name: 'Ghada Haddad', offices: 'all', partner: null },
  { role: 'admin', email: at('admin'), name: 'Hanno Weiss', offices: [], partner: null },
];
