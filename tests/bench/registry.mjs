import { readFileSync } from 'node:fs';
import { atMost, told } from './figure.mjs';
import { idOf, seedCentre } from './seed-centres.mjs';

const certified = 10_000;

/**
 * The file for the Caisse des Dépôts: 10,000 certified people judged, kept, written and downloaded.
 * A small centre goes first, so that what grows afterwards grows with the number of people.
 * @param {import('./world.mjs').World} world
 */
export async function registry(world) {
  const site = await world.site('registry', async (owner) => {
    await seedCertified(owner, 'registry-small', 500);
    await seedCertified(owner, 'registry', certified);
    await owner.query('analyze');
  });
  await report(site, 'registry-small');
  const before = peakMegabytes(site.pid);
  const { produced, downloaded, bytes } = await report(site, 'registry');
  const grown = peakMegabytes(site.pid) - before;
  return [
    atMost('produce_seconds', produced, 5, 's'),
    told('download_seconds', downloaded, 's'),
    atMost('peak_growth', grown, 120, 'MB'),
    told('file_size', bytes / 1e6, 'MB'),
  ];
}

/**
 * @param {import('./world.mjs').Site} site
 * @param {string} centre
 */
async function report(site, centre) {
  const headers = {
    cookie: await site.logIn(idOf(centre), 'coordinator'),
    'content-type': 'application/json',
  };
  let start = performance.now();
  const answer = await fetch(`${site.url}/api/registry-reports`, {
    method: 'POST',
    headers,
    body: '{}',
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`registry: ${answer.status} ${text.slice(0, 500)}`);
  const produced = (performance.now() - start) / 1000;
  const [{ id }] = JSON.parse(text).reports;
  start = performance.now();
  const file = await fetch(`${site.url}/api/registry-reports/${id}/file`, { headers });
  let bytes = 0;
  for await (const part of file.body ?? []) bytes += part.length;
  if (!file.ok || bytes === 0) throw new Error(`registry: ${file.status}, ${bytes} bytes`);
  return { produced, downloaded: (performance.now() - start) / 1000, bytes };
}

/**
 * People who hold a certificate, with the identifiers to send with.
 * @param {import('pg').Client} owner
 * @param {string} centre
 * @param {number} count
 */
async function seedCertified(owner, centre, count) {
  await seedCentre(owner, { centre, cohorts: [{ name: 'certified', learners: 0 }] });
  const values = [idOf(centre), count];
  await owner.query(
    `insert into registry_settings (centre_id, id, emitter_client_id, certifier_client_id, contract_id)
     values ($1::uuid, bench_id($1::uuid::text), '03BENCH1', '03BENCH1', 'MCFCER000001')`,
    [idOf(centre)],
  );
  await owner.query(
    `insert into person (centre_id, id, given_name, other_given_names, birth_name, match_key, birth_date,
                         sex, birth_place_code, birth_country_code)
     select $1::uuid, bench_id($1::uuid::text || '/person/' || n), 'Prénom', 'Marie, Louise', 'Nom ' || n,
            'nom prenom', date '1990-01-01' + n % 5000, 'F', '72181', 'FR'
       from generate_series(1, $2::int) n`,
    values,
  );
  await owner.query(
    `insert into enrolment (centre_id, id, person_id, cohort_id, profile, route, funder, starts_on, state)
     select $1::uuid, bench_id($1::uuid::text || '/enrolment/' || n), bench_id($1::uuid::text || '/person/' || n), $3::uuid,
            'jobseeker', 'professional_contract', 'opco_ep', current_date - 300, 'completed'
       from generate_series(1, $2::int) n`,
    [...values, idOf(`${centre}/certified`)],
  );
  await owner.query(
    `insert into certificate (centre_id, id, enrolment_id, kind, number, issued_on, decided_on, reasons,
                              issued_by_user_id)
     select $1::uuid, bench_id($1::uuid::text || '/certificate/' || n), bench_id($1::uuid::text || '/enrolment/' || n),
            'certificate', 'CQP-' || n, current_date - 10, current_date - 12, '[]', 'bench'
       from generate_series(1, $2::int) n`,
    values,
  );
}

/** The most that the process has held. @param {number} pid */
function peakMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
