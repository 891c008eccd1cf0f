import type { Database } from '@jalon/api';
import type { AppraisalLevel, BlockDecision, DispensationState, Framework } from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Centre } from './centre-builder.ts';
import { type RecordedSlot, recordSlots } from './recorded-slots.ts';

const day = (plain: string): Date => new Date(`${plain}T00:00:00.000Z`);

/** A learner of the cohort, with an employer and a tutor. */
export interface RecordedLearner {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly employmentId: string;
  readonly tutorId: string;
}

/**
 * A cohort from 7 September 2026 on, four days a week until its programme is taught (16 November for
 * Le Mans), written straight in the database, and ways to record what happened in it.
 */
export class CohortRecords {
  private constructor(
    private readonly db: Database,
    private readonly centreId: string,
    readonly id: string,
    readonly framework: Framework,
    readonly frameworkVersionId: string,
    readonly slots: readonly RecordedSlot[],
    private readonly runIds: readonly string[],
  ) {}

  static async create(
    db: Database,
    centre: Centre,
    more: {
      name?: string;
      juryOn?: string | null;
      frameworkCode?: string;
      /** Another cohort of the same centre on the version it has already. */
      like?: CohortRecords;
      /** A version that the centre has already. */
      version?: { id: string; content: Framework };
    } = {},
  ): Promise<CohortRecords> {
    const { id: frameworkVersionId, content } = more.like
      ? { id: more.like.frameworkVersionId, content: more.like.framework }
      : (more.version ?? (await centre.addFramework(more.frameworkCode)));
    const { name = 'Automne 2026', juryOn = '2026-12-18' } = more;
    const cohort = await db.system.cohort.create({
      data: {
        centreId: centre.id,
        name,
        frameworkVersionId,
        siteId: centre.siteId,
        startsOn: day('2026-09-07'),
        weekdays: [1],
        minutesPerDay: 420,
        closedMonths: [],
        capacity: 14,
        state: 'running',
        juryOn: juryOn === null ? null : day(juryOn),
      },
    });
    const own = { centreId: centre.id, cohortId: cohort.id };
    const { slots, runIds } = await recordSlots(db, own, content);
    return new CohortRecords(db, centre.id, cohort.id, content, frameworkVersionId, slots, runIds);
  }

  async addLearner(
    givenName: string,
    birthName: string,
    more: { startsOn?: string; personId?: string; hireDate?: string; cpam?: string } = {},
  ): Promise<RecordedLearner> {
    const { centreId, db } = this;
    const personId = more.personId ?? (await this.addPerson(givenName, birthName));
    const tutorId = await this.addPerson('Hélène', `Ferrand ${birthName}`);
    const employment = await db.system.employment.create({
      data: {
        centreId,
        personId,
        employerName: 'Cabinet Ferrand',
        tutorId,
        hireDate: day(more.hireDate ?? '2026-06-01'),
        cpamContractSignedOn: more.cpam ? day(more.cpam) : null,
      },
    });
    const enrolment = await db.system.enrolment.create({
      data: {
        centreId,
        personId,
        cohortId: this.id,
        profile: 'jobseeker',
        route: 'professional_contract',
        funder: 'opco_ep',
        startsOn: day(more.startsOn ?? '2026-09-07'),
      },
    });
    await db.system.pathRun.createMany({
      data: this.runIds.map((moduleRunId) => ({
        centreId,
        enrolmentId: enrolment.id,
        moduleRunId,
      })),
    });
    return { enrolmentId: enrolment.id, personId, employmentId: employment.id, tutorId };
  }

  /** Present on each of these half-days, all of it unless `missed` minutes are given; signed. */
  async attend(
    learner: RecordedLearner,
    slots: readonly RecordedSlot[],
    missed = 0,
  ): Promise<void> {
    await this.record(learner, slots, missed);
    await this.sign(slots);
  }

  /** The sheets of these half-days, signed by their trainer; those signed already stay so. */
  async sign(slots: readonly RecordedSlot[]): Promise<void> {
    await this.db.system.attendanceSheet.createMany({
      data: slots.map(({ id, heldOn }) => ({
        centreId: this.centreId,
        slotId: id,
        signerName: 'Sandrine Petit',
        signedByUserId: 'test',
        signedAt: new Date(`${heldOn}T16:30:00Z`),
      })),
      skipDuplicates: true,
    });
  }

  /** Present on each of these half-days, on sheets that nobody has signed yet. */
  async record(
    { enrolmentId }: RecordedLearner,
    slots: readonly RecordedSlot[],
    missed = 0,
  ): Promise<void> {
    await this.db.system.attendance.createMany({
      data: slots.map((slot) => ({
        centreId: this.centreId,
        slotId: slot.id,
        enrolmentId,
        state: 'present' as const,
        lateMinutes: missed,
        heldOn: day(slot.heldOn),
        halfDay: slot.halfDay,
        startsAt: slot.startsAt,
        slotMinutes: slot.minutes,
        minutesDone: slot.minutes - missed,
        kind: slot.kind,
        blockCode: slot.blockCode,
        moduleCode: slot.moduleCode,
        recordedByUserId: 'test',
      })),
    });
  }

  async appraise(
    { enrolmentId, tutorId }: RecordedLearner,
    blockCode: string,
    level: AppraisalLevel | null,
    more: { signedOn?: string; dueOn?: string; employmentId?: string; signerName?: string } = {},
  ): Promise<string> {
    const block = this.framework.blocks.find(({ code }) => code === blockCode);
    const ratings = (block?.competences ?? []).map(({ code }) => [code, level]);
    const signedOn = more.signedOn ?? '2026-11-09';
    const row = await this.db.system.appraisal.create({
      data: {
        centreId: this.centreId,
        enrolmentId,
        tutorId,
        employmentId: more.employmentId ?? null,
        blockCode,
        dueOn: more.dueOn ? day(more.dueOn) : null,
        ratings: level === null ? {} : Object.fromEntries(ratings),
        ...(level === null
          ? {}
          : {
              signedAt: day(signedOn),
              signedOn: day(signedOn),
              signerName: more.signerName ?? 'Dr Hélène Ferrand',
            }),
      },
    });
    return row.id;
  }

  /** One result for each letter, in the order of the block's épreuves: `+` acquired, `-` not. */
  async assess(
    { enrolmentId }: RecordedLearner,
    blockCode: string,
    letters: string,
    heldOn = '2026-11-02',
  ): Promise<void> {
    const block = this.framework.blocks.find(({ code }) => code === blockCode);
    const taken = (block?.assessments ?? []).flatMap((assessment, index) => {
      const letter = letters[index] ?? '.';
      return letter === '.' ? [] : [{ assessment, isAcquired: letter === '+' }];
    });
    await this.db.system.assessmentResult.createMany({
      data: taken.map(({ assessment, isAcquired }) => ({
        centreId: this.centreId,
        enrolmentId,
        blockCode,
        assessmentCode: assessment.code,
        heldOn: day(heldOn),
        marks: Object.fromEntries(
          assessment.targets.map(({ competenceCode }) => [competenceCode, isAcquired]),
        ),
        assessorName: 'Sandrine Petit',
        recordedByUserId: 'test',
      })),
    });
  }

  async holdAfgsu({ personId }: RecordedLearner, obtainedOn: string, expiresOn: string) {
    await this.db.system.credential.create({
      data: {
        centreId: this.centreId,
        personId,
        code: 'AFGSU1',
        obtainedOn: day(obtainedOn),
        expiresOn: day(expiresOn),
        issuer: 'CESU 72',
      },
    });
  }

  async dispense(
    { enrolmentId }: RecordedLearner,
    blockCode: string,
    minutes: number,
    state: DispensationState = 'granted',
    transmittedOn = '2026-10-01',
  ): Promise<string> {
    const isAnswered = state === 'granted' || state === 'partial';
    const row = await this.db.system.dispensation.create({
      data: {
        centreId: this.centreId,
        enrolmentId,
        blockCode,
        state,
        requestedMinutes: minutes,
        grantedMinutes: isAnswered ? minutes : null,
        transmittedOn: day(transmittedOn),
        reference: 'D-2026-118',
      },
    });
    return row.id;
  }

  /** A jury's decision; the session is closed unless said otherwise. */
  async decide(
    { enrolmentId }: RecordedLearner,
    blockCode: string,
    decision: BlockDecision,
    heldOn: string,
    isClosed = true,
  ): Promise<{ juryId: string; decisionId: string }> {
    const juryId = uuidv7();
    const { centreId, db } = this;
    const session = { centreId, id: juryId, frameworkVersionId: this.frameworkVersionId };
    await db.system.jurySession.create({
      data: { ...session, heldOn: day(heldOn), place: 'Salle 2', state: 'open' },
    });
    await db.system.juryCandidate.create({
      data: { centreId, jurySessionId: juryId, enrolmentId, position: 1 },
    });
    const row = await db.system.juryDecision.create({
      data: {
        centreId,
        jurySessionId: juryId,
        enrolmentId,
        blockCode,
        decision,
        proposal: decision === 'adjourned' ? 'incomplete' : decision,
        proposalReasons: [],
        decidedByUserId: 'test',
        heldOn: day(heldOn),
      },
    });
    if (isClosed)
      await db.system.jurySession.update({
        where: { centreId_id: { centreId, id: juryId } },
        data: { state: 'closed', closedAt: day(heldOn) },
      });
    return { juryId, decisionId: row.id };
  }

  /** Everything that makes every block ready: épreuves, appraisals, AFGSU. */
  async makeReady(learner: RecordedLearner): Promise<void> {
    for (const { code } of this.framework.blocks) {
      await this.assess(learner, code, '+++++');
      await this.appraise(learner, code, 'mastered');
    }
    await this.holdAfgsu(learner, '2026-03-04', '2030-03-04');
  }

  private async addPerson(givenName: string, birthName: string): Promise<string> {
    const row = await this.db.system.person.create({
      data: {
        centreId: this.centreId,
        givenName,
        birthName,
        email: `${uuidv7()}@test.example`,
        phone: '02 43 00 00 00',
        matchKey: `${birthName} ${givenName}`.toLowerCase(),
      },
    });
    return row.id;
  }
}
