import { addDays, addMonths, type DispensationState, type PlainDate } from '@jalon/domain';
import { actorOf, type EnrolledLearner, type Stage } from './stage.ts';
import type { CentreStory, CohortStory, LearnerStory, PracticeStory } from './story.ts';

/** What is still on its way was asked lately; five weeks without an answer is late, not lost. */
const askedDaysAgo: Partial<Record<DispensationState, number>> = {
  draft: 3,
  filed: 6,
  transmitted: 37,
};

const answerMotives: Partial<Record<DispensationState, string>> = {
  refused: 'Le titre présenté ne couvre pas ce module.',
  partial: 'Le titre présenté couvre la moitié de ce module.',
};

/** Enrols the learners with their employers and tutors, and asks for their dispensations. */
export async function enrolLearners(
  stage: Stage,
  centreStory: CentreStory,
  cohort: CohortStory,
  cohortId: string,
): Promise<EnrolledLearner[]> {
  const enrolled: EnrolledLearner[] = [];
  for (const learner of cohort.learners) {
    const practice = centreStory.practices[learner.practice];
    if (!practice) throw new Error(`No practice ${learner.practice} for ${learner.birthName}`);
    enrolled.push(await enrol(stage, cohort, cohortId, learner, practice));
  }
  const { clock } = stage;
  const enrolledOn = clock.today();
  for (const learner of enrolled) {
    const asked = learner.story.dispensation && askedDaysAgo[learner.story.dispensation.state];
    clock.moveTo(asked === undefined ? enrolledOn : clock.day(-asked), '10:30:00');
    await requestDispensation(stage, learner);
  }
  return enrolled;
}

async function enrol(
  stage: Stage,
  cohort: CohortStory,
  cohortId: string,
  learner: LearnerStory,
  practice: PracticeStory,
): Promise<EnrolledLearner> {
  const call = stage.api.as(actorOf(stage, 'coordinator'));
  const entersOn = addDays(stage.clock.day(cohort.startsIn), learner.entersAfterDays ?? 0);
  const hireDate = learner.hiredDaysAgo
    ? stage.clock.day(-learner.hiredDaysAgo)
    : addDays(entersOn, -60);
  const email = learner.email ?? mailOf(learner, stage.centre.name);
  const enrolment = await call('POST /enrolments', {
    body: {
      cohortId,
      profile: learner.profile,
      diplomaLevel: learner.diplomaLevel,
      experienceYears: learner.experienceYears ?? 0,
      route: learner.route,
      funder: learner.funder,
      startsOn: entersOn,
      person: await choosePerson(stage, learner, email),
      employments: [
        {
          employerName: practice.name,
          employerKind: practice.kind,
          employerPhone: practice.phone,
          employerEmail: practice.tutor.email,
          hireDate,
          ...contractFor(learner, hireDate, stage.clock.day(0)),
          dutyStartOn: hireDate,
          cpamContractSignedOn: addDays(hireDate, 10),
          tutor: await chooseTutor(stage, practice),
          tutorIsEmployer: practice.tutorIsEmployer,
          tutorExperienceYears: 10,
          // An employee says so on being named, which is on this day.
          tutorVolunteeredOn: practice.tutorIsEmployer ? null : stage.clock.today(),
        },
      ],
    },
  });
  await sendToOpco(stage, enrolment.id, learner, hireDate);
  if (cohort.startsIn < 0) await recordPositioning(stage, enrolment.id);
  return { enrolmentId: enrolment.id, personId: enrolment.personId, story: learner };
}

/**
 * Who enters by a *contrat de professionnalisation* has one of twelve months, begun with the hiring, or
 * a CDI that began with one when those months are over: they are at work still. Others have a CDI.
 */
function contractFor({ route }: LearnerStory, hireDate: PlainDate, today: PlainDate) {
  if (route === 'jobseeker_poec_pic') return { contractKind: 'poec' as const };
  if (route !== 'professional_contract') return { contractKind: 'permanent' as const };
  const endsOn = addDays(addMonths(hireDate, 12), -1);
  return endsOn < today
    ? { contractKind: 'professional_permanent' as const }
    : { contractKind: 'professional_fixed_term' as const, endsOn };
}

/** Those in training were met by the coordination on the day they enrolled; the others are still to be. */
async function recordPositioning(stage: Stage, enrolmentId: string): Promise<void> {
  const coordinator = actorOf(stage, 'coordinator');
  const { givenName, birthName } = await stage.db.system.person.findFirstOrThrow({
    where: { centreId: stage.centre.id, id: coordinator.personId },
  });
  await stage.api.as(coordinator)('POST /enrolments/:enrolmentId/positionings', {
    params: { enrolmentId },
    body: {
      heldOn: stage.clock.today(),
      ledBy: `${givenName} ${birthName}`,
      outcome: 'admitted',
    },
  });
}

/** A contract that has begun went to the OPCO within its five days, and was agreed to in two weeks. */
async function sendToOpco(
  stage: Stage,
  enrolmentId: string,
  { route }: LearnerStory,
  hireDate: PlainDate,
): Promise<void> {
  const [sentOn, answeredOn, today] = [
    addDays(hireDate, 3),
    addDays(hireDate, 14),
    stage.clock.today(),
  ];
  if (route !== 'professional_contract' || sentOn > today) return;
  const answer = answeredOn > today ? {} : { answer: 'accepted' as const, answeredOn };
  await stage.api.as(actorOf(stage, 'coordinator'))(
    'POST /enrolments/:enrolmentId/funding-requests',
    {
      params: { enrolmentId },
      body: { sentOn, ...answer },
    },
  );
}

/** An account of the demonstration is a person already; everybody else is new to the centre. */
async function choosePerson(stage: Stage, learner: LearnerStory, email: string) {
  const known = await findPerson(stage, email);
  const { givenName, birthName, birthDate, sex } = learner;
  if (known) return { kind: 'known' as const, personId: known };
  return {
    kind: 'new' as const,
    givenName,
    birthName,
    birthDate,
    sex,
    email,
    birthPlaceCode: '72181',
    birthCountryCode: 'FR',
  };
}

async function chooseTutor(stage: Stage, { tutor }: PracticeStory) {
  const known = await findPerson(stage, tutor.email);
  return known
    ? { kind: 'known' as const, personId: known }
    : { kind: 'new' as const, ...tutor, namesake: null };
}

async function findPerson({ db, centre }: Stage, email: string): Promise<string | null> {
  const person = await db.system.person.findFirst({ where: { centreId: centre.id, email } });
  return person?.id ?? null;
}

const mailOf = ({ givenName, birthName }: LearnerStory, centreName: string): string =>
  `${givenName}.${birthName}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase()
    .concat('@', centreName === 'afbb' ? 'eleves.afbb.example' : 'eleves.le-mans.example');

async function requestDispensation(
  stage: Stage,
  { enrolmentId, story }: EnrolledLearner,
): Promise<void> {
  const asked = story.dispensation;
  if (!asked) return;
  const call = stage.api.as(actorOf(stage, 'coordinator'));
  const view = await call('POST /enrolments/:enrolmentId/dispensations', {
    params: { enrolmentId },
    body: {
      blockCode: asked.blockCode,
      moduleCode: asked.moduleCode,
      requestedMinutes: asked.minutes,
      evidence: 'Titre de secrétaire assistante médico-sociale, copie au dossier.',
    },
  });
  if (asked.state === 'draft') return;
  const params = { dispensationId: view.id };
  let { revision } = view;
  const { clock } = stage;
  const filedOn = clock.today();
  ({ revision } = await call('POST /dispensations/:dispensationId/advance', {
    params,
    body: { revision, to: 'filed', on: filedOn },
  }));
  if (asked.state === 'filed') return;
  if (asked.state === 'withdrawn') {
    clock.moveTo(addDays(filedOn, 4), '09:30:00');
    await call('POST /dispensations/:dispensationId/withdrawal', {
      params,
      body: {
        revision,
        on: clock.today(),
        motive:
          'Le titre présenté est celui d’un autre diplôme : demande retirée par l’apprenante.',
      },
    });
    return;
  }
  clock.moveTo(addDays(filedOn, 2), '09:30:00');
  ({ revision } = await call('POST /dispensations/:dispensationId/advance', {
    params,
    body: {
      revision,
      to: 'transmitted',
      on: clock.today(),
      reference: `D-${filedOn.slice(0, 4)}-${enrolmentId.slice(-3)}`,
    },
  }));
  if (asked.state === 'transmitted') return;
  clock.moveTo(addDays(filedOn, 23), '14:00:00');
  const decide = stage.api.as(actorOf(stage, 'certifier'));
  await decide('POST /dispensations/:dispensationId/decide', {
    params,
    body: {
      revision,
      to: asked.state,
      grantedMinutes: asked.state === 'partial' ? Math.round(asked.minutes / 2) : null,
      motive: answerMotives[asked.state] ?? null,
    },
  });
}
