import type { TransferContent } from '@jalon/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CertificateOffice, openCertificateOffice } from '../support/certified-learner.ts';
import { connectAsApp } from '../support/sql-client.ts';
import { type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let sender: CertificateOffice;
let receiver: CertificateOffice;
let certifier: Member;

beforeAll(async () => {
  app = await startTestApp();
  sender = await openCertificateOffice(app, 'AFBB');
  receiver = await openCertificateOffice(app, 'CFA CCI Le Mans Sarthe');
  certifier = await receiver.centre.addMember('certifier');
});
afterAll(() => app.close());

async function addLearner(office: CertificateOffice, birthDate: string | null = '1994-02-11') {
  const learner = await office.addLearner();
  await app.db.system.person.updateMany({
    where: { enrolments: { some: { id: learner.enrolmentId } } },
    data: { birthDate: birthDate === null ? null : new Date(birthDate) },
  });
  return learner;
}

/** What a centre hands over of somebody whose blocks its jury acquired. */
async function write(blockCodes: readonly string[] = ['B1', 'B2'], by = sender) {
  const learner = await addLearner(by);
  await by.acquire(learner, '2026-06-18', blockCodes);
  const { body } = await app.call(
    'POST /enrolments/:enrolmentId/transfers',
    { params: { enrolmentId: learner.enrolmentId } },
    by.coordinator,
  );
  const params = { transferId: body.id };
  const signed = await app.call(
    'GET /transfers/:transferId/credential',
    { params },
    by.coordinator,
  );
  const pdf = await app.call('GET /transfers/:transferId/document', { params }, by.coordinator);
  return {
    enrolmentId: learner.enrolmentId,
    json: Buffer.from(signed.bytes).toString(),
    pdf: new Uint8Array(Buffer.from(pdf.bytes)),
  };
}

let enrolmentId: string;
let handed: Awaited<ReturnType<typeof write>>;
beforeAll(async () => {
  handed = await write();
});
beforeEach(async () => {
  ({ enrolmentId } = await addLearner(receiver));
});

type Sent = string | Uint8Array;
const requestOf = (content: Sent, to: string) => ({
  params: { enrolmentId: to },
  body: { contentBase64: Buffer.from(content).toString('base64') },
});
const preview = (content: Sent, by = receiver.coordinator) =>
  app.call(
    'POST /enrolments/:enrolmentId/received-transfers/preview',
    requestOf(content, enrolmentId),
    by,
  );
const take = async (content: Sent, by = receiver.coordinator) => {
  const answer = await app.call(
    'POST /enrolments/:enrolmentId/received-transfers',
    requestOf(content, enrolmentId),
    by,
  );
  const { body } = await list();
  return { ...answer, rows: body };
};
const list = (by = receiver.coordinator, of = enrolmentId) =>
  app.call('GET /enrolments/:enrolmentId/received-blocks', { params: { enrolmentId: of } }, by);
const answer = (receivedBlockId: string, body: Record<string, unknown>, by = certifier) =>
  app.call(
    'POST /received-blocks/:receivedBlockId/answer',
    { params: { receivedBlockId }, body },
    by,
  );
const takeFirst = async () => {
  const [first] = (await take(handed.pdf)).rows;
  if (!first) throw new Error('The file brings a block');
  return first;
};
const cell = async (blockCode = 'B1') => {
  const { body } = await app.call(
    'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode',
    { params: { cohortId: receiver.cohortId, enrolmentId, blockCode } },
    receiver.coordinator,
  );
  return body;
};
/** The refusal at the field of the file, of the preview and of the import alike. */
async function refusal(content: Sent) {
  const [seen, taken] = [await preview(content), await take(content)];
  expect([seen.status, taken.status, taken.rows]).toEqual([422, 422, []]);
  expect(seen.problem.errors).toEqual(taken.problem.errors);
  const [error] = seen.problem.errors ?? [];
  expect(error?.pointer).toBe('/contentBase64');
  return error?.message;
}
interface Signed {
  readonly '@context': readonly unknown[];
  readonly issuer: object;
  readonly proof: object;
  readonly credentialSubject: TransferContent;
}
/** The file with other words, and the proof of the first ones. */
function forge(change: (signed: Signed) => object): string {
  const signed: Signed = JSON.parse(handed.json);
  return JSON.stringify({ ...signed, ...change(signed) });
}

describe('a learner who comes from another centre brings a signed file (DOMAIN Q19)', () => {
  it('read first, block by block, without writing anything', async () => {
    const { body } = await preview(handed.pdf);
    expect(body).toMatchObject({
      centre: 'AFBB',
      birthDate: '1994-02-11',
      holder: expect.stringContaining('Abadie'),
      blocks: [
        { code: 'B1', decidedOn: '2026-06-18', sought: { code: 'B1' }, refusal: null },
        { code: 'B2', sought: { code: 'B2' } },
      ],
    });
    expect((await list()).body).toEqual([]);
  });

  it('as the PDF or as the signed file alone, kept to the letter', async () => {
    for (const content of [handed.pdf, handed.json]) {
      ({ enrolmentId } = await addLearner(receiver));
      const { rows } = await take(content);
      expect(rows.map(({ sought, state }) => [sought.code, state])).toEqual([
        ['B1', 'requested'],
        ['B2', 'requested'],
      ]);
      const kept = await app.call(
        'GET /received-transfers/:receivedTransferId/credential',
        { params: { receivedTransferId: rows[0]?.receivedTransferId ?? '' } },
        certifier,
      );
      expect(Buffer.from(kept.bytes).toString()).toBe(handed.json);
    }
  });

  it('signed with a key that the other centre has changed since', async () => {
    const former = await write(['B3']);
    await app.call('POST /issuer/keys', {}, await sender.centre.addMember('coordinator'));
    expect((await preview(former.json)).status).toBe(200);
  });

  it('leaves aside what the learner holds here', async () => {
    const learner = await addLearner(receiver);
    ({ enrolmentId } = learner);
    await receiver.acquire(learner, '2026-10-01', ['B1']);
    expect((await preview(handed.json)).body.blocks).toMatchObject([
      { code: 'B1', sought: null, refusal: 'L’apprenant détient déjà le bloc B1.' },
      { code: 'B2', sought: { code: 'B2' } },
    ]);
    expect((await take(handed.json)).rows.map(({ sought }) => sought.code)).toEqual(['B2']);
  });
});

describe('a file that cannot be received is refused with its reason, at its field', () => {
  it('neither a PDF nor a signed file', async () => {
    const notATransfer = /ni un PDF de transfert ni le fichier signé/;
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    for (const content of ['bonjour', '{}', '[]', 'null', png])
      expect(await refusal(content)).toMatch(notATransfer);
  });

  it('a PDF that cannot be read, or that carries no file', async () => {
    expect(await refusal('%PDF-1.7\nrien')).toMatch(/ne peut pas être lu/);
    expect(await refusal(emptyPdf)).toMatch(/ne contient pas de fichier signé/);
  });

  it('too heavy, by its base64 or once it is decoded', async () => {
    expect(await refusal('x'.repeat(2_099_000))).toMatch(/2 Mo au plus/);
    expect(await refusal('x'.repeat(2_200_000))).toMatch(/2 Mo au plus/);
  });

  it.each<[string, (content: TransferContent) => object]>([
    ['a block added', ({ blocks }) => ({ blocks: [...blocks, { ...blocks[0], code: 'B3' }] })],
    [
      'another day of the jury',
      ({ blocks }) => ({ blocks: blocks.map((one) => ({ ...one, decidedOn: '2026-10-01' })) }),
    ],
    ['another holder', ({ holder }) => ({ holder: { ...holder, birthDate: '1990-01-01' } })],
    [
      'a block kept until a day of its own',
      ({ blocks }) => ({ blocks: blocks.map((one) => ({ ...one, keptUntil: '2099-01-01' })) }),
    ],
  ])('tampered with: %s', async (_, change) => {
    const forged = forge(({ credentialSubject: content }) => ({
      credentialSubject: { ...content, ...change(content) },
    }));
    expect(await refusal(forged)).toMatch(/La signature ne correspond pas/);
  });

  it('whose words are given another meaning by a vocabulary of its own', async () => {
    const forged = forge((signed) => ({
      '@context': [...signed['@context'], { code: 'urn:jalon:transfer:name' }],
    }));
    expect(await refusal(forged)).toMatch(/ni un PDF de transfert/);
  });

  it('signed by a centre that is not known here', async () => {
    const forged = forge((signed) => ({
      issuer: { ...signed.issuer, id: 'did:web:elsewhere.test:api:issuers:afbb' },
    }));
    expect(await refusal(forged)).toMatch(/n’est pas connu ici/);
  });

  it('signed by one centre in the name of another', async () => {
    const own = await write(['B1'], receiver);
    const { issuer, proof } = JSON.parse(own.json);
    const forged = forge((signed) => ({
      proof: { ...signed.proof, verificationMethod: proof.verificationMethod },
    }));
    expect(await refusal(forged)).toMatch(/La signature ne correspond pas/);
    expect(await refusal(forge(() => ({ issuer })))).toMatch(/La signature ne correspond pas/);
  });

  it('of one’s own centre', async () => {
    expect(await refusal((await write(['B1'], receiver)).pdf)).toMatch(/Votre centre a établi/);
  });

  it('of somebody else, or of somebody whose birth date nobody wrote down', async () => {
    ({ enrolmentId } = await addLearner(receiver, '1990-01-01'));
    expect(await refusal(handed.pdf)).toMatch(
      /né\(e\) le 11 février 1994.*né\(e\) le 1er janvier 1990/,
    );
    ({ enrolmentId } = await addLearner(receiver, null));
    expect(await refusal(handed.pdf)).toMatch(/La date de naissance manque/);
  });

  it('the same file twice, one after the other or at the same moment', async () => {
    const both = await Promise.all([take(handed.pdf), take(handed.json)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const again = await take(handed.pdf);
    expect(again.problem.errors?.[0]?.message).toMatch(/déjà importé/);
    expect(again.rows).toHaveLength(2);
  });

  it('for a course that is over', async () => {
    await app.db.system.enrolment.updateMany({
      where: { id: enrolmentId },
      data: { state: 'withdrawn', endsOn: new Date('2026-11-01') },
    });
    const { status, problem } = await take(handed.pdf);
    expect([status, problem.code]).toEqual([422, 'rule_refused']);
  });

  it('by anybody but the coordination, nor for a learner of another centre', async () => {
    for (const role of ['director', 'trainer', 'learner', 'certifier'] as const) {
      const member = await receiver.centre.addMember(role);
      expect((await preview(handed.pdf, member)).status).toBe(403);
      expect((await take(handed.pdf, member)).status).toBe(403);
    }
    expect((await preview(handed.pdf, sender.coordinator)).status).toBe(404);
    expect((await take(handed.pdf, sender.coordinator)).status).toBe(404);
  });
});

describe('the certifier answers on each block', () => {
  it('confirmed, it counts as acquired on its jury’s day, at its centre', async () => {
    const block = await takeFirst();
    expect((await cell()).cell.state).not.toBe('acquired');
    const confirmed = (await answer(block.id, { to: 'approved' })).body;
    expect(confirmed).toMatchObject({ state: 'approved', answer: { answeredOn: '2026-11-23' } });
    expect(await cell()).toMatchObject({
      cell: { state: 'acquired', fact: 'AFBB, repris' },
      standsBy: { decidedOn: '2026-06-18', acquiredAt: 'AFBB' },
      decisions: [{ decision: 'acquired', acquiredAt: 'AFBB', juryId: null }],
    });
    expect((await cell('B2')).cell.state).not.toBe('acquired');
    const waiting = (await app.call('GET /received-blocks', {}, certifier)).body.filter(
      (one) => one.enrolmentId === enrolmentId && one.state === 'requested',
    );
    expect(waiting.map(({ sought }) => sought.code)).toEqual(['B2']);
  });

  it('is held before the jury, which does not judge it again', async () => {
    const block = await takeFirst();
    const session = await app.db.system.jurySession.create({
      data: {
        centreId: receiver.centre.id,
        frameworkVersionId: receiver.frameworkId,
        heldOn: new Date('2026-11-23'),
        place: 'Le Mans',
        state: 'open',
      },
    });
    await app.db.system.juryCandidate.create({
      data: {
        centreId: receiver.centre.id,
        jurySessionId: session.id,
        enrolmentId,
        kind: 'training',
        position: 1,
      },
    });
    const read = async () => {
      const { body } = await app.call(
        'GET /juries/:juryId/room',
        { params: { juryId: session.id } },
        receiver.coordinator,
      );
      return body.candidates[0]?.blocks.find(({ blockCode }) => blockCode === 'B1');
    };
    expect(await read()).toMatchObject({ status: 'presented' });
    await answer(block.id, { to: 'approved' });
    expect(await read()).toMatchObject({
      status: 'held',
      heldOn: '2026-06-18',
      acquiredAt: 'AFBB',
    });
  });

  it('is not sat again, though a jury here refused it; and the other centre attests it', async () => {
    const learner = await addLearner(receiver);
    ({ enrolmentId } = learner);
    await receiver.acquire(learner, '2026-10-01', ['B3'], { refused: ['B1'] });
    const resits = async () =>
      (await app.call('GET /resits', {}, receiver.coordinator)).body.filter(
        (one) => one.enrolmentId === enrolmentId,
      );
    expect(await resits()).toHaveLength(1);
    const block = await takeFirst();
    await answer(block.id, { to: 'approved' });
    expect(await resits()).toEqual([]);
    const { body } = await app.call(
      'POST /enrolments/:enrolmentId/block-attestations',
      { params: { enrolmentId } },
      receiver.coordinator,
    );
    expect(body).toHaveLength(1);
    const { body: standing } = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId } },
      receiver.coordinator,
    );
    expect(standing.acquiredBlocks).toMatchObject([
      { code: 'B1', acquiredAt: 'AFBB', attestation: null },
      { code: 'B3', acquiredAt: null, attestation: {} },
    ]);
  });

  it('makes the certificate ready with the blocks acquired here', async () => {
    const learner = await addLearner(receiver);
    ({ enrolmentId } = learner);
    await receiver.acquire(learner, '2026-10-01', ['B3', 'B4']);
    for (const { id } of (await take(handed.pdf)).rows) await answer(id, { to: 'approved' });
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId } },
      receiver.coordinator,
    );
    expect(body.acquiredBlocks.map(({ code }) => code)).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect(body.readiness.reasons.filter(({ rule }) => /block/.test(rule))).not.toContainEqual(
      expect.objectContaining({ met: false }),
    );
  });

  it('counts among the certificates to issue, though no jury here acquired a block', async () => {
    const whole = await write(['B1', 'B2', 'B3', 'B4']);
    const learner = await addLearner(receiver);
    ({ enrolmentId } = learner);
    await app.db.system.credential.createMany({
      data: receiver.framework.credentials.map(({ code }) => ({
        centreId: receiver.centre.id,
        personId: learner.personId,
        code,
        issuer: 'CESU 72',
        obtainedOn: new Date('2026-01-10'),
        expiresOn: new Date('2030-01-10'),
      })),
    });
    const read = async () => {
      const params = { enrolmentId };
      const { body } = await app.call(
        'GET /enrolments/:enrolmentId/certificate',
        { params },
        receiver.coordinator,
      );
      const { body: home } = await app.call('GET /home', {}, receiver.coordinator);
      const line = home.menu.find(({ entry }) => entry === 'certificates');
      return { outcome: body.readiness.outcome, toIssue: line?.count ?? 0 };
    };
    const before = await read();
    for (const { id } of (await take(whole.json)).rows) await answer(id, { to: 'approved' });
    expect(await read()).toEqual({ outcome: 'ready', toIssue: before.toIssue + 1 });
  });

  it('refused with a motive, it counts for nothing; the file may be brought again', async () => {
    const block = await takeFirst();
    const unexplained = await answer(block.id, { to: 'refused' });
    expect([unexplained.status, unexplained.problem.errors?.[0]?.pointer]).toEqual([
      422,
      '/motive',
    ]);
    await answer(block.id, { to: 'refused', motive: 'Procès-verbal absent du registre' });
    expect((await cell()).cell.state).not.toBe('acquired');
    const { rows } = await take(handed.pdf);
    expect(rows.filter(({ sought }) => sought.code === 'B1').map(({ state }) => state)).toEqual([
      'requested',
      'refused',
    ]);
  });

  it('once, also when two answers come at the same moment', async () => {
    const block = await takeFirst();
    const both = await Promise.all([
      answer(block.id, { to: 'approved' }),
      answer(block.id, { to: 'refused', motive: 'Non' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const { state } = both.find(({ status }) => status === 200)?.body ?? {};
    expect((await answer(block.id, { to: 'refused', motive: 'Non' })).status).toBe(422);
    expect((await list()).body.find(({ id }) => id === block.id)?.state).toBe(state);
  });

  it('alone, and of the centre’s own blocks', async () => {
    const block = await takeFirst();
    expect((await answer(block.id, { to: 'approved' }, receiver.coordinator)).status).toBe(403);
    const stranger = await sender.centre.addMember('certifier');
    expect((await answer(block.id, { to: 'approved' }, stranger)).status).toBe(404);
    expect((await list(sender.coordinator)).status).toBe(404);
    expect((await app.call('GET /received-blocks', {}, stranger)).body).toEqual([]);
  });

  it('nothing of it is changed nor deleted by the application’s database role', async () => {
    const block = await takeFirst();
    await answer(block.id, { to: 'approved' });
    const sql = await connectAsApp(app.ownerUrl, receiver.centre.id);
    for (const statement of [
      `update received_transfer set credential = '{}'`,
      'delete from received_transfer',
      `update received_block set block_code = 'B4'`,
      'delete from received_block',
      `update received_block_answer set outcome = 'refused'`,
      'delete from received_block_answer',
    ])
      await expect(sql.query(statement)).rejects.toMatchObject({ code: '42501' });
    await sql.end();
  });
});

/** One blank page, nothing attached. */
const emptyPdf = [
  '%PDF-1.4',
  '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
  '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
  '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>> endobj',
  'trailer <</Root 1 0 R /Size 4>>',
  '%%EOF',
].join('\n');
