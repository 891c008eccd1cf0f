import type { Permission } from '@jalon/contract/permissions';
import type { LinkProps } from '@tanstack/react-router';

/** One entry of the side navigation, shown to whoever holds one of the permissions. */
export interface NavigationEntry {
  readonly label: string;
  readonly to: NonNullable<LinkProps['to']>;
  readonly permissions: readonly Permission[];
}

export const navigation: readonly NavigationEntry[] = [
  { label: 'Aujourd’hui', to: '/', permissions: ['home:read'] },
  { label: 'Cohortes', to: '/cohortes', permissions: ['cohort:read'] },
  { label: 'Apprenants', to: '/apprenants', permissions: ['person:read'] },
  { label: 'Dispenses', to: '/dispenses', permissions: ['enrolment:read'] },
  { label: 'Calendrier', to: '/calendrier', permissions: ['calendar:read'] },
  { label: 'Planification', to: '/planification', permissions: ['plan:read'] },
  { label: 'Formateurs', to: '/formateurs', permissions: ['trainer:read'] },
  { label: 'Salles', to: '/salles', permissions: ['centre:read'] },
  { label: 'Émargement', to: '/emargement', permissions: ['attendance:read'] },
  { label: 'Évaluations', to: '/evaluations', permissions: ['assessment:read'] },
  { label: 'Ma fiche', to: '/ma-fiche', permissions: ['trainer:read-own'] },
  { label: 'Appréciations', to: '/appreciations', permissions: ['appraisal:read'] },
  { label: 'Points de parcours', to: '/points-de-parcours', permissions: ['joint-review:write'] },
  { label: 'Jurys', to: '/jurys', permissions: ['jury:read', 'jury:read-own'] },
  { label: 'Certificats', to: '/certificats', permissions: ['certificate:read'] },
  { label: 'Accrochage', to: '/accrochage', permissions: ['registry-report:read'] },
  { label: 'Résultats', to: '/resultats', permissions: ['board:read'] },
  { label: 'Échéances', to: '/echeances', permissions: ['deadline:read'] },
  { label: 'Dispenses à décider', to: '/certificateur', permissions: ['dispensation:decide'] },
  { label: 'Équivalences à décider', to: '/equivalences', permissions: ['equivalence:decide'] },
  {
    label: 'Blocs à confirmer',
    to: '/blocs-a-confirmer',
    permissions: ['received-transfer:decide'],
  },
  { label: 'Référentiels', to: '/referentiels', permissions: ['framework:read'] },
  { label: 'Centre', to: '/centre', permissions: ['centre:read'] },
  { label: 'Plateforme', to: '/plateforme', permissions: ['platform:read'] },
];
