import type { Framework } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let first: CohortRecords;
let second: CohortRecords;
let learner: RecordedLearner;

/** Somebody who acquired blocks 1 and 2 in an earlier cohort, failed block 3, and enrols again. */
beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA CCI Le Mans Sarthe');
  coordinator = await centre.addMember('coordinator');
  first = await CohortRecords.create(app.db, centre, { name: 'Printemps', juryOn: null });
  second = await CohortRecords.create(app.db, centre, { name: 'Automne', like: first });
  const before = await first.addLearner('Maxime', 'Bonnet');
  await first.decide(before, 'B1', 'acquired', '2026-06-18');
  await first.decide(before, 'B2', 'acquired', '2026-06-18');
  await first.decide(before, 'B3', 'not_acquired', '2026-06-18');
  learner = await second.addLearner('Maxime', 'Bonnet', { personId: before.personId });
});
afterAll(() => app.close());

describe('blocks acquired under an earlier enrolment are kept (S1:L176, DOMAIN 4.4)', () => {
  it('the board of the new cohort shows them acquired, with their decision', async () => {
    const { body } = await app.call(
      'GET /cohorts/:cohortId/board',
      { params: { cohortId: second.id } },
      coordinator,
    );
    const line = body.learners.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
    const states = line?.cells.map(({ state }) => state === 'acquired');
    expect(states).toEqual([true, true, false, false]);
  });

  it('the jury does not judge them again: « déjà acquis »', async () => {
    const { body } = await app.call(
      'POST /juries',
      { body: { heldOn: '2026-11-23', place: 'Le Mans', cohortIds: [second.id] } },
      coordinator,
    );
    const params = { juryId: body.id };
    const room = await app.call('GET /juries/:juryId/room', { params }, coordinator);
    const [candidate] = room.body.candidates;
    expect(candidate?.blocks.map(({ status, heldOn }) => [status, heldOn])).toEqual([
      ['held', '2026-06-18'],
      ['held', '2026-06-18'],
      ['presented', null],
      ['presented', null],
    ]);
    expect(candidate?.kind).toBe('training');
  });

  it('what was refused there is judged anew, and what is missing counts them', async () => {
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    const blocks = body.readiness.reasons.filter(
      ({ rule }) => rule === 'certificate.block-acquired',
    );
    expect(blocks.map(({ met }) => met)).toEqual([true, true, false, false]);
    expect(body.readiness.sentence).toContain('aucun jury ne l’a encore examiné');
  });

  it('they take no appraisal any more', async () => {
    const { body } = await app.call(
      'POST /appraisals',
      {
        body: {
          cohortId: second.id,
          enrolmentIds: [learner.enrolmentId],
          blockCodes: ['B1', 'B3'],
          dueOn: '2026-12-18',
          label: 'Fin',
        },
      },
      coordinator,
    );
    expect(body.requested).toBe(1);
    expect(body.skipped[0]?.reason).toContain('a déjà acquis le bloc B1 le 18 juin 2026');
  });

  describe('under a copy of the version, published with another duration', () => {
    let copied: CohortRecords;
    let enrolmentId: string;

    beforeAll(async () => {
      const version = await publishCopy(first.frameworkVersionId);
      copied = await CohortRecords.create(app.db, centre, { name: 'Sous la copie', version });
      ({ enrolmentId } = await copied.addLearner('Maxime', 'Bonnet', {
        personId: learner.personId,
      }));
    });

    it('the board keeps them, and says under which version they were acquired', async () => {
      const { body } = await app.call(
        'GET /cohorts/:cohortId/board',
        { params: { cohortId: copied.id } },
        coordinator,
      );
      const cells = body.learners[0]?.cells;
      expect(cells?.map(({ state }) => state === 'acquired')).toEqual([true, true, false, false]);
      expect(cells?.[0]?.fact).toBe(`${first.framework.title}, repris`);
      const params = { cohortId: copied.id, enrolmentId, blockCode: 'B1' };
      const panel = await app.call(
        'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode',
        { params },
        coordinator,
      );
      expect(panel.body.decisions).toMatchObject([
        { decision: 'acquired', decidedOn: '2026-06-18', carriedFrom: first.framework.title },
      ]);
    });

    it('the jury does not judge them again, and the certificate counts them', async () => {
      const { body: session } = await app.call(
        'POST /juries',
        { body: { heldOn: '2026-11-24', place: 'Le Mans', cohortIds: [copied.id] } },
        coordinator,
      );
      const params = { juryId: session.id };
      const room = await app.call('GET /juries/:juryId/room', { params }, coordinator);
      const blocks = room.body.candidates[0]?.blocks;
      expect(blocks?.map(({ status, carriedFrom }) => [status, carriedFrom])).toEqual([
        ['held', first.framework.title],
        ['held', first.framework.title],
        ['presented', null],
        ['presented', null],
      ]);
      const { body } = await app.call(
        'GET /enrolments/:enrolmentId/certificate',
        { params: { enrolmentId } },
        coordinator,
      );
      expect(body.readiness.reasons.map(({ met }) => met).slice(0, 4)).toEqual([
        true,
        true,
        false,
        false,
      ]);
      expect(body.readiness.reasons[0]?.facts).toContain(`sous « ${first.framework.title} »`);
    });

    it('a block refused before and acquired under the copy is no longer to be presented', async () => {
      const before = await first.addLearner('Lina', 'Moreau');
      const again = await copied.addLearner('Lina', 'Moreau', { personId: before.personId });
      const isOpen = async () => {
        const { body } = await app.call('GET /resits', {}, coordinator);
        return body.some(({ learnerName }) => learnerName.includes('Moreau'));
      };
      await first.decide(before, 'B3', 'not_acquired', '2026-09-18');
      expect(await isOpen()).toBe(true);
      await copied.decide(again, 'B3', 'acquired', '2026-10-18');
      expect(await isOpen()).toBe(false);
    });
  });

  describe('under a version that keeps acquired blocks 24 months', () => {
    let kept: CohortRecords;
    let who: RecordedLearner;
    let own: Member;
    const cellOf = async () => {
      const params = { cohortId: kept.id, enrolmentId: who.enrolmentId, blockCode: 'B1' };
      const path = 'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode';
      return (await app.call(path, { params }, coordinator)).body;
    };
    const resits = async () =>
      (await app.call('GET /resits', {}, coordinator)).body.filter(
        ({ enrolmentId }) => enrolmentId === who.enrolmentId,
      );
    const reasonOf = async () => {
      const params = { enrolmentId: who.enrolmentId };
      const { body } = await app.call(
        'GET /enrolments/:enrolmentId/certificate',
        { params },
        coordinator,
      );
      return body.readiness.reasons[0];
    };

    beforeAll(async () => {
      const version = await publishCopy(first.frameworkVersionId, 'CQP-AM-24-MOIS', {
        blockRetentionMonths: 24,
      });
      kept = await CohortRecords.create(app.db, centre, { name: 'Vingt-quatre mois', version });
      own = await centre.addMember('learner', { givenName: 'Inès', birthName: 'Lambert' });
      const { personId } = own;
      who = await kept.addLearner('Inès', 'Lambert', { personId, startsOn: '2024-01-08' });
      await kept.decide(who, 'B1', 'acquired', '2024-06-18');
    });

    it('a block kept no longer is so on the board, among the re-sits and for the certificate', async () => {
      expect(await cellOf()).toMatchObject({
        cell: { state: 'lapsed', label: 'Plus conservé' },
        advice: { kind: 'resit' },
        standsBy: { decidedOn: '2024-06-18' },
      });
      expect(await resits()).toMatchObject([
        {
          reason: 'lapsed',
          since: '2026-06-18',
          why: 'Acquis au jury du 18 juin 2024, plus conservé depuis le 18 juin 2026',
        },
      ]);
      const reason = await reasonOf();
      expect(reason?.met).toBe(false);
      expect(reason?.facts).toContain('conservé 24 mois seulement');
    });

    it('the learner does not read that it is theirs for ever', async () => {
      const read = async () =>
        (await app.call('GET /progress', {}, own)).body.enrolments[0]?.blocks;
      expect((await read())?.[0]).toMatchObject({ state: 'lapsed', kept: null });
      await kept.decide(who, 'B2', 'acquired', '2026-06-18');
      expect((await read())?.[1]).toMatchObject({
        state: 'acquired',
        kept: 'conservé jusqu’au 17 juin 2028 inclus',
      });
    });

    it('its tutor is asked to appraise it anew, not the block that is still kept', async () => {
      const { body } = await app.call(
        'POST /appraisals',
        {
          body: {
            cohortId: kept.id,
            enrolmentIds: [who.enrolmentId],
            blockCodes: ['B1', 'B2'],
            dueOn: '2026-12-18',
            label: 'Nouvelle présentation',
          },
        },
        coordinator,
      );
      expect(body.requested).toBe(1);
      expect(body.skipped.map(({ reason }) => reason)).toEqual([
        expect.stringContaining('a déjà acquis le bloc B2'),
      ]);
    });

    it('acquired again, it is held by that decision everywhere', async () => {
      await kept.decide(who, 'B1', 'acquired', '2026-10-18');
      expect(await cellOf()).toMatchObject({
        cell: { state: 'acquired', fact: 'jury du 18/10/2026' },
        standsBy: { decidedOn: '2026-10-18' },
      });
      expect(await resits()).toEqual([]);
      expect((await reasonOf())?.met).toBe(true);
    });

    it('acquired once more, the first decision still kept counts', async () => {
      await kept.decide(who, 'B1', 'acquired', '2026-11-18');
      expect((await cellOf()).standsBy).toMatchObject({ decidedOn: '2026-10-18' });
      expect((await reasonOf())?.facts).toContain('18 octobre 2026');
    });
  });

  it('another RNCP keeps nothing by itself (Q4)', async () => {
    const other = await CohortRecords.create(app.db, centre, {
      frameworkCode: 'CQP-AM-2022-AFBB',
    });
    const { enrolmentId } = await other.addLearner('Maxime', 'Bonnet', {
      personId: learner.personId,
    });
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId } },
      coordinator,
    );
    expect(body.readiness.reasons.filter(({ met }) => met)).toEqual([]);
  });
});

/** A copy of the version, with another duration, as a centre publishes it; content as published. */
async function publishCopy(
  copyOfId: string,
  code = 'CQP-AM-40913-LEMANS-2027',
  change: Partial<Framework> = { durationMonths: { min: 6, max: 12 } },
) {
  const { body } = await app.call(
    'POST /frameworks',
    { body: { copyOfId, code, title: `CQP Assistant médical, ${code}` } },
    coordinator,
  );
  const params = { frameworkId: body.id };
  const draft = await app.call('GET /frameworks/:frameworkId', { params }, coordinator);
  const { content, revision } = draft.body;
  const saved = await app.call(
    'PUT /frameworks/:frameworkId',
    { params, body: { revision, content: { ...content, ...change } } },
    coordinator,
  );
  await app.call(
    'POST /frameworks/:frameworkId/publish',
    { params, body: { revision: saved.body.revision } },
    coordinator,
  );
  return { id: body.id, content: saved.body.content };
}
