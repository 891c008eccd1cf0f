import type { Answer } from '@jalon/contract';

/** A site as the centre's page shows it. */
export type Site = Answer<'GET /centre'>['sites'][number];
