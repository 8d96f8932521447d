import type { Person } from './people';

/** Every page whose address has no id in it, with one person who works with it. */
export const PAGES: readonly (readonly [Person, string])[] = [
  ['officer1', '/queue'],
  ['officer1', '/queue?tab=decided'],
  ['officer1', '/search'],
  ['officer1', '/account'],
  ['officer1', '/help'],
  ['officer1', '/help/record'],
  ['supervisor', '/supervision'],
  ['risk', '/risk'],
  ['analyst', '/statistics'],
  ['analyst', '/statistics/items'],
  ['partner', '/submissions'],
  ['partner', '/submissions/upload'],
  ['partner', '/quarantine'],
  ['partner', '/tracking'],
  ['partner', '/quality'],
  ['auditor', '/audit'],
  ['admin', '/quality'],
  ['admin', '/admin/users'],
  ['admin', '/admin/users/new'],
  ['admin', '/admin/partners'],
  ['admin', '/admin/partners/new'],
  ['admin', '/admin/reference'],
  ['auditor', '/admin/reference'],
  ['auditor', '/admin/reference/tariff'],
];
