import { describe, expect, it } from '@jest/globals';
import { CohortRecords } from '../support/cohort-records.ts';
import {
  app,
  centre,
  coordinator,
  employee,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';
import { connectAsApp } from '../support/sql-client.ts';
import type { Member } from '../support/test-app.ts';

openJuryOffice();

const motive = 'Deux lignes inversées à la saisie.';

/** A closed session of one candidate, block 2 refused by mistake. */
async function close() {
  const prepared = await office.prepare([{ tutorId: null }]);
  const { juryId } = prepared;
  const { enrolmentId } = only(prepared.learners);
  await office.decideAll(juryId, only(prepared.learners), ['B1', 'B3', 'B4']);
  await office.decide(juryId, [
    { enrolmentId, blockCode: 'B2', decision: 'not_acquired', motive: 'Épreuve manquée.' },
  ]);
  await office.close(juryId);
  const { decisions } = await office.room(juryId);
  const decisionId = decisions.find(({ blockCode }) => blockCode === 'B2')?.id ?? '';
  const correction = { enrolmentId, blockCode: 'B2', decision: 'acquired', decisionId };
  return { ...prepared, enrolmentId, correction };
}

const drawUp = (juryId: string, body: Record<string, unknown>, by = coordinator) =>
  app.call('POST /juries/:juryId/rectifications', { params: { juryId }, body }, by);

async function signLast(juryId: string, by: Member) {
  const { rectifications } = await office.read(juryId, by);
  const body = { sha256: rectifications[0]?.sha256 ?? '' };
  const path = 'POST /juries/:juryId/minutes/signatures';
  return (await app.call(path, { params: { juryId }, body }, by)).body;
}

const notePaper = (juryId: string, body: Record<string, unknown>) =>
  app.call(
    'POST /juries/:juryId/minutes/paper-signatures',
    { params: { juryId }, body: { signedOn: '2026-11-23', note: 'classeur', ...body } },
    coordinator,
  );

const readiness = async (enrolmentId: string) => {
  const params = { enrolmentId };
  const { body } = await app.call(
    'GET /enrolments/:enrolmentId/certificate',
    { params },
    coordinator,
  );
  return body.readiness.sentence;
};

describe('a correction is rectifying minutes that cite the first (DOMAIN 4.6)', () => {
  it('are in force once the jury has signed, and all follows: result, certificate, re-sits', async () => {
    const { juryId, correction, enrolmentId } = await close();
    const first = (await office.read(juryId)).minutes;
    expect(await readiness(enrolmentId)).toContain('bloc B2');
    const drawn = await drawUp(juryId, { motive, corrections: [correction] });
    expect(drawn.status).toBe(200);
    expect(drawn.body.rectifications).toMatchObject([
      {
        reference: `${first?.reference}-R1`,
        motive,
        isInForce: false,
        corrections: [{ blockCode: 'B2', before: 'non acquis', after: 'acquis' }],
      },
    ]);
    const after = await signLast(juryId, employer);
    expect([after.rectifications[0]?.isInForce, after.candidates[0]?.result]).toEqual([
      false,
      'partial',
    ]);

    const signed = await signLast(juryId, employee);
    expect([signed.rectifications[0]?.isInForce, signed.candidates[0]?.result]).toEqual([
      true,
      'total',
    ]);
    expect(await readiness(enrolmentId)).not.toContain('bloc B2');
    const open = (await app.call('GET /resits', { query: {} }, coordinator)).body;
    expect(open.filter((one) => one.enrolmentId === enrolmentId)).toEqual([]);
    // The first minutes stay as they are.
    expect(signed.minutes).toEqual({
      ...first,
      state: signed.minutes?.state,
      fileName: signed.minutes?.fileName,
      mustSign: true,
    });
    const rows = await app.db.system.juryDecision.findMany({
      where: { enrolmentId, blockCode: 'B2' },
      orderBy: { createdAt: 'asc' },
    });
    expect(rows.map(({ decision, motive: why }) => [decision, why])).toEqual([
      ['not_acquired', 'Épreuve manquée.'],
      ['acquired', motive],
    ]);
    expect(rows[0]?.supersededById).toBe(rows[1]?.id);
  });

  it('are read as a PDF beside the first', async () => {
    const { juryId, correction } = await close();
    const { body } = await drawUp(juryId, { motive, corrections: [correction] });
    const query = { minutesId: body.rectifications[0]?.id };
    const pdf = await app.call(
      'GET /juries/:juryId/minutes',
      { params: { juryId }, query },
      employer,
    );
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.headers.get('content-disposition')).toContain('rectificatif-1');
  });

  it('name the documents to revoke when a block is lost', async () => {
    const { juryId, correction, enrolmentId } = await close();
    const { decisions } = await office.room(juryId);
    const b1 = decisions.find(({ blockCode }) => blockCode === 'B1')?.id;
    await app.call(
      'POST /enrolments/:enrolmentId/block-attestations',
      { params: { enrolmentId }, body: { blockCode: 'B1' } },
      coordinator,
    );
    await drawUp(juryId, {
      motive,
      corrections: [{ ...correction, blockCode: 'B1', decision: 'not_acquired', decisionId: b1 }],
    });
    await signLast(juryId, employer);
    const { rectifications } = await signLast(juryId, employee);
    expect(rectifications[0]?.documentsToRevoke).toMatchObject([{ enrolmentId }]);
  });

  it('name what another enrolment of the person had issued on the block that it kept', async () => {
    const { juryId, correction, enrolmentId } = await close();
    const { decisions } = await office.room(juryId);
    const b1 = decisions.find(({ blockCode }) => blockCode === 'B1')?.id;
    const { personId } = await app.db.system.enrolment.findFirstOrThrow({
      where: { id: enrolmentId },
    });
    const later = only((await office.prepare([{}], { opens: false })).learners);
    await app.db.system.enrolment.updateMany({
      where: { id: later.enrolmentId },
      data: { personId },
    });
    await app.db.system.certificate.create({
      data: {
        centreId: centre.id,
        enrolmentId: later.enrolmentId,
        kind: 'certificate',
        number: 'LM-2026-901',
        issuedByUserId: 'test',
        reasons: [],
        issuedOn: new Date('2026-11-23'),
        decidedOn: new Date('2026-11-23'),
      },
    });
    await drawUp(juryId, {
      motive,
      corrections: [{ ...correction, blockCode: 'B1', decision: 'not_acquired', decisionId: b1 }],
    });
    await signLast(juryId, employer);
    const { rectifications } = await signLast(juryId, employee);
    expect(rectifications[0]?.documentsToRevoke).toMatchObject([
      { number: 'LM-2026-901', enrolmentId: later.enrolmentId },
    ]);
  });

  it('need a motive, a change, and those before them signed; a member draws up none', async () => {
    const { juryId, correction } = await close();
    const corrections = [correction];
    const pointers = async (body: Record<string, unknown>) =>
      (await drawUp(juryId, body)).problem.errors?.map(({ pointer }) => pointer);
    expect(await pointers({ motive: ' ', corrections })).toEqual(['/motive']);
    expect(await pointers({ motive, corrections: [] })).toEqual(['/corrections']);
    const same = { ...correction, decision: 'not_acquired' };
    expect(await pointers({ motive, corrections: [same] })).toEqual(['/corrections/0/decision']);
    expect((await drawUp(juryId, { motive, corrections }, employer)).status).toBe(403);
    const other = { ...correction, decisionId: juryId };
    expect((await drawUp(juryId, { motive, corrections: [other] })).status).toBe(409);
    await drawUp(juryId, { motive, corrections });
    expect((await drawUp(juryId, { motive, corrections })).problem.detail).toContain(
      'attend encore des signatures',
    );
  });
});

describe('the jury decides, never one account (Q7, W35)', () => {
  it('paper signatures that the office notes are shown, and put nothing in force', async () => {
    const { juryId, correction } = await close();
    const { body } = await drawUp(juryId, { motive, corrections: [correction] });
    const minutesId = only(body.rectifications).id;
    for (const { id } of body.members) await notePaper(juryId, { minutesId, memberId: id });
    const [rectification] = (await office.read(juryId)).rectifications;
    expect(rectification?.signers.map(({ method }) => method)).toEqual(['paper', 'paper']);
    expect(rectification?.isInForce).toBe(false);
    expect(rectification?.reasons.map(({ met }) => met)).toEqual([false, false]);
  });

  it('those not in force are replaced by later ones, that nobody signs then', async () => {
    const { juryId, correction } = await close();
    const first = only(
      (await drawUp(juryId, { motive, corrections: [correction] })).body.rectifications,
    );
    await signLast(juryId, employer);
    const adjourned = { ...correction, decision: 'adjourned' };
    const body = { motive, corrections: [adjourned], replacesId: first.id };
    const { rectifications } = (await drawUp(juryId, body)).body;
    expect(rectifications.map(({ isReplaced }) => isReplaced)).toEqual([false, true]);
    const late = await app.call(
      'POST /juries/:juryId/minutes/signatures',
      { params: { juryId }, body: { sha256: first.sha256 } },
      employee,
    );
    expect([late.status, late.problem.detail]).toEqual([
      422,
      expect.stringContaining('remplacé par un autre'),
    ]);
    await signLast(juryId, employer);
    expect((await signLast(juryId, employee)).rectifications[0]?.isInForce).toBe(true);
  });

  it('the same decision is corrected once, and a mail names what it corrects', async () => {
    const { juryId, correction } = await close();
    const twice = { motive, corrections: [correction, { ...correction, decision: 'adjourned' }] };
    const refused = await drawUp(juryId, twice);
    expect(refused.problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/corrections/1/decisionId',
    ]);
    const { rectifications } = (await drawUp(juryId, { motive, corrections: [correction] })).body;
    const { reference } = only(rectifications);
    const where = { subject: { contains: reference } };
    expect(await app.db.system.mail.count({ where })).toBe(2);
  });

  it('who decides is frozen in the minutes', async () => {
    const { juryId, correction } = await close();
    const { body } = await drawUp(juryId, { motive, corrections: [correction] });
    const { content } = await app.db.system.juryMinutes.findFirstOrThrow({
      where: { id: only(body.rectifications).id },
    });
    expect(content).toMatchObject({ decidingMemberIds: body.members.map(({ id }) => id) });
  });
});

describe('what is decided changes in no other way, by SQL as the application’s role either', () => {
  it('not without rectifying minutes, nor before both colleges have signed them', async () => {
    const { juryId, correction } = await close();
    const { body } = await drawUp(juryId, { motive, corrections: [correction] });
    await signLast(juryId, employer);
    const minutesId = body.rectifications[0]?.id ?? '';
    const insert = (rectifiedBy: string, blockCode = 'B2', decision = 'acquired') =>
      `insert into jury_decision (centre_id, id, jury_session_id, enrolment_id, block_code, decision, proposal, proposal_reasons, decided_by_user_id, held_on, rectified_by_id)
       select centre_id, gen_random_uuid(), jury_session_id, enrolment_id, '${blockCode}', '${decision}', proposal, proposal_reasons, decided_by_user_id, held_on, ${rectifiedBy}
         from jury_decision where jury_session_id = $1 limit 1`;
    const sql = await connectAsApp(app.ownerUrl, centre.id);
    const attempts = [
      insert('null'),
      insert(`'${minutesId}'`),
      insert(`'${minutesId}'`, 'B3', 'not_acquired'),
      `update jury_decision d set superseded_by_id = (
         select id from jury_decision o where o.jury_session_id = $1 and o.block_code = 'B1')
        where d.jury_session_id = $1 and d.block_code = 'B2'`,
      `update jury_minutes set number = 3 where jury_session_id = $1`,
    ];
    for (const attempt of attempts)
      await expect(sql.query(attempt, [juryId])).rejects.toThrow(
        /permission denied|never changes|both colleges|nothing else|superseded/,
      );
    await sql.end();
  });
});

describe('an equivalence asked on a decision that was rectified since (DOMAIN 4.6, Q4)', () => {
  it('is no longer approved, only refused', async () => {
    const { juryId, enrolmentId } = await close();
    const { decisions } = await office.room(juryId);
    const decisionId = only(decisions.filter(({ blockCode }) => blockCode === 'B1')).id;
    const { personId } = await app.db.system.enrolment.findFirstOrThrow({
      where: { id: enrolmentId },
    });
    const version = await centre.addFramework(undefined, (content) => ({
      ...content,
      code: `${content.code}-2`,
    }));
    const cohort = await CohortRecords.create(app.db, centre, { name: 'Suivante', version });
    const again = await cohort.addLearner('Maxime', 'Bonnet', { personId });
    const { body: asked } = await app.call(
      'POST /enrolments/:enrolmentId/equivalences',
      {
        params: { enrolmentId: again.enrolmentId },
        body: { decisionId, blockCode: 'B2', motive: 'Mêmes compétences' },
      },
      coordinator,
    );
    const correction = { enrolmentId, blockCode: 'B1', decision: 'not_acquired', decisionId };
    await drawUp(juryId, { motive, corrections: [correction] });
    await signLast(juryId, employer);
    await signLast(juryId, employee);
    const certifier = await centre.addMember('certifier');
    const answer = (body: Record<string, unknown>) =>
      app.call(
        'POST /equivalences/:equivalenceId/answer',
        { params: { equivalenceId: asked.id }, body },
        certifier,
      );
    const { status, problem } = await answer({ to: 'approved' });
    expect([status, problem.errors?.[0]?.pointer]).toEqual([422, '/to']);
    expect((await answer({ to: 'refused', motive: 'Rectifié' })).status).toBe(200);
  });
});
