/** Employed by a practice, and trained there. */
export const employed = {
  profile: 'medical_secretary_certified',
  diplomaLevel: 4,
  route: 'continuing_training',
  funder: 'opco_ep',
} as const;
/** On a contrat de professionnalisation. */
export const contract = {
  profile: 'school_leaver',
  diplomaLevel: 4,
  route: 'professional_contract',
  funder: 'opco_ep',
} as const;
/** A care assistant, on the way to the FAE. */
export const caregiver = {
  profile: 'deas',
  diplomaLevel: 4,
  route: 'continuing_training',
  funder: 'opco_ep',
} as const;
/** At work for years, whose experience is to be validated. */
export const experienced = {
  profile: 'medical_secretary_uncertified',
  diplomaLevel: 3,
  experienceYears: 12,
  route: 'vae',
  funder: 'self',
} as const;

type Person = readonly [givenName: string, birthName: string, sex: 'F' | 'M', birthDate: string];
/** A person by name, sex and birth date. */
export const who = ([givenName, birthName, sex, birthDate]: Person) => ({
  givenName,
  birthName,
  sex,
  birthDate,
});
