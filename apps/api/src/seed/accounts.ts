import type { Role } from '@jalon/domain';
import { publicPassword } from '../auth/public-password.ts';

/** Opens accounts in the demonstration only: with JALON_DEMO=0 it is refused. */
export const demonstrationPassword = publicPassword;

export interface DemonstrationAccount {
  readonly centre: string;
  readonly role: Role;
  readonly givenName: string;
  readonly birthName: string;
  readonly email: string;
}

const roleNames = {
  coordination: 'coordinator',
  direction: 'director',
  formation: 'trainer',
  tutorat: 'tutor',
  apprenant: 'learner',
  jury: 'jury_member',
  certificateur: 'certifier',
} as const satisfies Record<string, Role>;

type Names = Record<keyof typeof roleNames, readonly [givenName: string, birthName: string]>;

const accountsOf = (centre: string, domain: string, names: Names): DemonstrationAccount[] =>
  Object.entries(names).map(([local, [givenName, birthName]]) => ({
    centre,
    givenName,
    birthName,
    role: roleNames[local as keyof Names],
    email: `${local}@${domain}`,
  }));

/** One account a role and centre; the platform's own administrator last. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...accountsOf('afbb', 'afbb.example', {
    coordination: ['Nadia', 'Benali'],
    direction: ['Étienne', 'Marchand'],
    formation: ['Sophie', 'Lambert'],
    tutorat: ['Paul', 'Vasseur'],
    apprenant: ['Inès', 'Caron'],
    jury: ['Hélène', 'Rousselet'],
    certificateur: ['Marc', 'Delorme'],
  }),
  ...accountsOf('CFA CCI Le Mans Sarthe', 'le-mans.example', {
    coordination: ['Claire', 'Morvan'],
    direction: ['Luc', 'Tessier'],
    formation: ['Sandrine', 'Petit'],
    tutorat: ['Hélène', 'Ferrand'],
    apprenant: ['Lina', 'Abadie'],
    jury: ['Karim', 'Tazi'],
    certificateur: ['Anne', 'Guillou'],
  }),
  {
    centre: 'Jalon',
    role: 'platform_admin',
    givenName: 'Jeanne',
    birthName: 'Aubert',
    email: 'plateforme@jalon.example',
  },
];
