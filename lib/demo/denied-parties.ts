/** Listed names of the demo. Every one is invented; none is taken from a published list. */
export const DEMO_DENIED_PARTIES = [
  { id: 'DL-001', name: 'Zarkovian Precision Optics Ltd', kind: 'entity', country: 'HK' },
  { id: 'DL-002', name: 'Baltasar Quennery', kind: 'person', country: 'AE' },
  { id: 'DL-003', name: 'Ostrava Meridian Arms Export', kind: 'entity', country: 'TR' },
  { id: 'DL-004', name: 'Tovarin Drone Components FZE', kind: 'entity', country: 'AE' },
  { id: 'DL-005', name: 'Ilmarec Vostrikhanov', kind: 'person', country: 'KZ' },
  { id: 'DL-006', name: 'Golden Perigee Shipping Company', kind: 'entity', country: 'CN' },
  { id: 'DL-007', name: 'Kestrelmont Chemical Trading', kind: 'entity', country: 'IN' },
  { id: 'DL-008', name: 'Farouzan Delacroix-Habbani', kind: 'person', country: 'LB' },
  { id: 'DL-009', name: 'North Lantern Microelectronics Institute', kind: 'entity', country: 'CN' },
  { id: 'DL-010', name: 'Yevrazhin Thermal Imaging Works', kind: 'entity', country: 'KZ' },
  { id: 'DL-011', name: 'Marisol Entrecasteaux-Oduya', kind: 'person', country: 'PA' },
  { id: 'DL-012', name: 'Silverbrook Cartridge and Powder', kind: 'entity', country: 'TR' },
] as const;
export type DemoDeniedParty = (typeof DEMO_DENIED_PARTIES)[number];
