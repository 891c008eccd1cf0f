import { setTimeout as wait } from 'node:timers/promises';
import { mainSite } from './board.mjs';
import { atMost } from './figure.mjs';
import { idOf, seedCentre } from './seed-centres.mjs';

const learners = 1000;

/**
 * 1,000 learners with validation, recognition and audit; then the same file again.
 * @param {import('./world.mjs').World} world
 */
export async function importing(world) {
  const site = await mainSite(world);
  const centre = 'import';
  await seedCentre(site.owner, { centre, cohorts: [{ name: 'empty', learners: 0 }] });
  const cookie = await site.logIn(idOf(centre), 'coordinator');
  const url = `${site.url}/api/cohorts/${idOf(`${centre}/empty`)}/learner-imports`;
  const body = JSON.stringify({
    fileName: 'apprenants.csv',
    contentBase64: Buffer.from(writeFile()).toString('base64'),
    mode: 'all_or_nothing',
  });
  const send = async () => {
    const start = performance.now();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body,
    });
    const asked = await answer.json();
    if (!answer.ok)
      throw new Error(`import: ${answer.status} ${JSON.stringify(asked).slice(0, 500)}`);
    const { counts } = await awaitReport(
      `${site.url}/api/learner-imports/${asked.importId}`,
      cookie,
    );
    return { seconds: (performance.now() - start) / 1000, counts };
  };
  const first = await send();
  if (first.counts.new !== learners)
    throw new Error(`import: ${JSON.stringify(first.counts)} instead of ${learners} new`);
  const second = await send();
  return [
    atMost('first_seconds', first.seconds, 2, 's'),
    atMost('second_seconds', second.seconds, 1, 's'),
    atMost('second_rows_changed', second.counts.new + second.counts.changed, 0, 'rows'),
  ];
}

/** What a screen does: it asks how far the import is until it is over, as long as that takes. */
async function awaitReport(/** @type {string} */ url, /** @type {string} */ cookie) {
  for (;;) {
    const answer = await fetch(url, { headers: { cookie } });
    const { state, report, failure } = await answer.json();
    if (state === 'failed') throw new Error(`import: ${failure}`);
    if (report) return report;
    await wait(50);
  }
}

/** A CSV as a centre sends it: a person, an employer and a tutor on each line. */
function writeFile() {
  const headers =
    'Nom de naissance;Prénom;Date de naissance;Sexe;Code commune de naissance;Pays de naissance;Mail;' +
    'Profil;Niveau de diplôme;Voie d’accès;Financeur;Date d’entrée;Employeur;Date d’embauche;' +
    'Nom du tuteur;Prénom du tuteur;Mail du tuteur';
  const today = new Date().toISOString().slice(0, 10);
  const lines = Array.from({ length: learners }, (_, index) => {
    const word = idOf(`learner ${index}`)
      .replace(/[^a-f]/g, '')
      .slice(0, 6);
    const day = String((index % 27) + 1).padStart(2, '0');
    return [
      `Nom${word}${letters(index)}`,
      `Prénom${letters(index)}`,
      `${day}/04/199${index % 10}`,
      index % 2 === 0 ? 'F' : 'M',
      '72181',
      'FR',
      `apprenant${index}@bench.example`,
      'school_leaver',
      '4',
      'continuing_training',
      'opco_ep',
      today,
      `Cabinet ${index % 300}`,
      '01/06/2026',
      `Tuteur${letters(index % 300)}`,
      'Hélène',
      `tuteur${index % 300}@bench.example`,
    ].join(';');
  });
  return `\uFEFF${[headers, ...lines].join('\r\n')}\r\n`;
}

/** A number in letters: names hold no figures. */
const letters = (/** @type {number} */ count) =>
  [...String(count)].map((figure) => 'abcdefghij'[Number(figure)]).join('');
