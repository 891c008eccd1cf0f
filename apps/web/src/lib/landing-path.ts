import type { Role } from '@jalon/domain';

/** The page each role starts from, the busiest role first when somebody holds several. */
const landings: readonly (readonly [Role, string])[] = [
  ['coordinator', '/'],
  ['director', '/'],
  ['trainer', '/emargement'],
  ['certifier', '/certificateur'],
  ['platform_admin', '/plateforme'],
  ['jury_member', '/jurys'],
  ['tutor', '/appreciations/a-faire'],
  ['learner', '/mon-parcours'],
];

/** Where a person lands after login, by their roles. */
export const landingPath = (roles: readonly Role[]): string =>
  landings.find(([role]) => roles.includes(role))?.[1] ?? '/acces-refuse';
