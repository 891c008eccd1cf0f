import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/**
 * Every rule by the file that decides it. Reasons and findings are kept with decisions and shown by
 * their rule: a name that changes or moves is a change of the records, to be seen here.
 */
const ruleIds: Readonly<Record<string, readonly string[]>> = {
  'joint-reviews/check-opening.ts': [
    'joint-review.has-tutor',
    'joint-review.held-in-training',
    'joint-review.held-soon',
    'joint-review.in-training',
    'joint-review.one-at-a-time',
    'joint-review.three-people',
  ],
  'joint-reviews/check-part.ts': [
    'joint-review.own-words',
    'joint-review.signed-by-tutor-in-post',
    'joint-review.signed-once-held',
    'joint-review.still-open',
    'joint-review.while-in-training',
  ],
  'vae-items/read-vae-items.ts': [
    'vae.admitted-after-request',
    'vae.reference-dated',
    'vae.settled-by-today',
  ],
  'self-assessments/check-sending.ts': ['self-assessment.complete', 'self-assessment.in-training'],
  'appraisal-campaigns/check-campaign.ts': [
    'campaign.appraisable-block',
    'campaign.leaves-time',
    'campaign.opens-from-today',
    'campaign.own-label',
  ],
  'appraisals/check-paper-form.ts': ['appraisal.block-acquired', 'appraisal.signed-on'],
  'appraisals/check-ratings.ts': ['appraisal.complete', 'appraisal.known-competence'],
  'appraisals/check-signer.ts': [
    'appraisal.corrected-by-tutor-in-post',
    'appraisal.corrected-in-training',
    'appraisal.signed-by-oneself',
  ],
  'appraisals/check-tutor-condition.ts': ['appraisal.accepted-levels'],
  'appraisals/check-tutor-load.ts': ['tutor.maximum-learners', 'tutor.minimum-experience'],
  'appraisals/check-tutor-volunteer.ts': [
    'tutor.volunteer',
    'tutor.volunteer-named',
    'tutor.volunteered-by-today',
  ],
  'assessment-events/check-assessment-event.ts': [
    'assessment-event.after-training',
    'assessment-event.assessor-free',
    'assessment-event.assessor-once',
    'assessment-event.assessor-untied',
    'assessment-event.candidate-once',
    'assessment-event.extra-time-fits',
    'assessment-event.has-candidates',
    'assessment-event.known-assessments',
    'assessment-event.one-or-two-assessors',
    'assessment-event.room-free',
    'assessment-event.room-seats',
  ],
  'assessment-events/check-event-change.ts': [
    'assessment-event.attempt-planned',
    'assessment-event.attempt-that-day',
    'assessment-event.day-of-marks',
    'assessment-event.keeps-marked',
    'assessment-event.kept-once-marked',
  ],
  'assessment-events/list-candidates-due.ts': [
    'assessment-event.assessments-due',
    'assessment-event.attempts-left',
    'assessment-event.block-open',
    'assessment-event.in-training',
    'assessment-event.planned-once',
    'assessment-event.still-needed',
  ],
  'assessments/assess.ts': ['marks.missing-key', 'marks.unknown-key'],
  'assessments/check-attempt.ts': [
    'attempt.after-entry',
    'attempt.already-acquired',
    'attempt.before-withdrawal',
    'attempt.block-acquired',
    'attempt.credential-instead',
    'attempt.held',
    'attempt.in-order',
    'attempt.maximum',
    'attempt.numbered',
    'attempt.previous-finished',
  ],
  'assessments/check-credential-entry.ts': [
    'credential.obtained',
    'credential.old-enough',
    'credential.once',
    'credential.rested-on',
  ],
  'assessments/check-credential-file.ts': [
    'credential-file.credential-counts',
    'credential-file.not-empty',
    'credential-file.size',
    'credential-file.type',
  ],
  'assessments/check-removal.ts': [
    'removal.credential-rested-on',
    'removal.last-attempt',
    'removal.result-decided-on',
  ],
  'assessments/credentials.ts': ['credential.valid-on-day'],
  'attendance/attendance-window.ts': ['attendance.late-entry-has-motive', 'attendance.window-open'],
  'attendance/check-signing.ts': [
    'attendance.all-recorded',
    'attendance.signed-at-the-end',
    'attendance.signed-by-own-trainer',
  ],
  'attendance/explain-hours.ts': [
    'attendance.rate',
    'hours.complete',
    'hours.never-compensate',
    'hours.signature-awaited',
    'hours.signed',
  ],
  'attendance/minutes-done.ts': [
    'attendance.absent-without-minutes',
    'attendance.minutes-whole',
    'attendance.minutes-within-slot',
  ],
  'certificates/check-readiness.ts': [
    'attestation.hours-done',
    'certificate.block-acquired',
    'certificate.credential-valid',
  ],
  'certificates/issue-certificate.ts': ['certificate.copy-after-issue', 'certificate.copy-sent'],
  'certificates/next-step.ts': ['certificate.block-acquired', 'certificate.credential-valid'],
  'certificates/tell-registration.ts': ['certificate.registered-on-issue'],
  'certificates/tell-unsigned-minutes.ts': ['certificate.minutes-signed'],
  'certificates/revoke-certificate.ts': [
    'certificate.correction-keeps-blocks',
    'certificate.correction-says-something-else',
    'certificate.replaced-once',
    'certificate.revocation-has-motive',
    'certificate.revoked-once',
  ],
  'cohorts/advise-groups.ts': ['cohort.credential-group'],
  'cohorts/change-cohort-state.ts': [
    'cohort.completed-after-last-day',
    'cohort.has-calendar',
    'cohort.next-state',
    'cohort.sheets-signed',
    'cohort.starts-on-first-day',
  ],
  'cohorts/check-cohort-start.ts': ['cohort.starts-before-record'],
  'cohorts/check-framework-change.ts': ['cohort.framework-kept'],
  'cohorts/check-planned-jury.ts': ['cohort.jury-after-calendar', 'cohort.jury-as-prepared'],
  'cohorts/check-rhythm.ts': [
    'cohort.average-rhythm',
    'cohort.credential-form',
    'cohort.day-at-most-7h',
    'cohort.ends-after-start',
    'cohort.has-open-month',
    'cohort.has-weekday',
    'cohort.holds-its-hours',
    'cohort.jury-after-start',
    'cohort.not-on-sunday',
    'cohort.positioned-before-end',
    'cohort.usual-duration',
    'cohort.year-believed',
  ],
  'cohorts/explain-credentials.ts': ['credential.valid-on-jury-day'],
  'deadlines/check-suspension.ts': [
    'suspension.at-most-3-years',
    'suspension.ends-after-start',
    'suspension.while-employed',
    'suspension.year-believed',
  ],
  'dispensation-rules/dispensation-rule.ts': [
    'dispensation-rule.document-not-ahead',
    'dispensation-rule.evidence-listed',
    'dispensation-rule.holder-given',
    'dispensation-rule.scope-known',
    'dispensation-rule.withdrawn-once',
    'dispensation-rule.written-once',
  ],
  'dispensation-rules/propose-rules.ts': [
    'dispensation-rule.in-force',
    'dispensation-rule.own-version',
    'dispensation-rule.scope-kept',
  ],
  'dispensations/advance-dispensation.ts': [
    'dispensation.day-not-future',
    'dispensation.days-in-order',
    'dispensation.granted-is-part',
    'dispensation.granted-minutes-match',
    'dispensation.reference-given',
    'dispensation.state-follows',
  ],
  'dispensations/check-removal.ts': ['dispensation.draft-removed'],
  'dispensations/check-request.ts': [
    'dispensation.answer-explained',
    'dispensation.asked-once',
    'dispensation.block-or-modules',
  ],
  'dispensations/check-withdrawal.ts': [
    'dispensation.withdrawal-explained',
    'dispensation.withdrawn-in-order',
    'dispensation.withdrawn-not-ahead',
    'dispensation.withdrawn-while-waiting',
  ],
  'dispensations/dispensation.ts': [
    'dispensation.minutes-positive',
    'dispensation.minutes-within-scope',
    'dispensation.scope-known',
  ],
  'dispensations/evidence-items.ts': [
    'dispensation.evidence-known',
    'dispensation.evidence-while-open',
  ],
  'dispensations/rectify-answer.ts': [
    'dispensation.answer-dated',
    'dispensation.answered-to-rectify',
    'dispensation.own-decision-rectified',
    'dispensation.rectification-changes',
    'dispensation.rectification-explained',
    'dispensation.rectified-before-document',
    'dispensation.rectified-before-jury',
    'dispensation.rectified-hours-free',
    'dispensation.sending-reference-given',
  ],
  'enrolments/check-capacity.ts': ['cohort.capacity'],
  'enrolments/check-contract-kind.ts': [
    'enrolment.contract-kind-known',
    'enrolment.contract-kind-suits',
    'enrolment.poec-follow-up-known',
    'enrolment.poec-followed-by-12-months',
  ],
  'enrolments/check-contracts.ts': ['slot.within-contract'],
  'enrolments/check-course-open.ts': ['enrolment.course-open'],
  'enrolments/check-employment.ts': [
    'employment.contract-after-hire',
    'employment.duty-after-hire',
    'employment.ends-after-hire',
    'employment.ends-after-start',
    'employment.siret-key',
    'employment.year-believed',
  ],
  'enrolments/check-entry-day.ts': [
    'enrolment.cohort-open',
    'enrolment.entry-after-cohort-start',
    'enrolment.entry-before-cohort-end',
    'enrolment.held-since-entry',
    'enrolment.hired-on-entry',
  ],
  'enrolments/check-entry.ts': [
    'entry.experience-reached',
    'entry.level-reached',
    'entry.profile-listed',
  ],
  'enrolments/check-framework-on-entry.ts': [
    'enrolment.entry-in-registration-hole',
    'enrolment.registered-on-entry',
  ],
  'enrolments/check-leaving.ts': [
    'enrolment.active',
    'enrolment.ends-after-entry',
    'enrolment.withdrawn',
    'enrolment.withdrawn-after-entry',
    'enrolment.withdrawn-already',
  ],
  'enrolments/check-own-jury.ts': ['slot.before-own-jury'],
  'enrolments/check-professional-contract.ts': [
    'employment.professional-contract-6-to-12-months',
    'employment.professional-contract-at-most-36-months',
    'employment.professional-contract-ends',
    'enrolment.training-at-least-15-percent',
    'enrolment.training-at-least-150h',
    'enrolment.training-at-most-25-percent',
  ],
  'enrolments/check-recorded-days.ts': [
    'enrolment.end-after-record',
    'enrolment.entry-before-record',
    'enrolment.left-after-record',
  ],
  'enrolments/check-path.ts': [
    'path.free-place',
    'path.none-in-vae',
    'path.one-run-a-module',
    'path.run-in-programme',
    'path.run-not-over',
  ],
  'positionings/check-positioning.ts': [
    'positioning.adaptation-chosen',
    'positioning.adaptation-said',
    'positioning.correction-explained',
    'positioning.held-by-today',
    'positioning.led-by',
    'positioning.outcome-explained',
  ],
  'early-ends/check-early-end.ts': [
    'early-end.declared-after-end',
    'early-end.declared-by-today',
    'early-end.declared-once',
    'early-end.ended-early',
  ],
  'funding-requests/check-funding-request.ts': [
    'funding.after-refusal',
    'funding.answer-dated',
    'funding.answer-said',
    'funding.answered-after-reception',
    'funding.answered-after-sending',
    'funding.answered-by-today',
    'funding.received-after-sending',
    'funding.received-by-today',
    'funding.route-has-paper',
    'funding.sent-by-today',
  ],
  'enrolments/check-entry-motive.ts': ['enrolment.entry-motive'],
  'enrolments/check-route-hours.ts': [
    'enrolment.poec-at-most-400h',
    'enrolment.poec-third-in-company',
    'enrolment.reconversion-150-to-450h',
    'enrolment.reconversion-at-most-12-months',
    'enrolment.vae-experience-1607h',
    'enrolment.vae-experience-required',
  ],
  'enrolments/check-stored-dates.ts': [
    'employment.hired-old-enough',
    'enrolment.entered-old-enough',
  ],
  'enrolments/check-route-period.ts': ['enrolment.route-in-its-period'],
  'enrolments/check-route.ts': ['enrolment.no-apprenticeship', 'enrolment.route-open'],
  'enrolments/sum-hours-due.ts': [
    'hours.dispensation-granted',
    'hours.none-in-vae',
    'hours.programme',
  ],
  'frameworks/check-block.ts': [
    'framework.assessment-has-target',
    'framework.assessment-has-title',
    'framework.block-has-module',
    'framework.block-sum-matches',
    'framework.credential-known',
    'framework.criteria-listed',
    'framework.evaluation-duration-not-negative',
    'framework.mandatory-within-threshold',
    'framework.module-duration-positive',
    'framework.target-known',
    'framework.threshold-reachable',
    'framework.threshold-verified',
  ],
  'frameworks/check-framework.ts': [
    'framework.attempt-possible',
    'framework.blocks-kept',
    'framework.certificate-has-certification',
    'framework.code-unique',
    'framework.credential-validity-bounded',
    'framework.credential-validity-positive',
    'framework.duration-in-order',
    'framework.evaluation-matches',
    'framework.evaluation-stated',
    'framework.has-accepted-level',
    'framework.has-block',
    'framework.has-route',
    'framework.registration-in-order',
    'framework.registration-running',
    'framework.total-matches',
    'framework.training-matches',
  ],
  'frameworks/check-prerequisites.ts': [
    'framework.prerequisite-known',
    'framework.prerequisites-in-order',
  ],
  'juries/check-attendance.ts': ['jury.attendance-marked'],
  'juries/check-author.ts': ['jury.author-sits'],
  'juries/check-closing.ts': [
    'jury.block-already-held',
    'jury.both-colleges',
    'jury.candidate-left',
    'jury.conflict-without-recusal',
    'jury.decision-missing',
    'jury.decision-twice',
    'jury.motive-missing',
    'jury.parity',
    'jury.proposal-changed',
    'jury.session-open',
  ],
  'juries/check-composition.ts': ['jury.both-colleges', 'jury.chair', 'jury.parity', 'jury.quorum'],
  'juries/check-decision.ts': [
    'jury.block-already-held',
    'jury.block-not-presented',
    'jury.conflict-without-recusal',
    'jury.decided-once',
    'jury.motive-missing',
    'jury.session-open',
    'jury.vote-count',
    'jury.vote-decides',
  ],
  'juries/check-external-share.ts': ['jury.external-half'],
  'juries/check-leaving-session.ts': ['resit.decided-there'],
  'juries/check-opening.ts': [
    'jury.candidates',
    'jury.members',
    'jury.opening-day',
    'jury.session-prepared',
  ],
  'juries/check-preparation.ts': [
    'jury.candidates',
    'jury.candidates-left-out',
    'jury.chair-alternates',
    'jury.day-after-calendar',
    'jury.day-as-planned',
    'jury.presented-once',
  ],
  'juries/check-rectification.ts': [
    'jury.rectification-both-colleges',
    'jury.rectification-changes',
    'jury.rectification-deciding',
    'jury.rectification-majority',
    'jury.rectification-motive',
    'jury.rectification-twice',
    'jury.rectified-one-at-a-time',
    'jury.rectified-when-closed',
  ],
  'juries/check-seat.ts': ['jury.seat'],
  'juries/check-session-day.ts': ['jury.day-after-entry', 'jury.day-within-reach'],
  'juries/check-session-removal.ts': ['jury.removal-undecided'],
  'juries/check-session-framework.ts': [
    'jury.ends-with-certificate',
    'jury.framework-chosen',
    'jury.one-framework',
  ],
  'juries/check-signature.ts': [
    'jury.paper-signature-day',
    'jury.signed-as-read',
    'jury.signed-before-replaced',
    'jury.signed-by-those-present',
    'jury.signed-once',
    'jury.signed-when-closed',
  ],
  'juries/propose-block-result.ts': [
    'assessments.mandatory',
    'assessments.required-count',
    'block.hours-done',
  ],
  'juries/tally-vote.ts': ['jury.absolute-majority', 'jury.vote-tie'],
  'juries/tell-signing.ts': ['jury.minutes-signed'],
  'people/check-person.ts': [
    'person.born-already',
    'person.old-enough',
    'person.place-code-shape',
    'person.young-enough',
  ],
  'people/recognise-person.ts': [
    'person.mail-is-personal',
    'person.namesake',
    'person.other-birth-date',
    'person.usage-name',
  ],
  'people/recognise-tutor.ts': ['tutor.namesake'],
  'planning/check-learner-clashes.ts': ['slot.learners-free'],
  'planning/check-module-hours.ts': ['slot.hours-within-module'],
  'planning/check-moved-slot.ts': ['slot.past-was-held', 'slot.unlocked'],
  'planning/check-remote-slot.ts': ['slot.all-remote-at-most-14h', 'slot.remote-at-most-25'],
  'planning/check-slot-change.ts': [
    'slot.after-positioning',
    'slot.before-evening',
    'slot.cohort-free',
    'slot.day-at-most-7h',
    'slot.is-half-day',
    'slot.room-free',
    'slot.trainer-free',
    'slot.usual-weekday',
    'slot.within-cohort',
  ],
  'planning/evaluation-order.ts': ['slot.evaluation-after-training'],
  'plans/check-attendees.ts': ['plan.day-at-most-7h', 'plan.group-free'],
  'plans/check-average-rhythm.ts': ['plan.average-rhythm'],
  'plans/check-learners-free.ts': ['plan.learners-free'],
  'plans/check-part.ts': ['plan.exact-hours', 'plan.remote-half-days'],
  'plans/check-resources.ts': [
    'plan.room-equipped',
    'plan.room-free',
    'plan.room-on-site',
    'plan.room-open',
    'plan.room-seats',
    'plan.trainer-absent',
    'plan.trainer-free',
    'plan.trainer-qualified',
    'plan.trainer-week',
    'plan.trainer-works',
  ],
  'plans/check-runs.ts': [
    'plan.after-positioning',
    'plan.before-limit',
    'plan.exact-hours',
    'plan.full-days',
    'plan.is-half-day',
    'plan.order',
    'plan.remote-half-days',
    'plan.usual-weekday',
    'plan.within-cohort',
    'plan.within-contracts',
  ],
  'plans/check-slots.ts': ['plan.locks-kept', 'plan.past-stays'],
  'plans/explain-shortage.ts': [
    'plan.exact-hours',
    'plan.full-days',
    'plan.more-hours-than-days',
    'plan.no-room',
    'plan.no-trainer',
    'plan.nobody-qualified',
    'plan.remote-half-days',
    'plan.too-few-half-days',
    'plan.trainer-too-late',
  ],
  'plans/index-problem.ts': ['plan.names-known'],
  'plans/prepare-slot-moves.ts': [
    'plan.average-rhythm',
    'plan.before-limit',
    'plan.full-days',
    'plan.order',
    'plan.room-equipped',
    'plan.room-on-site',
    'plan.room-open',
    'plan.room-seats',
    'plan.trainer-absent',
    'plan.trainer-qualified',
    'plan.trainer-week',
    'plan.trainer-works',
  ],
  'registry-reports/check-registry-entry.ts': [
    'registry.mandatory-identity',
    'registry.name-length',
    'registry.nir-known',
    'registry.rncp-number',
    'registry.useful-identity',
  ],
  'registry-reports/check-registry-settings.ts': ['registry.client-id', 'registry.contract-id'],
  'registry-reports/judge-acknowledgement.ts': [
    'registry.acknowledgement-agrees',
    'registry.acknowledgement-answers',
    'registry.acknowledgement-of-own-emitter',
    'registry.acknowledgement-of-own-entries',
    'registry.acknowledgement-of-own-report',
    'registry.acknowledgement-once',
    'registry.refused-whole',
  ],
  'registry-reports/nir.ts': ['registry.nir-key', 'registry.nir-of-person', 'registry.nir-shape'],
  'trainers/check-trainer-week.ts': [
    'trainer.avoids-what-is-worked',
    'trainer.half-days-hold-minimum',
    'trainer.minimum-within-maximum',
    'trainer.week-at-most-48h',
  ],
  'trainers/trainer-readiness.ts': [
    'trainer.accredited',
    'trainer.has-subjects',
    'trainer.has-weekly-hours',
    'trainer.has-working-days',
  ],
};

const folder = import.meta.dirname;
/** The words of the journal's acts (`audit`) are no rules: its own test walks them. */
const isRuleFile = (path: string): boolean =>
  path.endsWith('.ts') && !/\.test\.ts$|^test-records|[/\\]data[/\\]|^sources|^audit/.test(path);
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

/** Literals such as 'entry.level-reached'; imports end in an extension. */
function listIds(path: string): string[] {
  const text = withoutComments(readFileSync(join(folder, path), 'utf8'));
  const found = [...text.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*)'/g)];
  const ids = found.map(([, id = '']) => id).filter((id) => !/\.(?:ts|json)$/.test(id));
  return [...new Set(ids)].sort();
}

const isRuleTest = (path: string): boolean =>
  path.endsWith('.test.ts') && path !== 'rule-ids.test.ts';

/** Whether the text names this rule, and not only one whose name goes on. */
const names = (text: string, id: string): boolean =>
  new RegExp(`(?<![a-z0-9.-])${id.replace('.', '\\.')}(?![a-z0-9-])`).test(text);

describe('every rule has its name, and the file that decides it', () => {
  it('none is renamed, moved or forgotten unseen', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter(isRuleFile)
      .sort();
    const found = files.flatMap((path) => {
      const ids = listIds(path);
      return ids.length > 0 ? [[path, ids] as const] : [];
    });
    expect(Object.fromEntries(found)).toEqual(ruleIds);
  });

  it('each is named by a test of what it decides', () => {
    const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter(isRuleTest)
      .map((path) => readFileSync(join(folder, path), 'utf8'))
      .join('\n');
    const ids = [...new Set(Object.values(ruleIds).flat())];
    expect(ids.filter((id) => !names(tests, id))).toEqual([]);
  });
});
