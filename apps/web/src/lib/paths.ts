/** Addresses that several features lead to. A page that moves is corrected here, once. */
export const paths = {
  board: (cohortId: string) => `/cohortes/${cohortId}`,
  boardFiltered: (cohortId: string, filter: 'prets' | 'acquis') =>
    `/cohortes/${cohortId}?filtre=${filter}`,
  cohortSettings: (cohortId: string) => `/cohortes/${cohortId}/reglages`,
  boardCell: (cohortId: string, enrolmentId: string, blockCode: string) =>
    `/cohortes/${cohortId}?case=${enrolmentId}.${blockCode}`,
  cohortLearners: (cohortId: string) => `/apprenants?cohorte=${cohortId}`,
  assessments: (cohortId: string, blockCode: string) =>
    `/cohortes/${cohortId}/epreuves/${blockCode}`,
  learner: (enrolmentId: string) => `/apprenants/${enrolmentId}`,
  learnerDeadlines: (enrolmentId: string) => `/apprenants/${enrolmentId}/echeances`,
  learnerAppraisals: (enrolmentId: string) => `/apprenants/${enrolmentId}/appreciations`,
  learnerHours: (enrolmentId: string) => `/apprenants/${enrolmentId}/heures`,
  learnerAssessments: (enrolmentId: string) => `/apprenants/${enrolmentId}/epreuves`,
  appraisal: (appraisalId: string) => `/appreciations/feuille/${appraisalId}`,
  paperForm: (enrolmentId: string, blockCode: string) =>
    `/apprenants/${enrolmentId}/feuille-papier?bloc=${blockCode}`,
  requestAppraisal: (cohortId: string) => `/appreciations/demander?cohorte=${cohortId}`,
  cohortSheets: (cohortId: string) => `/emargement?cohorte=${cohortId}`,
  sheets: () => '/emargement',
  sheet: (slotId: string) => `/emargement/${slotId}`,
  review: (jointReviewId: string) => `/appreciations/points-de-parcours/${jointReviewId}`,
  ownReviewPart: (jointReviewPartId: string) => `/points-de-parcours/${jointReviewPartId}`,
  dispensation: (dispensationId: string) => `/dispenses/${dispensationId}`,
  dispensations: (cohortName: string, stateName: string) =>
    `/dispenses?etat=${encodeURIComponent(stateName)}&groupe=${encodeURIComponent(cohortName)}`,
  jury: (juryId: string) => `/jurys/${juryId}`,
  newJury: (cohortId: string) => `/jurys/nouveau?cohorte=${cohortId}`,
  certificates: (cohortName: string) =>
    `/certificats?vue=tous&cohorte=${encodeURIComponent(cohortName)}`,
  certificatesToSettle: () => '/certificats',
  registryReports: () => '/accrochage',
  framework: (frameworkId: string) => `/referentiels/${frameworkId}`,
  resits: () => '/jurys/representations',
} as const;
