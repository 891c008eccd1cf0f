import { describe, expect, it } from '@jest/globals';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import { accessRoutes } from '../vocabulary.ts';
import { checkRoute } from './check-route.ts';

describe('DOMAIN 1, fact 9: no CQP in apprenticeship (W20, W21), whatever S1:L78 prints', () => {
  it.each(frameworkLibrary.map((framework) => [framework.code, framework] as const))(
    '%s',
    (_code, framework) => {
      const isCqp = framework.outcome === 'certificate';
      const rule = isCqp ? 'enrolment.no-apprenticeship' : 'enrolment.route-open';
      expect(checkRoute(framework, 'apprenticeship')).toMatchObject([
        { rule, severity: 'error', path: '/route' },
      ]);
    },
  );

  it('Q20: a version that opens it all the same gets a warning', () => {
    const opened = {
      ...cqpAm40913LeMans,
      routes: [...cqpAm40913LeMans.routes, 'apprenticeship' as const],
    };
    expect(checkRoute(opened, 'apprenticeship')).toMatchObject([
      { rule: 'enrolment.no-apprenticeship', severity: 'warning' },
    ]);
  });
});

it('S0:L206, S3:L26: initial training is no route of its own, it goes by alternance or continuing training', () => {
  expect(accessRoutes).not.toContain('initial_training');
  for (const framework of frameworkLibrary)
    expect(framework.routes.every((route) => accessRoutes.includes(route))).toBe(true);
});

describe('DOMAIN 7: routes by version', () => {
  it('Le Mans is open to the professional contract, continuing training, VAE and POEC (S1:L97–98)', () => {
    for (const route of [
      'professional_contract',
      'continuing_training',
      'vae',
      'jobseeker_poec_pic',
    ] as const) {
      expect(checkRoute(cqpAm40913LeMans, route)).toEqual([]);
    }
  });

  it('the 112 h of the FAE fit neither a contrat pro nor a période de reconversion', () => {
    for (const route of ['professional_contract', 'reconversion_period'] as const) {
      expect(checkRoute(fae112, route)).toMatchObject([
        { rule: 'enrolment.route-open', severity: 'error', path: '/route' },
      ]);
    }
    expect(checkRoute(fae112, 'continuing_training')).toEqual([]);
  });
});
