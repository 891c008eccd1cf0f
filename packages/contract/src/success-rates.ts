import { z } from 'zod';
import { routes } from './route.ts';
import { day, id } from './schemas.ts';

const proportion = z.object({
  numerator: z.int(),
  denominator: z.int(),
  /** 0 to 1; `null` when nobody was judged. */
  rate: z.number().nullable(),
});

const rates = proportion.extend({
  blocks: z.array(proportion.extend({ code: z.string(), name: z.string() })),
});

/** How they are computed, when, and for which text. */
const method = { computedOn: day, method: z.string(), source: z.string() };

export const successRates = routes({
  'GET /success-rates': {
    permission: 'board:read',
    summary: 'Les taux de réussite par année et par cohorte, avec leur méthode',
    response: z.object({
      ...method,
      years: z.array(rates.extend({ year: z.int(), frameworkId: id, title: z.string() })),
      cohorts: z.array(rates.extend({ cohortId: id, name: z.string(), title: z.string() })),
    }),
  },
  'GET /success-rates/file': {
    permission: 'board:read',
    summary: 'Les taux de réussite, en CSV',
    response: { file: 'text/csv' },
  },
  'GET /cohorts/:cohortId/success-rates': {
    permission: 'board:read',
    summary: 'Les taux de réussite d’une cohorte, avec leur méthode',
    params: z.object({ cohortId: id }),
    response: rates.extend(method),
  },
});
