import type { Answer } from '@jalon/contract';
import type { HolidayZone } from '@jalon/domain';
import type { ConflictField } from '../../components/conflict-panel.tsx';
import { describeZone } from './words.ts';

/** A site as the centre's page shows it. */
export type Site = Answer<'GET /centre'>['sites'][number];

export type SiteValues = { name: string; address: string; holidayZone: HolidayZone };

export const emptySite: SiteValues = { name: '', address: '', holidayZone: 'metropole' };

export const toSiteValues = ({ name, address, holidayZone }: Site): SiteValues => ({
  name,
  address,
  holidayZone,
});

/** Both versions of a site, field by field, after a 409. */
export const compareSites = (mine: SiteValues, theirs: Site): ConflictField[] => [
  { label: 'Nom', mine: mine.name, theirs: theirs.name },
  { label: 'Adresse', mine: mine.address, theirs: theirs.address },
  {
    label: 'Jours fériés',
    mine: describeZone(mine.holidayZone),
    theirs: describeZone(theirs.holidayZone),
  },
];
