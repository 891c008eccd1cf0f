import { addDays, type PlainDate } from '@jalon/domain';
import { actorOf, type LivedCohort, type Stage } from './stage.ts';
import type { CentreStory } from './story.ts';

interface SessionToPrepare {
  readonly heldOn: PlainDate;
  readonly cohortIds: readonly string[];
  /** For a session of re-sitters alone. */
  readonly frameworkId?: string;
}

/** A session with its members of both colleges. @returns its id */
export async function prepareJury(
  stage: Stage,
  { jury }: CentreStory,
  { heldOn, cohortIds, frameworkId }: SessionToPrepare,
): Promise<string> {
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const { id } = await office('POST /juries', {
    body: {
      heldOn,
      place: `${stage.centre.name}, salle du conseil`,
      cohortIds: [...cohortIds],
      frameworkId: frameworkId ?? null,
    },
  });
  const params = { juryId: id };
  for (const member of jury) await office('POST /juries/:juryId/members', { params, body: member });
  return id;
}

/** On the day: everyone is marked present, then the session opens. */
export async function openJury(stage: Stage, juryId: string): Promise<void> {
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const params = { juryId };
  const { revision, members } = await office('GET /juries/:juryId', { params });
  for (const { id: memberId, college, isChair, isAlternate } of members)
    await office('PUT /juries/:juryId/members/:memberId', {
      params: { juryId, memberId },
      body: { college, isChair, isAlternate, isPresent: true },
    });
  await office('POST /juries/:juryId/opening', { params, body: { revision } });
}

/** A session on the cohort's day: members of both colleges, every block decided, closed. */
export async function holdJury(
  stage: Stage,
  centreStory: CentreStory,
  cohort: LivedCohort,
): Promise<void> {
  const { clock } = stage;
  const heldOn = clock.workday(cohort.story.juryIn ?? 0);
  clock.moveTo(addDays(heldOn, -20), '09:00:00');
  const juryId = await prepareJury(stage, centreStory, { heldOn, cohortIds: [cohort.id] });
  clock.moveTo(heldOn, '08:00:00');
  await openJury(stage, juryId);
  await decideAsProposed(stage, juryId);
  clock.moveTo(heldOn, '15:30:00');
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const params = { juryId };
  const { revision } = await office('GET /juries/:juryId', { params });
  await office('POST /juries/:juryId/closing', { params, body: { revision } });
  await signMinutes(stage, juryId);
}

/** The one member with a login of their own signs; the others did on paper, which the office notes. */
async function signMinutes(stage: Stage, juryId: string): Promise<void> {
  const params = { juryId };
  const own = stage.api.as(actorOf(stage, 'jury_member'));
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  const { minutes } = await own('GET /juries/:juryId', { params });
  const signature = { params, body: { sha256: minutes?.sha256 ?? '' } };
  const { heldOn, minutes: after } = await own(
    'POST /juries/:juryId/minutes/signatures',
    signature,
  );
  for (const { memberId, method } of after?.signers ?? []) {
    if (method !== null) continue;
    const body = { memberId, signedOn: heldOn, note: 'classeur « Jurys » du secrétariat' };
    await office('POST /juries/:juryId/minutes/paper-signatures', { params, body });
  }
}

async function decideAsProposed(stage: Stage, juryId: string): Promise<void> {
  const member = stage.api.as(actorOf(stage, 'jury_member'));
  const params = { juryId };
  const room = await member('GET /juries/:juryId/room', { params });
  const decisions = room.candidates.flatMap(({ enrolmentId, blocks }) =>
    blocks.flatMap(({ blockCode, status, proposal }) => {
      if (status !== 'presented' || !proposal) return [];
      const decision =
        proposal.outcome === 'acquired' ? ('acquired' as const) : ('not_acquired' as const);
      return [
        {
          enrolmentId,
          blockCode,
          decision,
          motive:
            proposal.outcome === 'incomplete' ? 'AFGSU niveau 1 non obtenue à ce jour.' : null,
          recommendation: decision === 'acquired' ? null : 'Reprendre les épreuves non acquises.',
          expectedDecisionId: null,
        },
      ];
    }),
  );
  await member('PUT /juries/:juryId/decisions', { params, body: { decisions } });
}

/** Issues what is ready a week after the jury. */
export async function certify(stage: Stage, cohort: LivedCohort): Promise<void> {
  const { clock } = stage;
  clock.moveTo(addDays(clock.workday(cohort.story.juryIn ?? 0), 7), '10:00:00');
  const office = stage.api.as(actorOf(stage, 'coordinator'));
  for (const { enrolmentId } of cohort.learners) {
    const params = { enrolmentId };
    const { readiness } = await office('GET /enrolments/:enrolmentId/certificate', { params });
    if (readiness.outcome === 'ready')
      await office('POST /enrolments/:enrolmentId/certificate', { params });
  }
}
