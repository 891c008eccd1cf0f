import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { acknowledgementOf, readRegistryXml } from '../support/registry-schema.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let certifier: Member;
let cohortId: string;

const own = {
  emitterClientId: '03VML243',
  certifierClientId: '03VML243',
  contractId: 'MCFCER000775',
  asksForNir: false,
};

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.set('2026-11-23T09:00:00+01:00');
  centre = await app.addCentre();
  coordinator = await centre.addMember('coordinator');
  certifier = await centre.addMember('certifier');
  cohortId = await addCohort(app.db, centre);
});

interface Identity {
  readonly birthDate?: Date | null;
  readonly sex?: string | null;
  readonly usageName?: string | null;
  readonly birthPlaceCode?: string | null;
}

/** Somebody who holds their certificate, their civil data complete unless it is said. */
async function certify(birthName: string, identity: Identity = {}, issuedOn = '2026-11-23') {
  const learner = await addTutoredLearner(app.db, centre, cohortId, {
    givenName: 'Lina',
    birthName,
    tutorId: null,
  });
  await app.db.system.person.update({
    where: { centreId_id: { centreId: centre.id, id: learner.personId } },
    data: {
      otherGivenNames: 'Marie',
      birthDate: new Date('1994-03-08'),
      sex: 'F',
      birthPlaceCode: '72181',
      birthCountryCode: 'FR',
      ...identity,
    },
  });
  const { id } = await app.db.system.certificate.create({
    data: {
      centreId: centre.id,
      enrolmentId: learner.enrolmentId,
      kind: 'certificate',
      number: `CQP-${learner.enrolmentId.slice(-12)}`,
      issuedOn: new Date(issuedOn),
      decidedOn: new Date('2026-11-20'),
      reasons: [],
      issuedByUserId: coordinator.userId,
    },
  });
  return { ...learner, certificateId: id };
}

const configure = (body: object = own, revision: number | null = null) =>
  app.call('PUT /registry-settings', { body: { ...body, revision } }, coordinator);
const list = (by = coordinator) => app.call('GET /registry-reports', {}, by);
const produce = (by = coordinator) => app.call('POST /registry-reports', {}, by);
const download = (reportId: string, by = coordinator) =>
  app.call('GET /registry-reports/:reportId/file', { params: { reportId } }, by);
const answer = (xml: string, by = coordinator) =>
  app.call(
    'POST /registry-acknowledgements',
    { body: { fileName: 'accuse.xml', contentBase64: Buffer.from(xml).toString('base64') } },
    by,
  );
const statesOf = async () =>
  (await list()).body.people.map(({ learnerName, state }) => `${learnerName} ${state}`).sort();
async function produceOne(): Promise<string> {
  const { body } = await produce();
  return body.reports[0]?.id ?? '';
}
const enterNir = (personId: string, nir: string) =>
  app.call('PUT /people/:personId/nir', { params: { personId }, body: { nir } }, coordinator);

describe('the file for the Caisse des Dépôts (DOMAIN 11)', () => {
  it('keeps to the schema, its elements never blank, with the offset of Paris in winter', async () => {
    await configure();
    const lina = await certify('D’Abadie & fils');
    await certify('Roux', { usageName: 'Le Goff', birthPlaceCode: null });
    const reportId = await produceOne();
    const { bytes, headers } = await download(reportId);
    const xml = readRegistryXml(bytes);
    expect(headers.get('content-disposition')).toContain('accrochage-RNCP40913-2026-11-23-');
    expect(xml).toContain('<cpf:horodatage>2026-11-23T09:00:00+01:00</cpf:horodatage>');
    expect(xml).toContain(`<cpf:idTechnique>${lina.enrolmentId}</cpf:idTechnique>`);
    expect(xml).toContain('<cpf:natureDeposant>CERTIFICATEUR</cpf:natureDeposant>');
    expect(xml).toContain('<cpf:dateFinValidite xsi:nil="true"/>');
    expect(xml).not.toMatch(/<([\w:]+)><\/\1>|<[\w:]+\/>/);
    expect(xml.match(/<cpf:passageCertification>/g)).toHaveLength(2);
  });

  it('with the offset of Paris in summer, for another who sends', async () => {
    app.clock.set('2027-07-01T10:00:00+02:00');
    await configure({ ...own, emitterClientId: '04DRP907' });
    await certify('Roux', {}, '2027-06-20');
    const xml = readRegistryXml((await download(await produceOne())).bytes);
    expect(xml).toContain('<cpf:horodatage>2027-07-01T10:00:00+02:00</cpf:horodatage>');
    expect(xml).toContain('<cpf:natureDeposant>TIERS_CONFIANCE</cpf:natureDeposant>');
  });

  it('is kept as produced, by its fingerprint, whatever changes since', async () => {
    await configure();
    const lina = await certify('Abadie');
    const reportId = await produceOne();
    const first = (await download(reportId)).bytes;
    await app.db.system.person.update({
      where: { centreId_id: { centreId: centre.id, id: lina.personId } },
      data: { birthName: 'Autre' },
    });
    expect((await download(reportId)).bytes).toEqual(first);
    const [report] = (await list()).body.reports;
    expect(report).toMatchObject({
      entryCount: 1,
      waiting: 1,
      sizeBytes: first.byteLength,
      sha256: createHash('sha256').update(first).digest('hex'),
    });
  });

  it('never changes, even by SQL', async () => {
    await configure();
    await certify('Abadie');
    const reportId = await produceOne();
    const change = app.db.system.registryReport.updateMany({
      where: { id: reportId },
      data: { contractId: 'AUTRE' },
    });
    await expect(change).rejects.toThrow('never changes');
    const remove = app.db.system.registryEntry.deleteMany({ where: { reportId } });
    await expect(remove).rejects.toThrow('never changes');
  });

  it('is not made without the identifiers, nor when nobody is due', async () => {
    await certify('Abadie');
    expect((await produce()).problem.detail).toContain('identifiants');
    await configure();
    expect((await produce()).status).toBe(200);
    expect((await produce()).problem.detail).toContain('Personne n’est à envoyer');
  });

  it('by two people at once, holds each person once', async () => {
    await configure();
    await certify('Abadie');
    const both = await Promise.all([produce(), produce(certifier)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });
});

describe('who is sent (Q10, W75)', () => {
  it('full certificates alone: an attestation and a superseded certificate are left out', async () => {
    const lina = await certify('Abadie');
    const faeId = (await centre.addFramework('FAE-112')).id;
    const fae = await addCohort(app.db, centre, { frameworkVersionId: faeId });
    const noe = await addTutoredLearner(app.db, centre, fae, { birthName: 'Petit', tutorId: null });
    const data = {
      centreId: centre.id,
      issuedOn: new Date('2026-11-23'),
      decidedOn: new Date('2026-11-20'),
      reasons: [],
      issuedByUserId: 'test',
    };
    await app.db.system.certificate.create({
      data: {
        ...data,
        enrolmentId: noe.enrolmentId,
        kind: 'fae_attestation',
        number: `FAE-${noe.enrolmentId}`,
      },
    });
    expect((await list()).body.people.map(({ enrolmentId }) => enrolmentId)).toEqual([
      lina.enrolmentId,
    ]);
  });

  it('somebody whose sex or birth date is not known waits, with what is missing and where', async () => {
    await configure();
    await certify('Abadie');
    await certify('Bonnet', { sex: null, birthPlaceCode: null });
    const { people } = (await list()).body;
    const bonnet = people.find(({ learnerName }) => learnerName.startsWith('Bonnet'));
    expect(bonnet).toMatchObject({ state: 'to_complete', isDue: false });
    expect(bonnet?.findings.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      'error /identity/sex',
      'warning /identity/birthPlaceCode',
    ]);
    expect((await produce()).body.reports).toMatchObject([{ entryCount: 1 }]);
    expect(await statesOf()).toEqual(['Abadie Lina sent', 'Bonnet Lina to_complete']);
  });

  it('the limit of three months from the delivery is told', async () => {
    await certify('Abadie', {}, '2026-08-20');
    const [person] = (await list()).body.people;
    expect(person).toMatchObject({ dueOn: '2026-11-20', daysLeft: -3 });
    expect(person?.sentence).toContain('Le délai de 3 mois est passé depuis le 20 novembre 2026.');
  });

  it('it is told in the morning once the identifiers are entered', async () => {
    await certify('Abadie', {}, '2026-08-20');
    const read = async () => {
      const { body } = await app.call('GET /home', {}, coordinator);
      const { count = -1 } = body.menu.find(({ entry }) => entry === 'registry-reports') ?? {};
      return [count, body.late.filter(({ kind }) => kind === 'registry').map(({ days }) => days)];
    };
    expect(await read()).toEqual([0, []]);
    await configure();
    expect(await read()).toEqual([1, [-3]]);
    await produce();
    expect(await read()).toEqual([0, []]);
  });

  it('only rejected ones again, accepted ones never', async () => {
    await configure();
    const [lina, max] = [await certify('Abadie'), await certify('Bonnet')];
    const reportId = await produceOne();
    const message = 'Aucun titulaire ne correspond aux critères obligatoires';
    const { body } = await answer(
      acknowledgementOf({
        reportId,
        accepted: [lina.enrolmentId],
        rejected: [[max.enrolmentId, message]],
      }),
    );
    expect(body).toMatchObject({
      accepted: 1,
      rejected: 1,
      waiting: 0,
      rejections: [{ learnerName: 'Bonnet Lina', message }],
    });
    expect(await statesOf()).toEqual(['Abadie Lina accepted', 'Bonnet Lina rejected']);
    const xml = readRegistryXml((await download(await produceOne())).bytes);
    expect(xml).toContain(max.enrolmentId);
    expect(xml).not.toContain(lina.enrolmentId);
  });

  it('a file that the portal refused whole gives everybody back, unless it was answered', async () => {
    await configure();
    const lina = await certify('Abadie');
    const reportId = await produceOne();
    const refuse = () =>
      app.call(
        'POST /registry-reports/:reportId/refusal',
        { params: { reportId }, body: { motive: 'Structure invalide' } },
        coordinator,
      );
    expect((await refuse()).status).toBe(200);
    expect(await statesOf()).toEqual(['Abadie Lina rejected']);
    expect((await refuse()).problem.errors?.[0]?.pointer).toBe('/motive');
    const again = await produceOne();
    await answer(acknowledgementOf({ reportId: again, accepted: [lina.enrolmentId] }));
    expect(await statesOf()).toEqual(['Abadie Lina accepted']);
  });

  it('the CSV for the certifier has everybody, with their civil data', async () => {
    await certify('Abadie');
    const { bytes } = await app.call('GET /registry-reports/certified', {}, certifier);
    expect(Buffer.from(bytes).toString()).toContain(
      ';Abadie;;Lina;Marie;08/03/1994;F;72181;FR;Formation continue',
    );
  });
});

describe('an acknowledgement that is not ours is refused with the reason', () => {
  it('of another certifier', async () => {
    await configure();
    const lina = await certify('Abadie');
    await produceOne();
    const reportId = '4df76fd4-0915-46df-8c56-525506af35be';
    const { status, problem } = await answer(
      acknowledgementOf({ reportId, accepted: [lina.enrolmentId] }),
    );
    expect([status, problem.code]).toEqual([422, 'rule_refused']);
    expect(problem.detail).toContain('autre certificateur');
    expect(problem.errors?.[0]?.pointer).toBe('/contentBase64');
    expect(await statesOf()).toEqual(['Abadie Lina sent']);
  });

  it('of another centre, which looks the same', async () => {
    await configure();
    const lina = await certify('Abadie');
    const reportId = await produceOne();
    const elsewhere = await (await app.addCentre()).addMember('coordinator');
    const xml = acknowledgementOf({ reportId, accepted: [lina.enrolmentId] });
    expect((await answer(xml, elsewhere)).problem.detail).toContain('autre certificateur');
    expect((await answer(xml)).status).toBe(200);
  });

  it('addressed to another emitter, twice, or about somebody who was not sent', async () => {
    await configure();
    const [lina, max] = [await certify('Abadie'), await certify('Bonnet')];
    const reportId = await produceOne();
    const stranger = 'Le passage avec le bcr émetteur 04DRP907 existe déjà en base';
    const other = await answer(
      acknowledgementOf({ reportId, rejected: [[lina.enrolmentId, stranger]] }),
    );
    expect(other.problem.detail).toContain('04DRP907');
    const xml = acknowledgementOf({ reportId, accepted: [lina.enrolmentId] });
    expect((await answer(xml)).body).toMatchObject({ accepted: 1, waiting: 1 });
    expect((await answer(xml)).problem.detail).toContain('déjà importé');
    const unknown = acknowledgementOf({
      reportId,
      treatmentId: '2',
      accepted: [max.enrolmentId, 'quelqu’un'],
    });
    expect((await answer(unknown)).problem.detail).toContain('n’était pas dans le fichier');
    expect(await statesOf()).toEqual(['Abadie Lina accepted', 'Bonnet Lina sent']);
  });

  it.each([
    ['no XML', 'Nom;Statut\nAbadie;OK', 'n’est pas un accusé'],
    ['a file cut in the middle', '<rapport><idFlux>x</idFlux><Passages', 'n’est pas un accusé'],
    ['another document', '<facture><idFlux>x</idFlux></facture>', 'n’est pas un accusé'],
    [
      'an entity bomb',
      '<!DOCTYPE r [<!ENTITY a "x">]><rapport>&a;</rapport>',
      'n’est pas un accusé',
    ],
    ['no number of file', '<rapport><PassagesOK/></rapport>', 'ne dit pas à quel fichier'],
    ['the file itself', '<cpf:flux xmlns:cpf="urn:x"></cpf:flux>', 'C’est le fichier envoyé'],
  ])('%s', async (_, content, detail) => {
    const { status, problem } = await answer(content);
    expect([status, problem.code]).toEqual([422, 'file_unreadable']);
    expect(problem.detail).toContain(detail);
  });
});

describe('the social security number, only when the certifier asks (Q11)', () => {
  const nir = '294037218104251';
  const withNumbers = { ...own, asksForNir: true };
  const stored = () =>
    app.db.system.sealedNir.findMany({ where: { centreId: centre.id }, select: { sealed: true } });

  /** Whose number the trail says was erased. */
  const purgedIn = async () => {
    const where = { centreId: centre.id, action: 'nir.purged' };
    return (await app.db.system.auditEvent.findMany({ where })).map(({ subjectId }) => subjectId);
  };

  it('is refused when it is not asked for, and erased when it is asked for no more', async () => {
    const lina = await certify('Abadie');
    expect((await enterNir(lina.personId, nir)).problem.code).toBe('rule_refused');
    await configure(withNumbers);
    expect((await enterNir(lina.personId, nir)).status).toBe(200);
    await configure(own, 1);
    expect(await stored()).toEqual([{ sealed: null }]);
    expect(await purgedIn()).toEqual([lina.personId]);
  });

  it('is checked by its key, and never shown: not in the base, not in the trail, not in answers', async () => {
    await configure(withNumbers);
    const lina = await certify('Abadie');
    const wrong = await enterNir(lina.personId, '294037218104252');
    expect(wrong.problem.errors?.[0]).toMatchObject({ pointer: '/nir' });
    expect((await list()).body.people[0]).toMatchObject({ state: 'to_complete', hasNir: false });
    await enterNir(lina.personId, nir);
    const answered = await list();
    expect(answered.body.people[0]).toMatchObject({ state: 'to_send', hasNir: true });
    const trail = await app.db.system.auditEvent.findMany({ where: { centreId: centre.id } });
    const said = JSON.stringify([
      answered.body,
      await stored(),
      trail.map(({ data, action }) => [action, data]),
    ]);
    expect(said).toContain('nir.entered');
    expect(said).not.toContain(nir.slice(0, 13));
  });

  it('leaves in the file without its key, and is erased with the acceptance', async () => {
    await configure(withNumbers);
    const [lina, max] = [await certify('Abadie'), await certify('Bonnet')];
    await enterNir(lina.personId, nir);
    await enterNir(max.personId, nir);
    const reportId = await produceOne();
    const xml = readRegistryXml((await download(reportId)).bytes);
    expect(xml).toContain(`<cpf:nir>${nir.slice(0, 13)}</cpf:nir>`);
    expect(xml).not.toContain(nir);
    expect(xml).not.toContain('1994');
    const files = { where: { centreId: centre.id, kind: 'registry-report' } };
    expect(await app.db.system.document.count(files)).toBe(0);
    const rejected = [[max.enrolmentId, 'Plusieurs titulaires']] as const;
    await answer(acknowledgementOf({ reportId, accepted: [lina.enrolmentId], rejected }));
    expect((await stored()).map(({ sealed }) => sealed === null).sort()).toEqual([false, true]);
    expect(await purgedIn()).toEqual([lina.personId]);
    const entries = await app.db.system.registryEntry.findMany({ where: { reportId } });
    expect(entries.map(({ sealedNir }) => sealedNir)).toEqual([null, null]);
    expect((await download(reportId)).problem.detail).toContain('effacés');
    expect((await enterNir(lina.personId, nir)).problem.detail).toContain('plus utile');
    expect(readRegistryXml((await download(await produceOne())).bytes)).toContain(max.enrolmentId);
  });
});

describe('who may do what', () => {
  it('the certifier, whose duty it is, and the coordinator send; the director reads', async () => {
    await configure();
    await certify('Abadie');
    const director = await centre.addMember('director');
    expect((await list(director)).status).toBe(200);
    expect((await produce(director)).status).toBe(403);
    const trainer = await centre.addMember('trainer');
    expect((await list(trainer)).status).toBe(403);
    expect((await produce(certifier)).status).toBe(200);
  });

  it('the identifiers are checked, and two people who save them at once see each other', async () => {
    const wrong = await configure({ ...own, emitterClientId: 'court' });
    expect(wrong.problem.errors?.map(({ pointer }) => pointer)).toEqual(['/emitterClientId']);
    const both = await Promise.all([configure(), configure()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await configure(own, 1)).body.revision).toBe(2);
    expect((await configure(own, 1)).problem.code).toBe('edited_meanwhile');
  });
});
