import type { FileDownload, Input } from '@jalon/contract';
import { layOutYear } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { parisMomentOf } from '../../clock/paris-day.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toFramework } from '../../db/framework-content.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { DomainError } from '../../http/domain-error.ts';
import { seesWholeCentre } from '../cohorts/cohort-scope.ts';
import { listEvents } from './cohort-events.ts';
import { toPlanned } from './describe-slot.ts';
import { describeYear } from './describe-year.ts';
import { openingRules } from './opening-rules.ts';
import { findPlannedCohort } from './planning.service.ts';
import { scopeSlots } from './slot-scope.ts';

/** A cohort's year on one A4 page, drawn as the calendar is when it is asked for. */
@Injectable()
export class YearSheets {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly typst: TypstRenderer,
  ) {}

  async download(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/year'>,
  ): Promise<FileDownload> {
    const content = await this.db.run(actor, ({ tx }) => this.read(tx, actor, params.cohortId));
    const { bytes } = await this.typst.render('year', content, this.clock.now());
    return { fileName: `${content.title}.pdf`, bytes };
  }

  private async read(tx: Tx, actor: Actor, cohortId: string) {
    const cohort = await findPlannedCohort(tx, actor, cohortId);
    const rows = await tx.slot.findMany({
      where: { cohortId, cancelledAt: null, AND: [scopeSlots(actor)] },
      include: { moduleRun: true },
    });
    const rules = openingRules(cohort.site, cohort.closedMonths);
    const events = await listEvents(tx, { id: cohort.id });
    const slots = rows.map((row) => ({ ...toPlanned(row), mode: row.mode }));
    const framework = toFramework(cohort.frameworkVersion);
    const sheet = layOutYear({ framework, slots, events, rules });
    if (!sheet)
      throw new DomainError(
        'rule_refused',
        `${cohort.name} n’a pas encore de demi-journée : planifiez l’année, puis imprimez-la.`,
      );
    const { name: centre } = await tx.centre.findFirstOrThrow({});
    return describeYear(sheet, slots, rules, {
      centre,
      site: cohort.site.name,
      cohort: cohort.name,
      training: cohort.frameworkVersion.title,
      events,
      isPartial: !seesWholeCentre(actor),
      changedAt: parisMomentOf(await lastChange(tx, cohortId)),
      printedOn: this.clock.today(),
    });
  }
}

/** What dates the sheet: the last act on one of the cohort's half-days. */
async function lastChange(tx: Tx, cohortId: string): Promise<Date> {
  const change = await tx.slotChange.aggregate({
    where: { cohortId },
    _max: { changedAt: true },
  });
  const added = await tx.slot.aggregate({ where: { cohortId }, _max: { createdAt: true } });
  return change._max.changedAt ?? added._max.createdAt ?? new Date(0);
}
