import type { FileDownload, Input, Output } from '@jalon/contract';
import {
  computeSuccessRates,
  formatRate,
  formatShortDay,
  groupBy,
  type JudgedLearner,
  listJudgedYears,
  type Proportion,
  type SuccessRates,
  successRateSource,
  tellSuccessMethod,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { csvFile } from '../../http/csv-file.ts';
import { found } from '../../http/domain-error.ts';
import { endsCourseSql } from '../facts/standing-certificate.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';

type List = Output<'GET /success-rates'>;

interface JudgedRow extends JudgedLearner {
  readonly cohortId: string;
}

/** What the centre publishes of its results: how many of how many, how it is counted, and when. */
@Injectable()
export class SuccessRatesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<List> {
    return this.db.run(actor, async ({ tx }) => {
      const rows = await readJudged(tx, null);
      const cohorts = await tx.cohort.findMany({
        where: { id: { in: [...new Set(rows.map(({ cohortId }) => cohortId))] } },
        orderBy: [{ startsOn: 'desc' }, { name: 'asc' }],
      });
      const versions = new Map(cohorts.map((cohort) => [cohort.id, cohort.frameworkVersionId]));
      const frameworks = await loadFrameworks(tx, versions.values());
      const byCohort = groupBy(rows, ({ cohortId }) => cohortId);
      const byVersion = groupBy(rows, ({ cohortId }) => versions.get(cohortId));
      return {
        ...this.tellMethod(),
        years: [...frameworks]
          .flatMap(([frameworkId, { title, blocks }]) => {
            const own = byVersion.get(frameworkId) ?? [];
            return listJudgedYears(own).map((year) => ({
              year,
              frameworkId,
              title,
              ...toOutput(computeSuccessRates(own, blocks, year)),
            }));
          })
          .toSorted((one, other) => other.year - one.year || (one.title < other.title ? -1 : 1)),
        cohorts: cohorts.flatMap(({ id, name, frameworkVersionId }) => {
          const framework = frameworks.get(frameworkVersionId);
          const own = byCohort.get(id) ?? [];
          if (!framework) return [];
          const rates = toOutput(computeSuccessRates(own, framework.blocks));
          return [{ cohortId: id, name, title: framework.title, ...rates }];
        }),
      };
    });
  }

  readOne(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/success-rates'>,
  ): Promise<Output<'GET /cohorts/:cohortId/success-rates'>> {
    return this.db.run(actor, async ({ tx }) => {
      const cohort = found(
        await tx.cohort.findFirst({ where: { id: params.cohortId } }),
        'Cette cohorte',
      );
      const frameworks = await loadFrameworks(tx, [cohort.frameworkVersionId]);
      const { blocks } = found(frameworks.get(cohort.frameworkVersionId), 'Ce référentiel');
      const rates = computeSuccessRates(await readJudged(tx, cohort.id), blocks);
      return { ...this.tellMethod(), ...toOutput(rates) };
    });
  }

  async export(actor: Actor): Promise<FileDownload> {
    const { years, cohorts, method, computedOn, source } = await this.list(actor);
    const lines = [
      ...years.flatMap((row) => toLines(`Année ${row.year}`, row)),
      ...cohorts.flatMap((row) => toLines(`Cohorte ${row.name}`, row)),
    ];
    return csvFile(
      `taux-de-reussite-${computedOn}.csv`,
      [
        'Périmètre',
        'Certification',
        'Taux de',
        'Numérateur',
        'Dénominateur',
        'Taux',
        'Calculé le',
        'Méthode',
        'Source',
      ],
      lines.map((line) => [...line, formatShortDay(computedOn), method, source]),
    );
  }

  private tellMethod() {
    const today = this.clock.today();
    return { computedOn: today, method: tellSuccessMethod(today), source: successRateSource };
  }
}

const toOutput = ({ blocks, ...rates }: SuccessRates) => ({ ...rates, blocks: [...blocks] });

function toLines(
  scope: string,
  {
    title,
    blocks,
    ...all
  }: Proportion & { title: string; blocks: (Proportion & { code: string; name: string })[] },
): (string | number)[][] {
  const line = (name: string, one: Proportion) => [
    scope,
    title,
    name,
    one.numerator,
    one.denominator,
    formatRate(one.numerator, one.denominator),
  ];
  return [
    line('Certification complète', all),
    ...blocks.map((block) => line(`Bloc ${block.code} ${block.name}`, block)),
  ];
}

/** Learners of the centre, or of one cohort, on whom a closed jury has decided. */
const readJudged = (tx: Tx, cohortId: string | null): Promise<JudgedRow[]> =>
  queryIn(tx)<JudgedRow & Record<string, unknown>>({
    name: 'judged-learners',
    text: `
      select e.cohort_id as "cohortId",
             json_agg(json_build_object('blockCode', d.block_code, 'decision', d.decision,
                                        'decidedOn', d.held_on::text)
                      order by d.held_on, s.closed_at) as decisions,
             (select c.decided_on::text from certificate c
               where c.centre_id = e.centre_id and c.enrolment_id = e.id
                 and c.kind = 'certificate' and ${endsCourseSql('c')}) as "certifiedOn"
        from enrolment e
        join jury_decision d on d.centre_id = e.centre_id and d.enrolment_id = e.id
        join jury_session s on s.centre_id = d.centre_id and s.id = d.jury_session_id
       where s.state = 'closed' and d.superseded_by_id is null
         and ($1::uuid is null or e.cohort_id = $1::uuid)
       group by e.centre_id, e.id, e.cohort_id`,
    values: [cohortId],
  });
