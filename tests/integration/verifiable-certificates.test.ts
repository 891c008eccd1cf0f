import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CertificateOffice, openCertificateOffice } from '../support/certified-learner.ts';
import type { JuryLearner } from '../support/jury-builder.ts';
import {
  type Published,
  type SignedCredential,
  verifyOffline,
} from '../support/public-verifier.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let office: CertificateOffice;
let elsewhere: CertificateOffice;
let slug: string;

beforeAll(async () => {
  app = await startTestApp();
  office = await openCertificateOffice(app);
  elsewhere = await openCertificateOffice(app, 'afbb');
  const where = { id: office.centre.id };
  ({ slug } = await app.db.system.centre.findUniqueOrThrow({ where }));
});
afterAll(() => app.close());

const addCertified = async () => {
  const learner = await office.addLearner();
  await office.acquire(learner);
  return learner;
};
const issue = async ({ enrolmentId }: JuryLearner) =>
  (
    await app.call(
      'POST /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId } },
      office.coordinator,
    )
  ).body;
const attest = ({ enrolmentId }: JuryLearner, by = office.coordinator) =>
  app.call('POST /enrolments/:enrolmentId/block-attestations', { params: { enrolmentId } }, by);
const read = async ({ enrolmentId }: JuryLearner) =>
  (
    await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId } },
      office.coordinator,
    )
  ).body;
/** When the employer's deadline to obtain the title was met; `null` while it runs. */
const obtainedOn = async ({ enrolmentId }: JuryLearner) => {
  const { body } = await app.call(
    'GET /enrolments/:enrolmentId/deadlines',
    { params: { enrolmentId } },
    office.coordinator,
  );
  return body.employments
    .flatMap(({ deadlines }) => deadlines)
    .flatMap(({ kind, isOperative, settledOn }) =>
      kind === 'obtain' && isOperative ? [settledOn] : [],
    );
};
const revoke = (certificateId: string, motive: string, by = office.coordinator) =>
  app.call(
    'POST /certificates/:certificateId/revocation',
    { params: { certificateId }, body: { motive } },
    by,
  );
const replace = (certificateId: string, motive: string, by = office.coordinator) =>
  app.call(
    'POST /certificates/:certificateId/replacement',
    { params: { certificateId }, body: { motive } },
    by,
  );
const codeOf = (page: string | null): string => page?.split('/').at(-1) ?? '';
const verify = async (page: string | null) =>
  (
    await app.call('GET /verifications/:verificationCode', {
      params: { verificationCode: codeOf(page) },
    })
  ).body;

/** The file that anyone downloads from the public page. */
async function download(page: string | null): Promise<SignedCredential> {
  const { bytes } = await app.call('GET /verifications/:verificationCode/credential', {
    params: { verificationCode: codeOf(page) },
  });
  return JSON.parse(Buffer.from(bytes).toString());
}

/** What the centre publishes, at the addresses that the credential itself names. */
async function fetchPublished(credential: SignedCredential): Promise<Published> {
  const [did = ''] = credential.proof.verificationMethod.split('#');
  // did:web (W3C CCG): the colons of the identifier are the slashes of the address.
  const [host = '', ...path] = did.replace('did:web:', '').split(':');
  const document = `http://${decodeURIComponent(host)}/${path.join('/')}/did.json`;
  const { statusListCredential } = credential.credentialStatus;
  const [keys, statusList] = await Promise.all([document, statusListCredential].map(fetchHere));
  return {
    keys: keys as Published['keys'],
    statusList: statusList as object,
    now: app.clock.now(),
  };
}

/** The public address of the installation leads to the application under test. */
async function fetchHere(address: string): Promise<unknown> {
  const answer = await fetch(address.replace(app.config.publicUrl, app.url));
  expect(answer.status).toBe(200);
  // Verifiers are pages of other sites.
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  return answer.json();
}

/** Everything is fetched first; then nothing can be. */
async function verifyWithoutNetwork(credential: SignedCredential) {
  const published = await fetchPublished(credential);
  const { fetch: reach } = globalThis;
  globalThis.fetch = () => Promise.reject(new Error('The verifier reached for the network'));
  try {
    return await verifyOffline(credential, published);
  } finally {
    globalThis.fetch = reach;
  }
}

describe('a certificate is a credential that a public library verifies (Open Badges 3.0, W3C VC 2.0)', () => {
  it('with the centre’s published key and status list alone', async () => {
    const { publicPage, number } = await issue(await addCertified());
    const credential = await download(publicPage);
    expect(credential).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: `CQP Assistant médical, n° ${number}`,
      issuer: { name: 'CFA CCI Le Mans Sarthe' },
      credentialSubject: { identifier: [{ identityHash: 'Lina Abadie' }] },
      proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' },
    });
    expect(await verifyWithoutNetwork(credential)).toBe('valid');
  });

  it('changed by one letter, it is forged', async () => {
    const credential = await download((await issue(await addCertified())).publicPage);
    const text = JSON.stringify(credential);
    for (const [said, forged] of [
      ['Lina Abadie', 'Lisa Abadie'],
      ['CQP Assistant médical', 'CQP Assistant dentaire'],
      ['2026-11-20T', '2025-11-20T'],
      ['"statusListIndex":"', '"statusListIndex":"1'],
    ] as const) {
      expect(text).toContain(said);
      expect(await verifyWithoutNetwork(JSON.parse(text.replaceAll(said, forged)))).toBe('forged');
    }
  });

  it('revoked, its bit in the signed list is set, and no other’s', async () => {
    const [revoked, kept] = [await issue(await addCertified()), await issue(await addCertified())];
    expect((await revoke(revoked.id, 'Délivré par erreur')).status).toBe(200);
    expect(await verifyWithoutNetwork(await download(revoked.publicPage))).toBe('revoked');
    expect(await verifyWithoutNetwork(await download(kept.publicPage))).toBe('valid');
  });

  it('a change of key leaves what the former one signed valid, and erases its private half', async () => {
    const before = await download((await issue(await addCertified())).publicPage);
    const { body } = await app.call('POST /issuer/keys', {}, office.coordinator);
    expect(body.keys.map(({ retiredAt }) => retiredAt === null)).toEqual([true, false]);
    const after = await download((await issue(await addCertified())).publicPage);
    expect(after.proof.verificationMethod).not.toBe(before.proof.verificationMethod);
    expect(await verifyWithoutNetwork(before)).toBe('valid');
    expect(await verifyWithoutNetwork(after)).toBe('valid');
    const rows = await app.db.system.issuerKey.findMany({ where: { centreId: office.centre.id } });
    expect(rows.map((row) => row.sealedPrivateKey === null)).toContain(true);
  });

  it('the private key is nowhere in clear', async () => {
    const rows = await app.db.system.issuerKey.findMany({ where: { retiredAt: null } });
    for (const { sealedPrivateKey } of rows) {
      expect(sealedPrivateKey).toMatch(/^v1(\.[\w-]+){3}$/);
    }
    const { body } = await app.call('GET /issuer', {}, office.coordinator);
    expect(JSON.stringify(body)).not.toContain('ealedPrivate');
  });

  it('says no birth date, which the paper does', async () => {
    const learner = await addCertified();
    await app.db.system.person.updateMany({
      where: { id: learner.personId },
      data: { birthDate: new Date('1998-04-02') },
    });
    const { publicPage } = await issue(learner);
    expect(JSON.stringify(await download(publicPage))).not.toContain('1998');
    expect(JSON.stringify(await verify(publicPage))).not.toContain('1998');
  });
});

describe('the page behind the QR code: valid, revoked or unknown', () => {
  it('valid: what the paper says', async () => {
    const { publicPage, number } = await issue(await addCertified());
    expect(publicPage).toMatch(/\/verifier\/[\w-]{22}$/);
    expect(await verify(publicPage)).toMatchObject({
      state: 'valid',
      title: 'Certificat valide',
      number,
      holder: 'Lina Abadie',
      achievement: 'CQP Assistant médical',
      rncp: 'RNCP40913',
      issuer: 'CFA CCI Le Mans Sarthe',
      issuedOn: '2026-11-23',
    });
  });

  it('unknown: no number, no other code opens anything', async () => {
    const { number } = await issue(await addCertified());
    expect(await verify(`/verifier/${number}`)).toEqual({ state: 'unknown' });
    expect(await verify('/verifier/AAAAAAAAAAAAAAAAAAAAAA')).toEqual({ state: 'unknown' });
    const params = { verificationCode: number };
    const { status } = await app.call('GET /verifications/:verificationCode/credential', {
      params,
    });
    expect(status).toBe(404);
  });

  it('guessing is slowed down; whoever shows a real paper again and again is not', async () => {
    const { publicPage } = await issue(await addCertified());
    for (let scan = 0; scan < 12; scan += 1) expect((await verify(publicPage)).state).toBe('valid');
    const params = { verificationCode: 'devine' };
    const statuses = [];
    for (let guess = 0; guess < 10; guess += 1)
      statuses.push((await app.call('GET /verifications/:verificationCode', { params })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('search engines are told to keep away', async () => {
    const answer = await fetch(`${app.url}/api/verifications/inconnu`);
    expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });
});

describe('DOMAIN 4.6: a fault is mended by another document', () => {
  it('a misspelt name: the corrected certificate replaces the former, which is revoked', async () => {
    const learner = await addCertified();
    const first = await issue(learner);
    expect((await replace(first.id, 'Nom mal orthographié')).problem.detail).toContain(
      'dirait la même chose',
    );
    await app.db.system.person.updateMany({
      where: { id: learner.personId },
      data: { birthName: 'Abadi' },
    });
    const { body: second, status } = await replace(first.id, 'Nom mal orthographié');
    expect(status).toBe(200);
    expect(second.number).not.toBe(first.number);
    expect(await verify(first.publicPage)).toMatchObject({
      state: 'revoked',
      title: 'Certificat remplacé',
      holder: 'Lina Abadie',
      sentence: expect.stringContaining(second.number),
    });
    expect(await verify(second.publicPage)).toMatchObject({ state: 'valid', holder: 'Lina Abadi' });
    const standing = await read(learner);
    expect(standing.certificate?.number).toBe(second.number);
    expect(standing.revoked).toMatchObject([
      { number: first.number, motive: 'Nom mal orthographié', replacedBy: second.number },
    ]);
    expect((await replace(first.id, 'Encore une fois')).problem.detail).toContain(second.number);
  });

  it('revoked and not replaced, it can be issued anew, and the board no longer calls it issued', async () => {
    const learner = await addCertified();
    const { id } = await issue(learner);
    expect((await revoke(id, 'erreur')).problem.errors?.[0]?.pointer).toBe('/motive');
    expect((await revoke(id, 'Délivré à la mauvaise personne')).status).toBe(200);
    expect((await revoke(id, 'Délivré à la mauvaise personne')).status).toBe(422);
    const params = { enrolmentId: learner.enrolmentId };
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/standing',
      { params },
      office.coordinator,
    );
    expect(body).toMatchObject({ certificate: null, ending: { state: 'ready' } });
    expect(await obtainedOn(learner)).toEqual([null]);
    const again = await issue(learner);
    expect(await obtainedOn(learner)).toEqual(['2026-11-20']);
    expect(again.id).not.toBe(id);
    expect((await read(learner)).certificate?.id).toBe(again.id);
  });

  it('two people who replace at once: one document, and the other is told', async () => {
    const learner = await addCertified();
    const { id } = await issue(learner);
    const where = { id: learner.personId };
    await app.db.system.person.updateMany({ where, data: { birthName: 'Abadia' } });
    const answers = await Promise.all([
      replace(id, 'Nom mal orthographié'),
      replace(id, 'Nom mal orthographié'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('each act is in the trail, without a name', async () => {
    const learner = await addCertified();
    await revoke((await issue(learner)).id, 'Délivré à la mauvaise personne');
    const events = await app.db.system.auditEvent.findMany({
      where: { subjectId: learner.enrolmentId },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual([
      'certificate.issued',
      'enrolment.completed',
      'certificate.revoked',
      'enrolment.reopened',
    ]);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('personne');
  });

  it('nothing of it is changed by SQL', async () => {
    const { id } = await issue(await addCertified());
    await revoke(id, 'Délivré à la mauvaise personne');
    const where = { certificateId: id };
    const { system } = app.db;
    await expect(
      system.certificateRevocation.updateMany({ where, data: { motive: 'autre' } }),
    ).rejects.toThrow();
    await expect(
      system.certificateStatement.updateMany({ where, data: { credential: '{}' } }),
    ).rejects.toThrow();
    await expect(system.certificateRevocation.deleteMany({ where })).rejects.toThrow();
  });
});

describe('each acquired block has its attestation (S1:L176, DOMAIN 8)', () => {
  it('also for someone partially certified: numbered, with its competences, kept as drawn', async () => {
    const learner = await office.addLearner();
    expect((await attest(learner)).status).toBe(422);
    await office.acquire(learner, '2026-11-20', ['B1', 'B3']);
    const { body } = await attest(learner);
    expect(body.map(({ number }) => number)).toEqual([
      expect.stringMatching(/^BLOC-2026-\d{4}$/),
      expect.stringMatching(/^BLOC-2026-\d{4}$/),
    ]);
    const [first] = body;
    if (!first) throw new Error('no attestation');
    const params = { certificateId: first.id };
    const pdf = () =>
      app.call('GET /certificates/:certificateId/document', { params }, office.coordinator);
    expect(
      Buffer.from((await pdf()).bytes)
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await pdf()).bytes).toEqual((await pdf()).bytes);
    const credential = await download(first.publicPage);
    expect(credential.credentialSubject.achievement.name).toContain('Bloc B1');
    const [competence] = office.framework.blocks[0]?.competences ?? [];
    expect(credential.credentialSubject.achievement.criteria.narrative).toContain(competence?.name);
    expect(await verifyWithoutNetwork(credential)).toBe('valid');
  });

  it('once each, also by a double click; the next one when another jury acquires a block', async () => {
    const learner = await office.addLearner();
    await office.acquire(learner, '2026-06-18', ['B1']);
    const twice = await Promise.all([attest(learner), attest(learner)]);
    expect(new Set(twice.flatMap(({ body }) => body.map(({ id }) => id))).size).toBe(1);
    await office.acquire(learner, '2026-11-20', ['B2', 'B3', 'B4']);
    expect((await attest(learner)).body).toHaveLength(4);
    await issue(learner);
    const { acquiredBlocks, certificate } = await read(learner);
    expect(acquiredBlocks.map(({ attestation }) => attestation !== null)).toEqual(
      Array(4).fill(true),
    );
    expect(certificate?.kind).toBe('certificate');
  });

  it('is not taken for the certificate', async () => {
    const learner = await office.addLearner();
    await office.acquire(learner, '2026-11-20', ['B1']);
    await attest(learner);
    expect((await read(learner)).certificate).toBeNull();
    const params = { enrolmentId: learner.enrolmentId };
    const file = await app.call(
      'GET /enrolments/:enrolmentId/standing',
      { params },
      office.coordinator,
    );
    expect(file.body.certificate).toBeNull();
    expect(await obtainedOn(learner)).toEqual([null]);
  });

  it('the learner and the tutor read it; another learner does not', async () => {
    const tutor = await office.centre.addMember('tutor');
    const stranger = await office.centre.addMember('learner');
    const learner = await office.addLearner({ tutorId: tutor.personId });
    await office.acquire(learner, '2026-11-20', ['B1']);
    const { body } = await attest(learner);
    const params = { certificateId: body[0]?.id ?? '' };
    const statusFor = async (member: typeof tutor) =>
      (await app.call('GET /certificates/:certificateId/credential', { params }, member)).status;
    expect(await statusFor(tutor)).toBe(200);
    await revoke(body[0]?.id ?? '', 'Un motif que le bureau garde');
    const seen = await app.call(
      'GET /enrolments/:enrolmentId/certificate',
      { params: { enrolmentId: learner.enrolmentId } },
      tutor,
    );
    expect(seen.body.revoked).toEqual([]);
    expect(await statusFor(stranger)).toBe(404);
  });
});

describe('nobody issues, revokes or signs in another centre', () => {
  it('an id of another centre does not exist', async () => {
    const learner = await addCertified();
    const { id } = await issue(learner);
    const stranger = elsewhere.coordinator;
    expect((await revoke(id, 'Délivré par erreur', stranger)).status).toBe(404);
    expect((await replace(id, 'Délivré par erreur', stranger)).status).toBe(404);
    expect((await attest(learner, stranger)).status).toBe(404);
  });

  it('a tutor, a learner, a director do not revoke', async () => {
    const { id } = await issue(await addCertified());
    for (const role of ['tutor', 'learner', 'director', 'certifier'] as const) {
      const member = await office.centre.addMember(role);
      expect((await revoke(id, 'Délivré par erreur', member)).status).toBe(403);
    }
  });

  it('each centre publishes its own keys; one that has signed nothing publishes none', async () => {
    const document = await app.call('GET /issuers/:slug/did.json', { params: { slug } });
    expect(document.status).toBe(200);
    const { slug: silent } = await app.db.system.centre.findUniqueOrThrow({
      where: { id: elsewhere.centre.id },
    });
    const none = await app.call('GET /issuers/:slug/did.json', { params: { slug: silent } });
    expect(none.status).toBe(404);
    const unknown = await app.call('GET /issuers/:slug/status-lists/:list', {
      params: { slug: 'nulle-part', list: '0' },
    });
    expect(unknown.status).toBe(404);
  });
});
