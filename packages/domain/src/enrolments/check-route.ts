import { frameworkRule } from '../assessments/rule-source.ts';
import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { AccessRoute } from '../vocabulary.ts';

const routeNames: Record<AccessRoute, string> = {
  professional_contract: 'le contrat de professionnalisation',
  continuing_training: 'la formation continue',
  pro_a: 'la Pro-A',
  reconversion_period: 'la période de reconversion',
  vae: 'la VAE',
  jobseeker_poec_pic: 'la POEC ou le PIC',
  apprenticeship: 'le contrat d’apprentissage',
};

/**
 * Whether an access route is open under a version. A CQP cannot be prepared in apprenticeship (W20,
 * W21), whatever S1:L78 prints: closed by default, with a warning where a version opens it (Q20).
 */
export function checkRoute(framework: Framework, route: AccessRoute): readonly Finding[] {
  const isOpen = framework.routes.includes(route);
  if (route === 'apprenticeship' && framework.outcome === 'certificate') {
    return [
      {
        rule: 'enrolment.no-apprenticeship',
        severity: isOpen ? 'warning' : 'error',
        path: '/route',
        message: isOpen
          ? 'Cette version ouvre l’apprentissage, alors qu’un CQP ne se prépare pas ainsi : vérifiez la fiche RNCP.'
          : 'Un CQP ne se prépare pas en contrat d’apprentissage : choisissez le contrat de professionnalisation ou une autre voie.',
        source: 'W20, W21 ; S1:L78, L97',
      },
    ];
  }
  if (isOpen) return [];
  return [
    {
      rule: 'enrolment.route-open',
      severity: 'error',
      path: '/route',
      message: `Cette version n’ouvre pas ${routeNames[route]} : choisissez une autre voie d’accès.`,
      source: `${frameworkRule(framework)}, DOMAIN 7`,
    },
  ];
}
