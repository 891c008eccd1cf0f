import {
  type AskedAppraisal,
  findRequestEnd,
  formatName,
  type LearnerFacts,
  nextJuryDay,
  type PathHalfDay,
  type PlainDate,
  type SignedAppraisal,
} from '@jalon/domain';
import { collectItems } from './collect-items.ts';
import { byLearner, type FactsRow, type Key } from './facts-row.ts';
import type { JuryVerdict } from './jury-verdicts.ts';
import type { CohortRecord, LearnerRecord } from './learner-record.ts';

/** The learners of the statement, each with the rows that are theirs. */
export function collectLearners(
  row: FactsRow,
  cohorts: readonly CohortRecord[],
  verdictsOf: (n: number) => readonly JuryVerdict[],
  today: PlainDate | null,
): readonly LearnerRecord[] {
  const items = collectItems(row);
  const planned = byLearner(row.planned);
  const appraisals = byLearner(row.appraisals);
  const asked = byLearner(row.asked);
  const results = byLearner(row.results);
  const credentials = byLearner(row.credentials);
  const halfDays = byLearner(row.half_days);
  const dispensations = byLearner(row.dispensations);
  const juries = byLearner(row.juries);
  const tutors = byLearner(row.tutors);
  const juryDays = new Map(cohorts.map(({ id, juryOn }) => [id, juryOn]));
  return (row.learners ?? []).map(
    ([n, enrolmentId, personId, cohortId, birthName, usageName, givenName, ...course]) => {
      const [state, route, startsOn] = course;
      const [jury] = juries(n);
      const tutor = tutors(n).at(-1);
      const decided = verdictsOf(n);
      return {
        enrolmentId,
        personId,
        cohortId,
        familyName: usageName ?? birthName,
        givenName,
        state,
        route,
        startsOn,
        verdicts: decided,
        nextJuryId: jury?.[2] ?? null,
        facts: {
          route,
          items: items(n),
          halfDays: halfDays(n).map(toHalfDay),
          dispensations: dispensations(n).map(
            ([, blockCode, moduleCode, grantedMinutes, state]) => ({
              blockCode,
              moduleCode,
              grantedMinutes,
              state,
            }),
          ),
          appraisals: appraisals(n).map(toSigned),
          asked: asked(n).map((row) => toAsked(row, today)),
          results: results(n).map(([, assessmentCode, attempt, heldOn, marks]) => ({
            assessmentCode,
            attempt,
            heldOn,
            marks,
          })),
          credentials: credentials(n).map(([, credentialCode, obtainedOn, expiresOn, hasFile]) => ({
            credentialCode,
            obtainedOn,
            expiresOn,
            hasFile,
          })),
          decisions: decided,
          isCertified: state === 'completed',
          nextEvaluations: nextEvaluations(planned(n)),
          nextJuryOn:
            today === null
              ? null
              : nextJuryDay({
                  sessionDays: juries(n).map(([, day]) => day),
                  plannedOn: juryDays.get(cohortId) ?? null,
                  today,
                }),
          tutorName: tutor
            ? formatName({ birthName: tutor[1], usageName: tutor[2], givenName: tutor[3] })
            : null,
        },
      };
    },
  );
}

const toSigned = ([
  ,
  blockCode,
  signedOn,
  signerName,
  origin,
  ratings,
  employmentId,
  endsOn,
]: NonNullable<FactsRow['appraisals']>[number]): SignedAppraisal => {
  const employment = employmentId === null ? null : { id: employmentId, endsOn };
  return { blockCode, signedOn, signerName, origin, ratings, employment };
};

/** An open request; with no day, whether its employment has ended is not known. */
function toAsked(
  [
    ,
    blockCode,
    askedOn,
    dueOn,
    isStarted,
    askedTutorId,
    employmentId,
    tutorId,
    endsOn,
  ]: NonNullable<FactsRow['asked']>[number],
  today: PlainDate | null,
): AskedAppraisal {
  const employment = employmentId === null ? null : { tutorId, endsOn };
  const request = { tutorId: askedTutorId, employment, ended: null };
  const end = today === null ? null : findRequestEnd(request, today);
  return { blockCode, askedOn, dueOn, isStarted, end };
}

const toHalfDay = ([
  ,
  kind,
  blockCode,
  moduleCode,
  date,
  startsAt,
  minutes,
  isCounted,
  attended,
  awaiting,
  absent,
]: NonNullable<FactsRow['half_days']>[number]): PathHalfDay => ({
  kind,
  blockCode,
  moduleCode,
  date,
  startsAt,
  minutes,
  isCounted: isCounted === true,
  attended,
  awaiting,
  absent,
});

function nextEvaluations(
  rows: readonly [number, ...Key, number, PlainDate | null][],
): LearnerFacts['nextEvaluations'] {
  return rows
    .flatMap(([, kind, blockCode, , , on]) =>
      kind === 'evaluation' && on !== null ? [{ blockCode, on }] : [],
    )
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}
