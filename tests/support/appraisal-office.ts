import type { Config } from '@jalon/api';
import type { Framework } from '@jalon/domain';
import { afterAll, beforeAll } from '@jest/globals';
import type { Centre, Member } from './centre-builder.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { addCohort, addTutoredLearner, type TutoredLearner } from './tutored-learner.ts';

/** A centre with a cohort, its office and a tutor, and what they do about appraisals. */
export class AppraisalOffice {
  private constructor(
    readonly app: TestApp,
    readonly centre: Centre,
    readonly coordinator: Member,
    readonly director: Member,
    readonly tutor: Member,
    readonly framework: Framework,
    readonly cohortId: string,
  ) {}

  static async start(more: Partial<Config> = {}): Promise<AppraisalOffice> {
    const app = await startTestApp(more);
    const centre = await app.addCentre('afbb');
    const coordinator = await centre.addMember('coordinator');
    const director = await centre.addMember('director');
    const tutor = await centre.addMember('tutor', { givenName: 'Hélène', birthName: 'Ferrand' });
    const { id, content } = await centre.addFramework();
    const cohortId = await addCohort(app.db, centre, { frameworkVersionId: id });
    return new AppraisalOffice(app, centre, coordinator, director, tutor, content, cohortId);
  }

  codesOf(blockCode: string): string[] {
    const block = this.framework.blocks.find(({ code }) => code === blockCode);
    return block?.competences.map(({ code }) => code) ?? [];
  }

  allAt(level: string, blockCode = 'B2') {
    return Object.fromEntries(this.codesOf(blockCode).map((code) => [code, level]));
  }

  addLearner(tutorId: string | null = this.tutor.personId): Promise<TutoredLearner> {
    return addTutoredLearner(this.app.db, this.centre, this.cohortId, { tutorId });
  }

  /** A learner of the cohort who has a login. */
  async enterLearner(): Promise<{ learner: TutoredLearner; self: Member }> {
    const named = { givenName: 'Lina', birthName: 'Abadie' };
    const self = await this.centre.addMember('learner', named);
    const learner = await this.addLearner();
    const { personId } = self;
    const { system } = this.app.db;
    await system.enrolment.updateMany({ where: { id: learner.enrolmentId }, data: { personId } });
    await system.employment.updateMany({ where: { id: learner.employmentId }, data: { personId } });
    return { learner: { ...learner, personId }, self };
  }

  request(learner: TutoredLearner, more: Record<string, unknown> = {}) {
    const body = {
      cohortId: this.cohortId,
      enrolmentIds: [learner.enrolmentId],
      blockCodes: ['B2'],
      dueOn: '2026-12-18',
      label: 'Mi-parcours',
      ...more,
    };
    return this.app.call('POST /appraisals', { body }, this.coordinator);
  }

  /** A learner whose tutor has been asked about block 2. @returns the appraisal's id */
  async ask(learner: TutoredLearner): Promise<string> {
    await this.request(learner);
    const row = await this.app.db.system.appraisal.findFirstOrThrow({
      where: { enrolmentId: learner.enrolmentId, signedAt: null, endedAt: null },
    });
    return row.id;
  }

  save(appraisalId: string, body: Record<string, unknown>, by = this.tutor) {
    return this.app.call(
      'PUT /tutor/appraisals/:appraisalId',
      { params: { appraisalId }, body: { ratings: {}, comments: {}, comment: '', ...body } },
      by,
    );
  }

  sign(appraisalId: string, revision: number, confirmedName = this.tutor.name) {
    return this.app.call(
      'POST /tutor/appraisals/:appraisalId/signature',
      { params: { appraisalId }, body: { revision, confirmedName } },
      this.tutor,
    );
  }

  async signWhole(appraisalId: string, level = 'mastered') {
    const { body } = await this.save(appraisalId, { ratings: this.allAt(level), revision: 1 });
    return this.sign(appraisalId, body.revision);
  }

  /** What the tutor finds behind the link of a mail. */
  open(appraisalId: string, by = this.tutor) {
    return this.app.call('GET /tutor/appraisals/:appraisalId', { params: { appraisalId } }, by);
  }

  sendLink(appraisalId: string) {
    const params = { appraisalId };
    return this.app.call('POST /appraisals/:appraisalId/link', { params }, this.coordinator);
  }

  withdraw(appraisalId: string) {
    const params = { appraisalId };
    return this.app.call('DELETE /appraisals/:appraisalId', { params }, this.coordinator);
  }

  /** A tap on the first competence. */
  async begin(appraisalId: string, by = this.tutor) {
    const [code = ''] = this.codesOf('B2');
    return this.save(appraisalId, { ratings: { [code]: 'mastered' }, revision: 1 }, by);
  }

  /** What the office's list says of a request, wherever it stands. */
  async rowOf(appraisalId: string) {
    for (const state of ['open', 'ended', 'signed'] as const) {
      const { body } = await this.app.call(
        'GET /appraisals',
        { query: { state } },
        this.coordinator,
      );
      const row = body.rows.find(({ id }) => id === appraisalId);
      if (row) return row;
    }
    return null;
  }

  async changeEmployment(
    learner: TutoredLearner,
    data: { tutorId?: string; endsOn?: Date },
  ): Promise<void> {
    await this.app.db.system.employment.updateMany({
      where: { id: learner.employmentId },
      data,
    });
  }

  correct(appraisalId: string) {
    return this.app.call(
      'POST /tutor/appraisals/:appraisalId/correction',
      { params: { appraisalId } },
      this.tutor,
    );
  }

  paper(learner: TutoredLearner, body: Record<string, unknown> = {}) {
    return this.app.call(
      'POST /enrolments/:enrolmentId/appraisals/paper',
      {
        params: { enrolmentId: learner.enrolmentId },
        body: {
          blockCode: 'B2',
          ratings: this.allAt('in_progress'),
          comments: {},
          comment: '',
          signedOn: '2026-11-20',
          signerName: 'Dr Ferrand',
          ...body,
        },
      },
      this.coordinator,
    );
  }
}

// One office for each file of tests that opens it.
export let office: AppraisalOffice;
export let app: TestApp;
export let centre: Centre;
export let coordinator: Member;
export let director: Member;
export let tutor: Member;
export let cohortId: string;

/** Opens the office before the tests of a file. */
export function openAppraisalOffice(more: Partial<Config> = {}): void {
  beforeAll(async () => {
    office = await AppraisalOffice.start(more);
    ({ app, centre, coordinator, director, tutor, cohortId } = office);
  });
  afterAll(() => app.close());
}
