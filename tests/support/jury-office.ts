import type { Config } from '@jalon/api';
import type { Framework } from '@jalon/domain';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Centre, Member } from './centre-builder.ts';
import { addJuryLearner, asNewMember, type JuryLearner } from './jury-builder.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { addCohort } from './tutored-learner.ts';

type FileOptions = Parameters<typeof addJuryLearner>[3];
type NewDecision = { enrolmentId: string; blockCode: string; decision: string } & Record<
  string,
  unknown
>;

const maxime = { givenName: 'Maxime', birthName: 'Bonnet' };
const allBlocks = ['B1', 'B2', 'B3', 'B4'];

/** A centre with its office and a member of each college, and what they do in a jury. */
export class JuryOffice {
  private cohortCount = 0;

  private constructor(
    readonly app: TestApp,
    readonly centre: Centre,
    readonly coordinator: Member,
    readonly employer: Member,
    readonly employee: Member,
    readonly frameworkId: string,
    readonly framework: Framework,
  ) {}

  static async start(config: Partial<Config> = {}): Promise<JuryOffice> {
    const app = await startTestApp(config);
    const centre = await app.addCentre('CFA CCI Le Mans Sarthe');
    const coordinator = await centre.addMember('coordinator', {
      givenName: 'Claire',
      birthName: 'Morvan',
    });
    const employer = await centre.addMember('jury_member', {
      givenName: 'Marc',
      birthName: 'Dupuis',
    });
    const employee = await centre.addMember('jury_member', {
      givenName: 'Julie',
      birthName: 'Lenoir',
    });
    const { id, content } = await centre.addFramework();
    return new JuryOffice(app, centre, coordinator, employer, employee, id, content);
  }

  /** A session with one member of each college and these learners, open unless told otherwise. */
  async prepare(files: Partial<FileOptions>[] = [{}], { opens = true } = {}) {
    this.cohortCount += 1;
    const cohortId = await addCohort(this.app.db, this.centre, {
      name: `Automne ${this.cohortCount}`,
      frameworkVersionId: this.frameworkId,
    });
    const cohort = { id: cohortId, framework: this.framework };
    const learners: JuryLearner[] = [];
    for (const file of files)
      learners.push(
        await addJuryLearner(this.app.db, this.centre, cohort, { name: maxime, ...file }),
      );
    const juryId = await this.prepareSession({ cohortIds: [cohortId] });
    if (opens) await this.open(juryId);
    return { juryId, params: { juryId }, learners, cohortId };
  }

  /** A session with one member of each college, not open. @returns its id */
  async prepareSession(more: Record<string, unknown>): Promise<string> {
    const body = { heldOn: '2026-11-23', place: 'Le Mans, salle 2', cohortIds: [], ...more };
    const { id } = (await this.app.call('POST /juries', { body }, this.coordinator)).body;
    await this.addMember(id, asNewMember(this.employer, 'employer', true));
    await this.addMember(id, asNewMember(this.employee, 'employee'));
    return id;
  }

  addMember(juryId: string, body: Record<string, unknown>) {
    return this.app.call(
      'POST /juries/:juryId/members',
      { params: { juryId }, body },
      this.coordinator,
    );
  }

  /** Changes what is said of a member: absent, alternate, chair. */
  async changeMember(
    juryId: string,
    { personId }: Pick<Member, 'personId'>,
    more: Record<string, unknown>,
  ) {
    const { members } = await this.read(juryId);
    const seat = members.find((one) => one.personId === personId);
    return this.app.call(
      'PUT /juries/:juryId/members/:memberId',
      {
        params: { juryId, memberId: seat?.id ?? '' },
        body: more,
      },
      this.coordinator,
    );
  }

  async read(juryId: string, by = this.coordinator) {
    return (await this.app.call('GET /juries/:juryId', { params: { juryId } }, by)).body;
  }

  /** Marks who is there; everyone unless told otherwise. */
  async markPresent(juryId: string, wanted?: readonly Member[]) {
    const { members } = await this.read(juryId);
    const people = wanted?.map(({ personId }) => personId);
    for (const { personId } of members)
      if (!people || people.includes(personId))
        await this.changeMember(juryId, { personId }, { isPresent: true });
  }

  /** On the day: everyone is marked present, then the session opens. */
  async open(juryId: string) {
    await this.markPresent(juryId);
    return this.openAsMarked(juryId);
  }

  async openAsMarked(juryId: string) {
    const { revision } = await this.read(juryId);
    return this.app.call(
      'POST /juries/:juryId/opening',
      { params: { juryId }, body: { revision } },
      this.coordinator,
    );
  }

  async close(juryId: string, by = this.coordinator) {
    const { revision } = await this.read(juryId);
    return this.app.call(
      'POST /juries/:juryId/closing',
      { params: { juryId }, body: { revision } },
      by,
    );
  }

  decide(juryId: string, decisions: NewDecision[], by = this.coordinator) {
    return this.app.call(
      'PUT /juries/:juryId/decisions',
      {
        params: { juryId },
        body: { decisions: decisions.map((one) => ({ expectedDecisionId: null, ...one })) },
      },
      by,
    );
  }

  decideAll(juryId: string, { enrolmentId }: JuryLearner, codes = allBlocks) {
    return this.decide(
      juryId,
      codes.map((blockCode) => ({ enrolmentId, blockCode, decision: 'acquired' })),
    );
  }

  async room(juryId: string, by = this.coordinator) {
    return (await this.app.call('GET /juries/:juryId/room', { params: { juryId } }, by)).body;
  }
}

/** The one item that a list must hold first. */
export const only = <T>(items: readonly T[]): T => {
  const [first] = items;
  if (first === undefined) throw new Error('expected one');
  return first;
};

// One office for each file of tests that opens it.
export let office: JuryOffice;
export let app: TestApp;
export let centre: Centre;
export let coordinator: Member;
export let employer: Member;
export let employee: Member;
export let frameworkId: string;

/** Opens the office before the tests of a file; each test starts on the day of the jury. */
export function openJuryOffice(config: Partial<Config> = {}): void {
  beforeAll(async () => {
    office = await JuryOffice.start(config);
    ({ app, centre, coordinator, employer, employee, frameworkId } = office);
  });
  afterAll(() => app.close());
  afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));
}
