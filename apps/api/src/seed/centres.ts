import type { HolidayZone } from '@jalon/domain';

interface DemonstrationSite {
  readonly name: string;
  readonly address: string;
  readonly holidayZone?: HolidayZone;
}

export interface DemonstrationCentre {
  readonly name: string;
  readonly slug: string;
  readonly sites: readonly DemonstrationSite[];
}

/** Every centre of the demonstration, and no other. */
export const demonstrationCentres: readonly DemonstrationCentre[] = [
  {
    name: 'afbb',
    slug: 'afbb',
    sites: [{ name: 'Paris 9e', address: '9 bis rue Gérando, 75009 Paris' }],
  },
  {
    name: 'CFA CCI Le Mans Sarthe',
    slug: 'le-mans',
    sites: [{ name: 'Le Mans', address: '132 rue Henri Champion, 72100 Le Mans' }],
  },
  {
    name: 'Keyce Santé',
    slug: 'keyce-sante',
    sites: ['Rodez', 'Toulouse', 'Montpellier', 'Narbonne'].map((name) => ({
      name,
      address: name,
    })),
  },
  // The platform's administrator needs a centre to log in to; it teaches nothing.
  { name: 'Jalon', slug: 'jalon', sites: [] },
];

/** The advisory lock that a seed holds from its first row to its last: one at a time a database. */
export const seedLock = 5_026_001;
