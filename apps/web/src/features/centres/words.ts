import { type HolidayZone, holidayZones, type Role } from '@jalon/domain';

const zoneWords: Record<HolidayZone, string> = {
  metropole: 'France métropolitaine',
  alsace_moselle: 'Alsace-Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
  saint_barthelemy: 'Saint-Barthélemy',
  saint_martin: 'Saint-Martin',
};

/** The public holidays that a site follows. */
export const describeZone = (zone: HolidayZone): string => zoneWords[zone];

export const zoneChoices = holidayZones.map((value) => ({ value, label: zoneWords[value] }));

/** A team by its role: its name, and what is lost with the access. */
export const teams: readonly { role: Role; title: string; singular: string; loss: string }[] = [
  {
    role: 'coordinator',
    title: 'Coordination',
    singular: 'Coordination',
    loss: 'les cohortes, les apprenants, les jurys et les référentiels du centre',
  },
  {
    role: 'director',
    title: 'Direction',
    singular: 'Direction',
    loss: 'la lecture de tout le centre',
  },
  {
    role: 'trainer',
    title: 'Formateurs',
    singular: 'Formateur',
    loss: 'ses séances, l’émargement et la saisie des épreuves',
  },
  {
    role: 'certifier',
    title: 'Certificateur',
    singular: 'Certificateur',
    loss: 'les dispenses à décider, les procès-verbaux et les certificats',
  },
];

const linkRoleWords: Partial<Record<Role, string>> = {
  tutor: 'tuteur',
  learner: 'apprenant',
  jury_member: 'membre de jury',
};

/** A role beside a name. */
export const describeRole = (role: Role): string =>
  teams.find((team) => team.role === role)?.singular.toLowerCase() ?? linkRoleWords[role] ?? role;

/** A centre's short name for addresses: `CFA CCI Le Mans` becomes `cfa-cci-le-mans`. */
export const suggestSlug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 41);
