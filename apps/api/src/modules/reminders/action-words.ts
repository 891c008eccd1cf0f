/** The audit trail in words, for the timeline. What is not listed is not shown to people. */
const words: Readonly<Record<string, string>> = {
  'appraisal.requested': 'Appréciation demandée au tuteur',
  'appraisal.link-sent': 'Lien renvoyé au tuteur',
  'appraisal.handed-over': 'Appréciation confiée au nouveau tuteur',
  'appraisal.withdrawn': 'Demande d’appréciation retirée',
  'appraisal.opened': 'Appréciation ouverte par le tuteur',
  'appraisal.signed': 'Appréciation signée par le tuteur',
  'appraisal.correction-begun': 'Correction d’une appréciation commencée',
  'appraisal.paper-entered': 'Feuille papier du tuteur saisie par le centre',
  'assessment.recorded': 'Résultat d’épreuve enregistré',
  'assessment.corrected': 'Résultat d’épreuve corrigé',
  'certificate.issued': 'Certificat délivré',
  'certificate.copied-to-cpam': 'Copie du certificat envoyée à la CPAM',
  'credential.recorded': 'Attestation enregistrée',
  'deadline.suspended': 'Délais suspendus',
  'deadline.suspension-removed': 'Suspension retirée',
  'dispensation.drafted': 'Demande de dispense commencée',
  'dispensation.filed': 'Demande de dispense déposée',
  'dispensation.transmitted': 'Demande de dispense transmise à la branche',
  'dispensation.decided': 'Dispense décidée par la branche',
  'dispensation.answer-entered': 'Réponse de la branche saisie par le centre',
  'employment.created': 'Emploi ajouté',
  'employment.updated': 'Emploi modifié',
  'enrolment.created': 'Inscription dans la cohorte',
  'enrolment.updated': 'Inscription modifiée',
  'enrolment.path-changed': 'Parcours modifié',
  'enrolment.withdrawn': 'Abandon enregistré',
  'enrolment.reinstated': 'Inscription reprise',
  'enrolment.completed': 'Formation terminée',
  'jury.decided': 'Décision du jury',
  'person.created': 'Fiche créée',
  'person.updated': 'Fiche modifiée',
  'resit.registered': 'Inscription à une nouvelle présentation',
};

/** What was done, in words; `null` for what is only bookkeeping. */
export const describeAction = (action: string): string | null => words[action] ?? null;

/** To whom, after « relance » : « au tuteur ». */
export const recipientWords: Readonly<Record<string, string>> = {
  coordinator: 'à la coordination',
  employer: 'à l’employeur',
  tutor: 'au tuteur',
  learner: 'à l’apprenant',
  jury_member: 'aux membres du jury',
  director: 'à la direction',
  trainer: 'au formateur',
};
