import type { Finding } from '../finding.ts';
import { formatDay, formatMinutes } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import { checkBlock } from './check-block.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import type { CompetenceBlock, Framework } from './framework.ts';
import { sumHours } from './sum-hours.ts';

/** A remark on a framework version; `path` is a JSON pointer into the `Framework`. */
export type FrameworkFinding = Finding;

const entered = 'référentiel saisi';
/** Years: longer than a working life, so that it stands for an attestation that never ends. */
const longestValidityYears = 100;

/**
 * Everything that is wrong or doubtful in a framework version. Errors stop its publication;
 * warnings are shown on its page and stop nothing (DOMAIN 3, 4, 13).
 *
 * @param on the day for which an ended registration is reported; without it, none is.
 */
export function checkFramework(
  framework: Framework,
  on: PlainDate | null = null,
): readonly FrameworkFinding[] {
  return [
    ...checkOutcome(framework),
    ...checkCodes(framework),
    ...framework.blocks.flatMap((block, index) => checkBlock(framework, block, `/blocks/${index}`)),
    ...checkPrerequisites(framework),
    ...checkTotals(framework),
    ...checkRegistration(framework, on),
  ];
}

function checkOutcome(framework: Framework): readonly FrameworkFinding[] {
  const findings: FrameworkFinding[] = [];
  const error = (rule: string, path: string, message: string) =>
    findings.push({ rule, severity: 'error', path, message, source: entered });
  if (framework.blocks.length === 0) {
    error('framework.has-block', '/blocks', 'Cette version n’a aucun bloc : ajoutez-en un.');
  }
  if (framework.outcome === 'certificate' && framework.certification === null) {
    error(
      'framework.certificate-has-certification',
      '/certification',
      'Une version qui mène à un certificat doit nommer sa certification.',
    );
  }
  if (framework.durationMonths.min > framework.durationMonths.max) {
    error(
      'framework.duration-in-order',
      '/durationMonths/max',
      'La durée la plus longue ne peut pas être inférieure à la plus courte.',
    );
  }
  if (framework.outcome === 'certificate' && framework.acceptedLevels.length === 0) {
    error(
      'framework.has-accepted-level',
      '/acceptedLevels',
      'Aucun niveau du tuteur n’est accepté : aucun bloc ne pourrait être acquis.',
    );
  }
  if (framework.blockRetentionMonths === 0) {
    error(
      'framework.blocks-kept',
      '/blockRetentionMonths',
      'Avec zéro mois, un bloc acquis ne le resterait pas un jour : laissez vide pour sans limite.',
    );
  }
  if (framework.resit.maxAttempts === 0) {
    error(
      'framework.attempt-possible',
      '/resit/maxAttempts',
      'Avec zéro passage, aucune épreuve ne pourrait être passée : laissez vide pour sans limite.',
    );
  }
  if (framework.routes.length === 0) {
    error(
      'framework.has-route',
      '/routes',
      'Aucune voie d’accès n’est ouverte : personne ne pourrait être inscrit.',
    );
  }
  framework.credentials.forEach((credential, index) => {
    if (credential.validityYears > longestValidityYears)
      error(
        'framework.credential-validity-bounded',
        `/credentials/${index}/validityYears`,
        `« ${credential.name} » serait valable plus de ${longestValidityYears} ans : indiquez ${longestValidityYears} ans pour une attestation sans fin.`,
      );
    if (credential.validityYears > 0) return;
    error(
      'framework.credential-validity-positive',
      `/credentials/${index}/validityYears`,
      `La durée de validité de « ${credential.name} » doit être d’au moins un an.`,
    );
  });
  return findings;
}

function checkCodes(framework: Framework): readonly FrameworkFinding[] {
  const seen = new Set<string>();
  return listCodes(framework).flatMap(({ code, path }) => {
    const isEmpty = code.trim() === '';
    const isTaken = seen.has(code);
    seen.add(code);
    if (!isEmpty && !isTaken) return [];
    return [
      {
        rule: 'framework.code-unique',
        severity: 'error' as const,
        path: `${path}/code`,
        message: isEmpty
          ? 'Le code est vide : donnez-en un.'
          : `Le code « ${code} » sert déjà dans cette version : choisissez-en un autre.`,
        source: entered,
      },
    ];
  });
}

function listCodes(framework: Framework): readonly { code: string; path: string }[] {
  const at = (items: readonly { readonly code: string }[], path: string) =>
    items.map(({ code }, index) => ({ code, path: `${path}/${index}` }));
  const ofAssessments = (block: CompetenceBlock, path: string) =>
    block.assessments.flatMap(({ targets }, index) =>
      targets.flatMap(({ criteria }, target) =>
        at(criteria, `${path}/assessments/${index}/targets/${target}/criteria`),
      ),
    );
  return [
    ...at(framework.blocks, '/blocks'),
    ...framework.blocks.flatMap((block, index) => {
      const path = `/blocks/${index}`;
      return [
        ...at(block.modules, `${path}/modules`),
        ...at(block.competences, `${path}/competences`),
        ...at(block.assessments, `${path}/assessments`),
        ...ofAssessments(block, path),
      ];
    }),
    ...at(framework.credentials, '/credentials'),
  ];
}

function checkTotals(framework: Framework): readonly FrameworkFinding[] {
  const sums = sumHours(framework);
  const { hours } = framework;
  const findings: FrameworkFinding[] = [];
  const warn = (rule: string, path: string, message: string, source: string) =>
    findings.push({ rule, severity: 'warning', path, message, source });
  const modules = formatMinutes(sums.modulesMinutes);
  const evaluation = formatMinutes(sums.evaluationMinutes);
  const stated = formatMinutes(sums.statedMinutes);
  if (sums.totalMinutes !== sums.statedMinutes) {
    warn(
      'framework.total-matches',
      '/hours/statedMinutes',
      `La source annonce ${stated} ; les modules et l’évaluation font ${modules} + ${evaluation} = ${formatMinutes(sums.totalMinutes)}.`,
      'DOMAIN 3.2, H1 à H3',
    );
  }
  if (hours.evaluationStatus === 'inferred') {
    warn(
      'framework.evaluation-stated',
      '/hours/evaluationMinutes',
      `La source annonce ${stated}, ses modules font ${modules} : les ${evaluation} d’évaluation sont déduites, aucune source ne les donne.`,
      'DOMAIN 3.2, H1 et H2',
    );
  }
  if (hours.trainingMinutes !== sums.modulesMinutes) {
    warn(
      'framework.training-matches',
      '/hours/trainingMinutes',
      `Le total de formation indiqué est ${formatMinutes(hours.trainingMinutes)}, les modules font ${modules}.`,
      'DOMAIN 3.1',
    );
  }
  if (hours.evaluationMinutes !== sums.evaluationMinutes) {
    warn(
      'framework.evaluation-matches',
      '/hours/evaluationMinutes',
      `Le total d’évaluation indiqué est ${formatMinutes(hours.evaluationMinutes)}, les blocs font ${evaluation}.`,
      'DOMAIN 3.1',
    );
  }
  return findings;
}

function checkRegistration(
  framework: Framework,
  on: PlainDate | null,
): readonly FrameworkFinding[] {
  const { certification } = framework;
  if (certification === null) return [];
  const { registeredFrom: from, registeredTo: to, rncp } = certification;
  const name = rncp ?? certification.name;
  if (from !== null && to !== null && from > to) {
    return [
      {
        rule: 'framework.registration-in-order',
        severity: 'error',
        path: '/certification/registeredTo',
        message: `L’enregistrement de ${name} finirait avant d’avoir commencé : vérifiez les deux dates.`,
        source: 'DOMAIN 3.3',
      },
    ];
  }
  if (on !== null && to !== null && on > to) {
    return [
      {
        rule: 'framework.registration-running',
        severity: 'warning',
        path: '/certification/registeredTo',
        message: `L’enregistrement de ${name} a pris fin le ${formatDay(to)} : n’y inscrivez plus de nouvelle entrée.`,
        source: 'DOMAIN 3.3, W19',
      },
    ];
  }
  if (on !== null && from !== null && on < from) {
    return [
      {
        rule: 'framework.registration-running',
        severity: 'warning',
        path: '/certification/registeredFrom',
        message: `L’enregistrement de ${name} ne commence que le ${formatDay(from)}.`,
        source: 'DOMAIN 3.3, W19',
      },
    ];
  }
  return [];
}
