import type { Input, LearnerStanding } from '@jalon/contract';
import {
  type CertificateKind,
  describeCertificateCell,
  describeLearner,
  type PlainDate,
  tellStanding,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Query } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import { endsCourseSql } from '../facts/standing-certificate.ts';
import { FrameworkDocuments } from '../frameworks/framework-documents.ts';

/** Where one learner stands, at the top of the file that the office reads. */
@Injectable()
export class StandingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly frameworks: FrameworkDocuments,
  ) {}

  read(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/standing'>,
  ): Promise<LearnerStanding> {
    const now = this.clock.parisMoment();
    return this.db.read(actor, async (query) => {
      const { learners, cohorts } = await readLearnerFacts(
        query,
        'enrolments',
        [params.enrolmentId],
        now,
      );
      const learner = found(learners[0], 'Cet apprenant');
      const cohort = found(cohorts[0], 'Cet apprenant');
      const documents = await this.frameworks.find(query, [cohort.frameworkVersionId]);
      const framework = found(documents.get(cohort.frameworkVersionId), 'Le référentiel');
      const { certificate, endsOn } = await readEnding(query, learner.enrolmentId);
      const { state, facts } = learner;
      const line = describeLearner(framework, facts, now.day);
      const issuedOn = certificate?.issuedOn ?? null;
      const ending = describeCertificateCell({
        framework,
        state,
        issuedOn,
        decisions: facts.decisions,
        credentials: facts.credentials,
        hours: line.hours.total,
        today: now.day,
      });
      const blocks = framework.blocks.flatMap(({ code, shortName }, index) => {
        const cell = line.cells[index];
        if (!cell) return [];
        return [{ code, name: shortName, state: cell.state, label: cell.label, fact: cell.fact }];
      });
      return {
        sentence: tellStanding({
          state,
          outcome: framework.outcome,
          issuedOn,
          endsOn,
          certificate: ending,
          cells: blocks.map(({ code, ...cell }) => ({ ...cell, blockCode: code })),
          hours: line.hours.total,
          nextJuryOn: facts.nextJuryOn,
        }),
        outcome: framework.outcome,
        cohortId: cohort.id,
        blocks,
        ending,
        certificate,
      };
    });
  }
}

interface Ending {
  readonly endsOn: PlainDate | null;
  readonly certificate: {
    readonly id: string;
    readonly kind: CertificateKind;
    readonly number: string;
    readonly issuedOn: PlainDate;
  } | null;
}

async function readEnding(query: Query, enrolmentId: string): Promise<Ending> {
  const [row] = await query<Ending & Record<string, unknown>>({
    name: 'enrolment-ending',
    text: `select e.ends_on as "endsOn",
                  (select json_build_object('id', c.id, 'kind', c.kind, 'number', c.number,
                                            'issuedOn', c.issued_on)
                     from certificate c
                    where c.centre_id = e.centre_id and c.enrolment_id = e.id
                      and ${endsCourseSql('c')}) as certificate
             from enrolment e
            where e.id = $1`,
    values: [enrolmentId],
  });
  return found(row, 'Cet apprenant');
}
