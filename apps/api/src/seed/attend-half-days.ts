import { actorOf, type LivedCohort, type Stage } from './stage.ts';

/** The trainer fills and signs every half-day up to today; the last two are left to be signed. */
export async function attendHalfDays(stage: Stage, cohort: LivedCohort): Promise<void> {
  const { clock } = stage;
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const { slots } = await office('GET /cohorts/:cohortId/calendar', {
    params: { cohortId: cohort.id },
  });
  const past = slots.filter(({ date }) => date < clock.realToday());
  const unsigned = cohort.story.state === 'running' ? past.slice(-2) : [];
  for (const [index, slot] of past.entries()) {
    if (unsigned.includes(slot)) continue;
    clock.moveTo(slot.date, '16:45:00');
    await fillSheet(stage, cohort, slot.id, index);
  }
  await withdraw(stage, cohort);
}

async function fillSheet(
  stage: Stage,
  cohort: LivedCohort,
  slotId: string,
  index: number,
): Promise<void> {
  const trainer = stage.api.as(actorOf(stage, 'trainer'));
  const params = { slotId };
  const sheet = await trainer('GET /slots/:slotId/attendance', { params });
  const expected = sheet.rows.filter(({ isExpected }) => isExpected);
  if (expected.length === 0) return;
  const filled = await trainer('PUT /slots/:slotId/attendance', {
    params,
    body: {
      rows: expected.map(({ enrolmentId }, seat) => {
        const isAbsent = isMissed(cohort, enrolmentId, index);
        return {
          enrolmentId,
          basedOn: null,
          state: isAbsent ? ('absent' as const) : ('present' as const),
          lateMinutes: !isAbsent && (index + seat) % 17 === 0 ? 15 : 0,
          leftEarlyMinutes: 0,
          justification: isAbsent && index % 2 === 0 ? 'Arrêt de travail' : null,
        };
      }),
    },
  });
  await trainer('POST /slots/:slotId/attendance/signature', {
    params,
    body: { entryIds: filled.rows.flatMap(({ entry }) => (entry ? [entry.id] : [])) },
  });
}

function isMissed(cohort: LivedCohort, enrolmentId: string, index: number): boolean {
  const learner = cohort.learners.find((learner) => learner.enrolmentId === enrolmentId);
  const every = learner?.story.absentEvery ?? 23;
  return index % every === every - 1;
}

async function withdraw(stage: Stage, cohort: LivedCohort): Promise<void> {
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  for (const { enrolmentId, story } of cohort.learners) {
    if (!story.withdraws) continue;
    const params = { enrolmentId };
    const { revision } = await office('GET /enrolments/:enrolmentId', { params });
    const on = stage.clock.today();
    const body = {
      revision,
      on,
      motive: 'A quitté le cabinet : contrat rompu d’un commun accord.',
    };
    await office('POST /enrolments/:enrolmentId/withdraw', { params, body });
  }
}
