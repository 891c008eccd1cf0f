/** To whom a planned reminder goes: « au tuteur ». */
export const recipientWords: Readonly<Record<string, string>> = {
  coordinator: 'à la coordination',
  employer: 'à l’employeur',
  tutor: 'au tuteur',
  learner: 'à l’apprenant',
  jury_member: 'aux membres du jury',
  director: 'à la direction',
  trainer: 'au formateur',
};
