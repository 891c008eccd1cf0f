import type { Content, Draft, DraftBlock } from '../version.ts';

/** A draft as the API takes it: criteria left empty are dropped, nothing else is changed. */
export const toBody = (draft: Draft): Content =>
  ({
    ...draft,
    blocks: draft.blocks.map((block) => ({
      ...block,
      assessments: block.assessments.map((assessment) => ({
        ...assessment,
        targets: assessment.targets.map((target) => ({
          ...target,
          criteria: target.criteria.filter(({ text }) => text.trim() !== ''),
        })),
      })),
    })),
    // Empty numbers stay null: the API says which field is missing.
  }) as Content;

/** A draft as the rules read it: a number that is not typed yet counts for nothing. */
export function toCheckable(draft: Draft): Content {
  const zero = (value: number | null) => value ?? 0;
  const { hours, durationMonths } = draft;
  return {
    ...toBody(draft),
    durationMonths: { min: zero(durationMonths.min), max: zero(durationMonths.max) },
    hours: {
      ...hours,
      statedMinutes: zero(hours.statedMinutes),
      trainingMinutes: zero(hours.trainingMinutes),
      evaluationMinutes: zero(hours.evaluationMinutes),
    },
    blocks: toBody(draft).blocks.map((block) => ({
      ...block,
      statedMinutes: zero(block.statedMinutes),
      evaluationMinutes: zero(block.evaluationMinutes),
      requiredAssessments: zero(block.requiredAssessments),
      modules: block.modules.map((module) => ({ ...module, minutes: zero(module.minutes) })),
    })),
    credentials: draft.credentials.map((credential) => ({
      ...credential,
      validityYears: zero(credential.validityYears),
    })),
  };
}

export const blankBlock = (): DraftBlock => ({
  code: '',
  name: '',
  shortName: '',
  statedMinutes: null,
  evaluationMinutes: 0,
  modules: [],
  competences: [],
  assessments: [],
  requiredAssessments: 0,
  thresholdStatus: 'stated',
  source: '',
});

export const blankModule = (): DraftBlock['modules'][number] => ({
  code: '',
  name: '',
  minutes: null,
  credentialCode: null,
  equipment: [],
});

export const blankCompetence = (): DraftBlock['competences'][number] => ({ code: '', name: '' });

export const blankAssessment = (): DraftBlock['assessments'][number] => ({
  code: '',
  title: '',
  mandatory: false,
  credentialCode: null,
  targets: [],
});

export const blankCredential = (code: string): Draft['credentials'][number] => ({
  code,
  name: '',
  validityYears: 4,
  requiredForCertificate: true,
  groupMin: null,
  groupMax: null,
  renewalMinutes: null,
  source: '',
});
