import { spawnSync } from 'node:child_process';
import { addMonths } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  afbb,
  app,
  centre,
  coordinator,
  leMans,
  openCalendars,
  planCohort,
} from '../support/calendars.ts';
import { createCohort } from '../support/cohort-builder.ts';
import { eventually } from '../support/eventually.ts';
import { formOf } from '../support/slot-form.ts';
import type { Member } from '../support/test-app.ts';

openCalendars();

const download = (cohortId: string, caller: Member = coordinator) =>
  app.call('GET /cohorts/:cohortId/year', { params: { cohortId } }, caller);

async function readYear(cohortId: string, caller?: Member) {
  const answer = await download(cohortId, caller);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const { totalPages, text } = await extractText(
    await getDocumentProxy(new Uint8Array(answer.bytes)),
    { mergePages: true },
  );
  return { pages: totalPages, text: text.replace(/\s+/g, ' '), answer };
}

/** Kills the processes of documents that this one has started, and says how many there were. */
function killDrawing(): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
  const started = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent]) => parent === String(process.pid))
    .filter((words) => words.join(' ').includes('/tinypool/'));
  for (const [pid] of started) process.kill(Number(pid), 'SIGKILL');
  return started.length;
}

describe('a cohort’s year on one A4 page', () => {
  it('has every month, the modules with their hours, the days off by name and the jury', async () => {
    await app.db.system.siteClosure.create({
      data: {
        centreId: centre.id,
        siteId: centre.siteId,
        fromOn: new Date('2027-05-10'),
        toOn: new Date('2027-05-14'),
        label: 'travaux du bâtiment B',
      },
    });
    const { cohort } = await planCohort('Hiver 2027', {
      juryOn: '2027-12-13',
      positioningOn: '2027-01-04',
    });
    const { pages, text, answer } = await readYear(cohort.id);
    expect(pages).toBe(1);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      'Hiver 2027, l’année sur une page.pdf',
    );
    for (const words of [
      'Hiver 2027',
      'janvier 2027',
      'décembre 2027',
      'CQP Assistant médical, afbb 2022',
      '1.1 Examens et soins courants en cabinet médical 21 h',
      'Évaluation',
      'Lundi de Pâques',
      'Pas de session en juillet',
      'Travaux du bâtiment B',
      'Fermetures du site : travaux du bâtiment B, du 10/05/2027 au 14/05/2027.',
      '384 h',
      'Jury 13/12/2027',
      'Positionnement 04/01/2027',
      'matin : 9 h – 12 h 30',
      'Imprimé le 23 novembre 2026',
      'Calendrier tel que modifié le',
    ])
      expect(text).toContain(words);
    const marks = text.match(/\b[1-4]\.\d\b/g) ?? [];
    expect(marks.length).toBeGreaterThan(50);
  });

  it('stays one page when it spans fourteen months and more', async () => {
    const { cohort, slots } = await planCohort('Un vendredi par semaine', { weekdays: [5] });
    expect((slots.at(-1)?.date ?? '') > addMonths('2027-01-04', 13)).toBe(true);
    const { pages, text } = await readYear(cohort.id);
    expect(pages).toBe(1);
    expect(text).toContain('février 2028');
  });

  it('says what is missing when hours are', async () => {
    const { cohort, first } = await planCohort('Une demi-journée de moins', {
      frameworkVersionId: leMans,
      weekdays: [3, 4],
    });
    await app.call(
      'POST /slots/:slotId/removal',
      { params: { slotId: first.id }, body: { revision: first.revision } },
      coordinator,
    );
    expect((await readYear(cohort.id)).text).toContain('80 h 30 sur 84 h');
  });

  it('is a trainer’s own half-days when a trainer asks', async () => {
    const { cohort, first } = await planCohort('Avec une formatrice', { weekdays: [1, 3] });
    const trainer = await centre.addMember('trainer');
    await app.call(
      'PUT /slots/:slotId',
      { params: { slotId: first.id }, body: formOf(first, { trainerId: trainer.personId }) },
      coordinator,
    );
    const { pages, text } = await readYear(cohort.id, trainer);
    expect(pages).toBe(1);
    expect(text).toContain('seulement vos demi-journées');
    expect(text).toContain('Vos heures 3 h 30');
    expect(text).not.toContain('AFGSU');
  });

  it('is PDF/UA: tagged, titled, in French', async () => {
    const { cohort } = await planCohort('Balisée', { weekdays: [2, 4] });
    const pdf = Buffer.from((await download(cohort.id)).bytes).toString('latin1');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(/\/Lang\s*\(fr/);
  });

  it('is drawn again when the process that draws has been killed', async () => {
    const { cohort } = await planCohort('Après une panne', { weekdays: [1, 2] });
    expect((await readYear(cohort.id)).pages).toBe(1);
    expect(killDrawing()).toBe(1);
    expect((await readYear(cohort.id)).pages).toBe(1);
  });

  it('is drawn again when the process is killed while it draws', async () => {
    const { cohort } = await planCohort('Pendant une panne', { weekdays: [1, 3] });
    const asked = [readYear(cohort.id), readYear(cohort.id)];
    await eventually(() => killDrawing() === 1, 'the process that draws');
    for (const { pages } of await Promise.all(asked)) expect(pages).toBe(1);
  });

  it('does not exist before a half-day is planned, and says what to do', async () => {
    const { id } = await createCohort(app, centre, coordinator, {
      name: 'Sans calendrier',
      frameworkVersionId: afbb,
    });
    const { status, problem } = await download(id);
    expect(status).toBe(422);
    expect(problem.detail).toContain('planifiez l’année');
  });

  it('of another centre’s cohort is a 404, of a role without the calendar a 403', async () => {
    const { cohort } = await planCohort('D’ici', { weekdays: [4, 5] });
    const elsewhere = await (await app.addCentre('Ailleurs')).addMember('coordinator');
    expect((await download(cohort.id, elsewhere)).status).toBe(404);
    expect((await download(cohort.id, await centre.addMember('tutor'))).status).toBe(403);
  });
});
