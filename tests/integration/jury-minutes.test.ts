import { createHash } from 'node:crypto';
import type { Framework } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { addJuryLearner, asNewMember } from '../support/jury-builder.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let juryId: string;

/** A closed session: one learner certified, one without AFGSU. The worker runs. */
beforeAll(async () => {
  app = await startTestApp({ runsWorker: true });
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator', { givenName: 'Claire', birthName: 'Morvan' });
  const version = await centre.addFramework();
  juryId = await holdSession(version.id, version.content);
});
afterAll(() => app.close());

async function holdSession(frameworkVersionId: string, framework: Framework): Promise<string> {
  const cohortId = await addCohort(app.db, centre, { frameworkVersionId });
  const cohort = { id: cohortId, framework };
  const lina = await addJuryLearner(app.db, centre, cohort, {
    name: { givenName: 'Lina', birthName: 'Abadie' },
  });
  const maxime = await addJuryLearner(app.db, centre, cohort, {
    name: { givenName: 'Maxime', birthName: 'Bonnet' },
    afgsuOn: null,
  });
  const { body } = await app.call(
    'POST /juries',
    { body: { heldOn: '2026-11-23', place: 'Le Mans', cohortIds: [cohortId] } },
    coordinator,
  );
  const params = { juryId: body.id };
  for (const college of ['employer', 'employee'] as const) {
    const member = await centre.addMember('jury_member', { givenName: 'Jo', birthName: college });
    const seat = asNewMember(member, college, college === 'employer');
    const { members } = (
      await app.call('POST /juries/:juryId/members', { params, body: seat }, coordinator)
    ).body;
    const { id: memberId = '' } = members.find(({ isPresent }) => isPresent === null) ?? {};
    await app.call(
      'PUT /juries/:juryId/members/:memberId',
      {
        params: { ...params, memberId },
        body: { college, isChair: seat.isChair, isAlternate: false, isPresent: true },
      },
      coordinator,
    );
  }
  const revise = (revision: number) => ({ params, body: { revision } });
  await seatAbsentAlternate(params);
  await app.call(
    'PUT /juries/:juryId',
    {
      params,
      body: { heldOn: '2026-11-23', place: 'Le Mans', incidents: 'Alarme à 10 h.', revision: 1 },
    },
    coordinator,
  );
  await app.call('POST /juries/:juryId/opening', revise(2), coordinator);
  const decisions = ['B1', 'B2', 'B3', 'B4'].flatMap((blockCode) =>
    [lina, maxime].map(({ enrolmentId }) => ({ enrolmentId, blockCode, expectedDecisionId: null })),
  );
  await app.call(
    'PUT /juries/:juryId/decisions',
    {
      params,
      body: {
        decisions: decisions.map((one) =>
          one.blockCode === 'B4' && one.enrolmentId === maxime.enrolmentId
            ? {
                ...one,
                decision: 'not_acquired',
                motive: 'AFGSU 1 absente.',
                recommendation: 'Passer l’AFGSU 1 avant la prochaine session.',
              }
            : { ...one, decision: 'acquired' },
        ),
      },
    },
    coordinator,
  );
  await app.call('POST /juries/:juryId/closing', revise(3), coordinator);
  return body.id;
}

/** Invited, and not there on the day. */
async function seatAbsentAlternate(params: { readonly juryId: string }): Promise<void> {
  const member = await centre.addMember('jury_member', { givenName: 'Jo', birthName: 'absent' });
  const seat = { ...asNewMember(member, 'employee', false), isAlternate: true };
  const { members } = (
    await app.call('POST /juries/:juryId/members', { params, body: seat }, coordinator)
  ).body;
  const { id: memberId = '' } = members.find(({ isPresent }) => isPresent === null) ?? {};
  const body = {
    college: 'employee',
    isChair: false,
    isAlternate: true,
    isPresent: false,
  } as const;
  await app.call(
    'PUT /juries/:juryId/members/:memberId',
    { params: { ...params, memberId }, body },
    coordinator,
  );
}

async function untilProduced() {
  for (let count = 0; count < 100; count += 1) {
    const { body } = await app.call('GET /juries/:juryId', { params: { juryId } }, coordinator);
    if (body.minutes?.state === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The minutes never came.');
}
const download = () => app.call('GET /juries/:juryId/minutes', { params: { juryId } }, coordinator);

describe('the minutes of a closed session (DOMAIN 4.6)', () => {
  it('are drawn by a job as one PDF, kept by its fingerprint', async () => {
    await untilProduced();
    const answer = await download();
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(answer.bytes).subarray(0, 5).toString()).toBe('%PDF-');
    const documents = await app.db.system.document.findMany({ where: { subjectId: juryId } });
    expect(documents.map(({ sha256 }) => sha256)).toEqual([
      createHash('sha256').update(answer.bytes).digest('hex'),
    ]);
  });

  it('are PDF/UA: tagged, titled, in French', async () => {
    const pdf = Buffer.from((await download()).bytes).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('pdfuaid:part');
    expect(pdf).toMatch(/\/Lang\s*\(fr/);
  });

  it('say it all, from the data as it was when the session closed', async () => {
    const { content } = await app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(content).toMatchObject({
      certification: { rncp: 'RNCP40913', framework: 'CQP-AM-40913-LEMANS' },
      centre: { name: 'CFA CCI Le Mans Sarthe', sites: ['CFA CCI Le Mans Sarthe, site'] },
      session: {
        day: 'lundi 23 novembre 2026',
        mode: 'en présence',
        place: 'Le Mans',
        openedAt: '9 h',
        closedAt: '9 h',
        closedBy: 'Claire Morvan',
      },
      incidents: 'Alarme à 10 h.',
      recusals: [],
      candidates: [
        { name: 'Abadie Lina', kind: 'formation', route: 'formation continue', result: 'total' },
        {
          name: 'Bonnet Maxime',
          result: 'partial',
          credentials: [{ label: 'AFGSU 1', value: 'aucune attestation' }],
          blocks: [
            {
              proposal: 'acquired',
              decision: 'acquired',
              reasons: [
                { facts: '4 épreuves acquises sur 4, il en faut 3.' },
                { facts: expect.stringMatching(/^Tuteur : 4 compétences/) },
              ],
            },
            {},
            {},
            {
              proposal: 'incomplete',
              decision: 'not_acquired',
              motive: 'AFGSU 1 absente.',
              recommendation: 'Passer l’AFGSU 1 avant la prochaine session.',
            },
          ],
        },
      ],
    });
  });

  it('name the chair, each college, who was absent, and leave to each member their own place to sign', async () => {
    const { content } = await app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(content).toMatchObject({
      members: expect.arrayContaining([
        expect.objectContaining({ name: 'employer Jo', college: 'Employeurs', isChair: true }),
        expect.objectContaining({ name: 'employee Jo', college: 'Salariés', isPresent: true }),
        expect.objectContaining({ name: 'absent Jo', isAlternate: true, isPresent: false }),
      ]),
    });
    const { bytes } = await download();
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
      mergePages: true,
    });
    for (const said of ['absent Jo', 'Alarme à 10 h.', 'Passer l’AFGSU 1', /Document de \d pages/])
      expect(text).toMatch(said);
  });

  it('are not drawn twice when the job comes back', async () => {
    const before = await app.db.system.document.count();
    await app.db.system.outboxJob.create({
      data: { centreId: centre.id, name: 'minutes.produce', payload: { jurySessionId: juryId } },
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await app.db.system.document.count()).toBe(before);
  });

  it('do not exist before the closing', async () => {
    const { body } = await app.call(
      'POST /juries',
      {
        body: {
          heldOn: '2026-11-23',
          place: 'Le Mans',
          cohortIds: [],
          frameworkId: (await app.db.system.frameworkVersion.findFirstOrThrow()).id,
        },
      },
      coordinator,
    );
    const answer = await app.call(
      'GET /juries/:juryId/minutes',
      { params: { juryId: body.id } },
      coordinator,
    );
    expect(answer.status).toBe(404);
  });
});
