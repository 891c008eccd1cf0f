import { createHash } from 'node:crypto';
import { cqpAm40913LeMans, listProgramme } from '@jalon/domain';

/**
 * Centres for the benchmarks, written straight as the owner of the database. Every value follows from
 * the ids, so two runs measure the same rows; days count back from today, three quarters through.
 */

/** @param {string} name */
export const idOf = (name) => {
  const hash = createHash('md5').update(name).digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
};

/** The same in the database; version and variant as a UUID has them, or the contract refuses it. */
const createIdFunction = `
  create or replace function bench_id(name text) returns uuid language sql immutable parallel safe
    as $$ select overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid $$`;

const halfDayMinutes = 210;
const framework = cqpAm40913LeMans;

/** One row a module or evaluation: key, minutes, position of its first half-day. */
function programmeRows() {
  let first = 0;
  return listProgramme(framework).map((item) => {
    const halfDays = Math.ceil(item.minutes / halfDayMinutes);
    const row = { ...item, halfDays, first };
    first += halfDays;
    return row;
  });
}

/**
 * @param {import('pg').Client} client as the owner
 * @param {{ centre: string, cohorts: { name: string, learners: number }[] }} plan
 */
export async function seedCentre(client, { centre, cohorts }) {
  const rows = programmeRows();
  const halfDays = rows.reduce((total, row) => total + row.halfDays, 0);
  await client.query(createIdFunction);
  await client.query('begin');
  // Rows are right by construction: the checks of keys and triggers would only cost time.
  await client.query("set local session_replication_role = 'replica'");
  await client.query(
    `create temp table if not exists programme
       (kind slot_kind, block_code text, module_code text, half_days int, first int)`,
  );
  await client.query('truncate programme');
  for (const row of rows)
    await client.query('insert into programme values ($1, $2, $3, $4, $5)', [
      row.kind,
      row.blockCode,
      row.moduleCode,
      row.halfDays,
      row.first,
    ]);
  const centreId = idOf(centre);
  const run = (/** @type {string} */ text, /** @type {unknown[]} */ ...values) =>
    client.query(text, values);
  await run('insert into centre (id, name, slug) values ($1, $2, $2)', centreId, centre);
  await run(
    `insert into site (centre_id, id, name, address) values ($1, $2, 'Site', 'Rue du Banc')`,
    centreId,
    idOf(`${centre}/site`),
  );
  await run(
    `insert into framework_version (centre_id, id, code, title, state, content, published_at)
     values ($1, $2, $3, $4, 'published', $5, now())`,
    centreId,
    idOf(`${centre}/framework`),
    framework.code,
    framework.title,
    JSON.stringify(framework),
  );
  for (const cohort of cohorts) await seedCohort(run, centre, cohort, halfDays);
  await client.query('commit');
  return { centreId, cohortIds: cohorts.map(({ name }) => idOf(`${centre}/${name}`)) };
}

/**
 * @param {(text: string, ...values: unknown[]) => Promise<unknown>} run
 * @param {string} centre
 * @param {{ name: string, learners: number }} cohort
 * @param {number} halfDays
 */
async function seedCohort(run, centre, { name, learners }, halfDays) {
  const centreId = idOf(centre);
  const cohort = `${centre}/${name}`;
  const cohortId = idOf(cohort);
  const weeks = Math.ceil(halfDays / 4);
  const daysBefore = Math.round(weeks * 0.75) * 7;
  await run(
    `insert into cohort (centre_id, id, name, framework_version_id, site_id, starts_on, ends_on,
                         weekdays, minutes_per_day, closed_months, capacity, state, jury_on)
     values ($1, $2, $3, $4, $5, current_date - $6::int, current_date - $6::int + $7::int,
             '{1,2}', 420, '{}', 24, 'running', current_date + 60)`,
    centreId,
    cohortId,
    name,
    idOf(`${centre}/framework`),
    idOf(`${centre}/site`),
    daysBefore,
    weeks * 7,
  );
  await run(
    `insert into module_run (centre_id, id, cohort_id, kind, block_code, module_code)
     select $1::uuid, bench_id($3 || kind || block_code || coalesce(module_code, '')), $2::uuid, kind, block_code, module_code
       from programme`,
    centreId,
    cohortId,
    cohort,
  );
  await run(
    `insert into slot (centre_id, id, module_run_id, cohort_id, held_on, half_day, starts_at, minutes)
     select $1::uuid, bench_id($3 || '/slot/' || position),
            bench_id($3 || kind || block_code || coalesce(module_code, '')), $2::uuid,
            current_date - $4::int + (position / 4) * 7 + (position / 2) % 2,
            (case position % 2 when 0 then 'morning' else 'afternoon' end)::half_day,
            case position % 2 when 0 then 540 else 810 end, ${halfDayMinutes}
       from programme, lateral (select first + step as position from generate_series(0, half_days - 1) step) p`,
    centreId,
    cohortId,
    cohort,
    daysBefore,
  );
  await run(
    `insert into person (centre_id, id, given_name, birth_name, email, match_key)
     select $1::uuid, bench_id($2 || '/person/' || n), 'Prénom' || n, 'Nom ' || substr(md5($2 || n), 1, 6),
            'p' || n || '@' || md5($2) || '.example', 'nom prenom' || n
       from generate_series(1, $3::int) n
     union all
     select $1::uuid, bench_id($2 || '/tutor/' || n), 'Hélène', 'Tuteur ' || n, null, 'helene tuteur' || n
       from generate_series(1, $3::int) n`,
    centreId,
    cohort,
    learners,
  );
  await run(
    `insert into enrolment (centre_id, id, person_id, cohort_id, profile, route, funder, starts_on)
     select $1::uuid, bench_id($3 || '/enrolment/' || n), bench_id($3 || '/person/' || n), $2::uuid,
            'jobseeker', 'professional_contract', 'opco_ep', current_date - $5::int
       from generate_series(1, $4::int) n`,
    centreId,
    cohortId,
    cohort,
    learners,
    daysBefore,
  );
  await run(
    `insert into employment (centre_id, id, person_id, employer_name, tutor_id, hire_date, cpam_contract_signed_on)
     select $1::uuid, bench_id($2 || '/employment/' || n), bench_id($2 || '/person/' || n), 'Cabinet ' || n,
            bench_id($2 || '/tutor/' || n), current_date - 400, current_date - 390
       from generate_series(1, $3::int) n`,
    centreId,
    cohort,
    learners,
  );
  await run(
    `insert into path_run (centre_id, id, enrolment_id, module_run_id)
     select $1::uuid, bench_id($3 || r.id || n), bench_id($3 || '/enrolment/' || n), r.id
       from generate_series(1, $4::int) n, module_run r
      where r.centre_id = $1 and r.cohort_id = $2`,
    centreId,
    cohortId,
    cohort,
    learners,
  );
  await run(
    `insert into attendance (centre_id, id, slot_id, enrolment_id, state, late_minutes, held_on, half_day,
                             starts_at, slot_minutes, minutes_done, kind, block_code, module_code, recorded_by_user_id)
     select $1::uuid, bench_id(s.id || '/' || n), s.id, bench_id($3 || '/enrolment/' || n),
            (case when d.draw < 12 then 'absent' else 'present' end)::attendance_state,
            case when d.draw between 12 and 20 then 20 else 0 end, s.held_on, s.half_day, s.starts_at, s.minutes,
            case when d.draw < 12 then 0 when d.draw between 12 and 20 then s.minutes - 20 else s.minutes end,
            r.kind, r.block_code, r.module_code, 'bench'
       from slot s
       join module_run r on r.centre_id = s.centre_id and r.id = s.module_run_id,
            generate_series(1, $4::int) n,
            lateral (select get_byte(decode(md5(s.id || n::text), 'hex'), 0) as draw) d
      where s.centre_id = $1 and s.cohort_id = $2 and s.held_on < current_date
      order by s.held_on, s.starts_at, n`,
    centreId,
    cohortId,
    cohort,
    learners,
  );
  await run(
    `insert into attendance_sheet (centre_id, id, slot_id, signer_name, signed_by_user_id, signed_at)
     select centre_id, bench_id(id || '/sheet'), id, 'S. Petit', 'bench', held_on + interval '18 hours'
       from slot where centre_id = $1 and cohort_id = $2 and held_on < current_date`,
    centreId,
    cohortId,
  );
  await seedRecords(run, { centreId, cohort, learners });
}

/**
 * Appraisals, épreuves, AFGSU and dispensations of one cohort.
 * @param {(text: string, ...values: unknown[]) => Promise<unknown>} run
 * @param {{ centreId: string, cohort: string, learners: number }} plan
 */
async function seedRecords(run, { centreId, cohort, learners }) {
  for (const block of framework.blocks.slice(0, 3)) {
    const ratings = Object.fromEntries(block.competences.map(({ code }) => [code, 'mastered']));
    await run(
      `insert into appraisal (centre_id, id, enrolment_id, tutor_id, block_code, ratings, signed_at, signed_on, signer_name)
       select $1::uuid, bench_id($2 || '/appraisal/' || $3 || n), bench_id($2 || '/enrolment/' || n),
              bench_id($2 || '/tutor/' || n), $3, $4, now(), current_date - 20, 'Dr Tuteur ' || n
         from generate_series(1, $5::int) n where n % 7 <> 0`,
      centreId,
      cohort,
      block.code,
      JSON.stringify(ratings),
      learners,
    );
    for (const [index, assessment] of block.assessments.entries()) {
      const marks = assessment.targets.map(({ competenceCode }) => `"${competenceCode}":`);
      const written = (/** @type {boolean} */ isMet) =>
        `{${marks.map((m) => m + isMet).join(',')}}`;
      await run(
        `insert into assessment_result (centre_id, id, enrolment_id, block_code, assessment_code, held_on, marks, assessor_name, recorded_by_user_id)
         select $1::uuid, bench_id($2 || '/result/' || $4 || n), bench_id($2 || '/enrolment/' || n), $3, $4,
                current_date - 25, case when (n + $5::int) % 5 = 0 then $6::jsonb else $7::jsonb end, 'S. Petit', 'bench'
           from generate_series(1, $8::int) n`,
        centreId,
        cohort,
        block.code,
        assessment.code,
        index,
        written(false),
        written(true),
        learners,
      );
    }
  }
  await run(
    `insert into credential (centre_id, id, person_id, code, obtained_on, expires_on, issuer)
     select $1::uuid, bench_id($2 || '/afgsu/' || n), bench_id($2 || '/person/' || n), 'AFGSU1',
            current_date - 200, current_date + 1261, 'CESU'
       from generate_series(1, $3::int) n where n % 4 <> 0`,
    centreId,
    cohort,
    learners,
  );
  await run(
    `insert into dispensation (centre_id, id, enrolment_id, block_code, state, requested_minutes, granted_minutes, decided_on)
     select $1::uuid, bench_id($2 || '/dispensation/' || n), bench_id($2 || '/enrolment/' || n), 'B3', 'granted', 2100, 2100, current_date - 90
       from generate_series(1, $3::int) n where n % 12 = 0`,
    centreId,
    cohort,
    learners,
  );
}

/**
 * Copies of a centre with everything in it. The centre leads every key, so the same ids may stand in
 * each of them.
 * @param {import('pg').Client} client as the owner
 * @param {string} centre
 * @param {number} count
 */
export async function copyCentre(client, centre, count) {
  const centreId = idOf(centre);
  await client.query('begin');
  await client.query("set local session_replication_role = 'replica'");
  await client.query(
    `insert into centre (id, name, slug)
     select bench_id($1 || '/copy/' || n), $1 || ' ' || n, $1 || '-' || n from generate_series(1, $2::int) n`,
    [centre, count],
  );
  const { rows: tables } = await client.query(
    `select table_name as name,
            string_agg(format('t.%I', column_name), ', ' order by ordinal_position) as columns,
            string_agg(format('%I', column_name), ', ' order by ordinal_position) as names
       from information_schema.columns
      where table_schema = 'public' and column_name <> 'centre_id'
        and table_name in (select table_name from information_schema.columns
                            where table_schema = 'public' and column_name = 'centre_id')
      group by 1`,
  );
  for (const { name, columns, names } of tables)
    await client.query(
      `insert into ${name} (centre_id, ${names})
       select c.id, ${columns} from centre c cross join ${name} t
        where c.id <> $1 and t.centre_id = $1 order by c.id`,
      [centreId],
    );
  await client.query('commit');
}
