import type {
  AccessRoute,
  ContractKind,
  EmployerKind,
  EntryProfile,
  Funder,
} from '../vocabulary.ts';

/** How people read an access route, in lists, forms and files. */
export const accessRouteNames: Record<AccessRoute, string> = {
  professional_contract: 'Contrat de professionnalisation',
  continuing_training: 'Formation continue',
  pro_a: 'Pro-A',
  reconversion_period: 'Période de reconversion',
  vae: 'VAE',
  jobseeker_poec_pic: 'Demandeur d’emploi (POEC, PIC)',
  apprenticeship: 'Apprentissage',
};

/** How people read a funder. */
export const funderNames: Record<Funder, string> = {
  opco_ep: 'OPCO EP',
  employer: 'Employeur',
  france_travail: 'France Travail',
  region: 'Région',
  self: 'Apprenant lui-même',
  other: 'Autre',
};

/** How people read an entry profile, in one gender for all. */
export const entryProfileNames: Record<EntryProfile, string> = {
  school_leaver: 'Jeune en fin d’études',
  jobseeker: 'Demandeur d’emploi',
  career_changer: 'Personne en reconversion',
  medical_secretary_certified: 'Secrétaire médical certifié',
  medical_secretary_uncertified: 'Secrétaire médical sans certification',
  dental_assistant_certified: 'Assistant dentaire titré',
  ide: 'Infirmier (IDE)',
  deas: 'Aide-soignant (DEAS)',
  deap: 'Auxiliaire de puériculture (DEAP)',
};

/** How people read a kind of employer. */
export const employerKindNames: Record<EmployerKind, string> = {
  practice: 'Cabinet',
  group: 'MSP ou groupement d’employeurs',
  health_centre: 'Centre de santé',
};

/** How people read the kind of an employment contract. */
export const contractKindNames: Record<ContractKind, string> = {
  permanent: 'CDI',
  fixed_term: 'CDD',
  professional_fixed_term: 'Contrat pro en CDD',
  professional_permanent: 'Contrat pro en CDI',
  poec: 'POEC (préparation à l’emploi)',
};

/** How people read the state of an enrolment. */
export const enrolmentStateNames = {
  active: 'En formation',
  withdrawn: 'Abandon',
  completed: 'Terminée',
} as const;
