import type { Finding } from '../finding.ts';
import { countNoun, formatMinutes } from '../french-format.ts';
import type { Assessment, CompetenceBlock, Framework } from './framework.ts';

const entered = 'référentiel saisi';

/** Errors and warnings of one block; `path` is its JSON pointer, e.g. `/blocks/0`. */
export function checkBlock(
  framework: Framework,
  block: CompetenceBlock,
  path: string,
): readonly Finding[] {
  return [
    ...checkBlockDurations(block, path),
    ...checkThreshold(block, path),
    ...block.modules.flatMap((module, index) => [
      ...checkCredential(framework, module.credentialCode, `${path}/modules/${index}`),
    ]),
    ...block.assessments.flatMap((assessment, index) =>
      checkAssessment(framework, block, assessment, `${path}/assessments/${index}`),
    ),
    ...checkCriteria(block, path),
  ];
}

function checkBlockDurations(block: CompetenceBlock, path: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (block.modules.length === 0) {
    findings.push({
      rule: 'framework.block-has-module',
      severity: 'error',
      path: `${path}/modules`,
      message: `Le bloc ${block.code} n’a aucun module : ajoutez-en au moins un.`,
      source: entered,
    });
  }
  block.modules.forEach((module, index) => {
    if (Number.isInteger(module.minutes) && module.minutes > 0) return;
    findings.push({
      rule: 'framework.module-duration-positive',
      severity: 'error',
      path: `${path}/modules/${index}/minutes`,
      message: `La durée du module « ${module.name} » doit être un nombre entier de minutes, plus grand que zéro.`,
      source: entered,
    });
  });
  if (!Number.isInteger(block.evaluationMinutes) || block.evaluationMinutes < 0) {
    findings.push({
      rule: 'framework.evaluation-duration-not-negative',
      severity: 'error',
      path: `${path}/evaluationMinutes`,
      message: `La durée d’évaluation du bloc ${block.code} ne peut pas être négative.`,
      source: entered,
    });
  }
  const sum = block.modules.reduce((total, module) => total + module.minutes, 0);
  if (sum !== block.statedMinutes) {
    findings.push({
      rule: 'framework.block-sum-matches',
      severity: 'warning',
      path: `${path}/statedMinutes`,
      message: `Bloc ${block.code} : les modules font ${formatMinutes(sum)}, la source imprime ${formatMinutes(block.statedMinutes)}.`,
      source: block.source,
    });
  }
  return findings;
}

function checkThreshold(block: CompetenceBlock, path: string): readonly Finding[] {
  const findings: Finding[] = [];
  const { requiredAssessments: required, assessments } = block;
  const mandatory = assessments.filter((assessment) => assessment.mandatory).length;
  const thresholdPath = `${path}/requiredAssessments`;
  if (!Number.isInteger(required) || required < 0 || required > assessments.length) {
    findings.push({
      rule: 'framework.threshold-reachable',
      severity: 'error',
      path: thresholdPath,
      message: `Bloc ${block.code} : il est demandé ${countNoun(required, 'épreuve')} sur ${assessments.length}. Le seuil va de 0 au nombre d’épreuves.`,
      source: block.source,
    });
  }
  if (mandatory > required) {
    findings.push({
      rule: 'framework.mandatory-within-threshold',
      severity: 'error',
      path: thresholdPath,
      message: `Bloc ${block.code} : ${countNoun(mandatory, 'épreuve obligatoire', 'épreuves obligatoires')} pour un seuil de ${required}. Relevez le seuil ou rendez des épreuves facultatives.`,
      source: block.source,
    });
  }
  if (block.thresholdStatus !== 'stated' && assessments.length > 0) {
    const why =
      block.thresholdStatus === 'copied'
        ? 'repris d’une autre version, la source n’en donne pas'
        : 'à vérifier sur la fiche RNCP';
    findings.push({
      rule: 'framework.threshold-verified',
      severity: 'warning',
      path: thresholdPath,
      message: `Bloc ${block.code} : le seuil de ${countNoun(required, 'épreuve')} sur ${assessments.length} est ${why}.`,
      source: block.source,
    });
  }
  return findings;
}

function checkAssessment(
  framework: Framework,
  block: CompetenceBlock,
  assessment: Assessment,
  path: string,
): readonly Finding[] {
  const known = new Set(block.competences.map((competence) => competence.code));
  const findings: Finding[] = [...checkCredential(framework, assessment.credentialCode, path)];
  assessment.targets.forEach((target, index) => {
    if (known.has(target.competenceCode)) return;
    findings.push({
      rule: 'framework.target-known',
      severity: 'error',
      path: `${path}/targets/${index}/competenceCode`,
      message: `L’épreuve ${assessment.code} vise la compétence ${target.competenceCode}, qui n’est pas dans le bloc ${block.code}.`,
      source: 'S1:L174',
    });
  });
  if (assessment.credentialCode === null && assessment.targets.length === 0) {
    findings.push({
      rule: 'framework.assessment-has-target',
      severity: 'error',
      path: `${path}/targets`,
      message: `L’épreuve ${assessment.code} ne vise aucune compétence : on ne pourrait pas dire si elle est acquise.`,
      source: 'S1:L174',
    });
  }
  if (assessment.title.trim() === '') {
    findings.push({
      rule: 'framework.assessment-has-title',
      severity: 'warning',
      path: `${path}/title`,
      message: `L’intitulé de l’épreuve ${assessment.code} est à compléter : il n’est dans aucune source lue.`,
      source: 'Q1',
    });
  }
  return findings;
}

function checkCriteria(block: CompetenceBlock, path: string): readonly Finding[] {
  const without = block.assessments.filter((assessment) =>
    assessment.targets.some((target) => target.criteria.length === 0),
  ).length;
  if (without === 0) return [];
  return [
    {
      rule: 'framework.criteria-listed',
      severity: 'warning',
      path: `${path}/assessments`,
      message: `Bloc ${block.code} : les critères de ${countNoun(without, 'épreuve')} sont à compléter.`,
      source: 'Q1 ; S1:L174',
    },
  ];
}

function checkCredential(
  framework: Framework,
  credentialCode: string | null,
  path: string,
): readonly Finding[] {
  const known = framework.credentials.some((credential) => credential.code === credentialCode);
  if (credentialCode === null || known) return [];
  return [
    {
      rule: 'framework.credential-known',
      severity: 'error',
      path: `${path}/credentialCode`,
      message: `L’attestation « ${credentialCode} » n’est pas dans la liste de cette version : ajoutez-la ou retirez ce lien.`,
      source: entered,
    },
  ];
}
