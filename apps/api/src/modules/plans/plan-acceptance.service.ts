import type { Input, Output } from '@jalon/contract';
import { checkPart, formatLongDay, isAhead, type SlotChange } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DomainError, editedMeanwhile } from '../../http/domain-error.ts';
import { lockCalendars, lockSlots } from '../planning/opening-rules.ts';
import { trackSlots } from '../planning/slot-trail.ts';
import { applyChanges } from './apply-changes.ts';
import { describePlan, listChanges } from './describe-plan.ts';
import { loadFactsOf, loadPlanFacts, type PlanFacts } from './load-problem.ts';
import { askedOf, findSearch, outcomeOf, type SearchRow } from './search-record.ts';

type Accepted = Output<'POST /plans/:planId/acceptance'>;

/** A plan becomes the calendar when a person says so, whole or half-day by half-day. */
@Injectable()
export class PlanAcceptanceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  accept(
    actor: Actor,
    { params, body }: Input<'POST /plans/:planId/acceptance'>,
  ): Promise<Accepted> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockCalendars(tx, actor.centreId);
      const search = await findSearch(tx, params.planId);
      await lockSlots(tx, search.cohortIds);
      const { facts, changes } = await this.readProposal(tx, search);
      const chosen = choose(changes, body.changeIds);
      refusePast(facts, chosen);
      refusePart(facts, changes, chosen);
      await trackSlots(tx, actor, this.clock.now(), search.cohortIds, () =>
        applyChanges(tx, actor, facts, chosen, this.clock.now()),
      );
      const left = changes.length - chosen.length;
      await this.close(tx, actor, search, left);
      audit({
        action: 'plan.accepted',
        subjectId: search.id,
        data: { cohortIds: search.cohortIds, accepted: chosen.length, left },
      });
      return { accepted: chosen.length, left };
    });
  }

  /** The plan's changes, provided that it was made from what stands now. */
  private async readProposal(tx: Tx, search: SearchRow) {
    const outcome = outcomeOf(search);
    if (!outcome || search.state !== 'found')
      throw new DomainError(
        'rule_refused',
        search.state === 'accepted'
          ? 'Ce plan est déjà accepté.'
          : 'Ce plan n’a rien à accepter : cherchez-en un autre.',
      );
    const now = this.clock.parisMoment();
    const facts = await loadFactsOf(tx, search, now);
    if (facts.fingerprint !== search.fingerprint)
      throw editedMeanwhile(await describePlan(tx, search, new Map(), now));
    return {
      facts,
      changes: listChanges(facts, outcome).filter(({ kind }) => kind !== 'kept'),
    };
  }

  /** What is left of the plan was made for the calendars as they are now. */
  private async close(tx: Tx, actor: Actor, search: SearchRow, left: number): Promise<void> {
    const now = { acceptedAt: this.clock.now(), acceptedByUserId: actor.userId };
    if (left === 0) {
      await tx.planSearch.updateMany({
        where: { id: search.id },
        data: { state: 'accepted', ...now },
      });
      return;
    }
    const { fingerprint } = await loadPlanFacts(
      tx,
      search.cohortIds,
      this.clock.parisMoment(),
      askedOf(search).weights,
    );
    await tx.planSearch.updateMany({ where: { id: search.id }, data: { fingerprint, ...now } });
  }
}

function choose(
  changes: readonly SlotChange[],
  ids: readonly string[] | undefined,
): readonly SlotChange[] {
  if (ids === undefined) return changes;
  const wanted = new Set(ids);
  const chosen = changes.filter(({ id }) => wanted.has(id));
  if (chosen.length === wanted.size) return chosen;
  throw new DomainError(
    'rule_refused',
    'Certains de ces créneaux ne sont plus dans le plan : rechargez la page.',
  );
}

/** What leaves a day that has come was lost there: only what is placed may not be late. */
function refusePast({ problem }: PlanFacts, changes: readonly SlotChange[]): void {
  const past = changes.find(({ to }) => to !== null && !isAhead(problem, to));
  if (!past?.to) return;
  const { date } = past.to;
  throw new DomainError(
    'rule_refused',
    `Le ${formatLongDay(date)} est passé depuis que ce plan a été fait : cherchez-en un autre.`,
  );
}

/** A part of a plan may not go with what it leaves as it is: then each rule is said. */
function refusePart(
  { problem, standing }: PlanFacts,
  changes: readonly SlotChange[],
  chosen: readonly SlotChange[],
): void {
  if (chosen.length === changes.length) return;
  const faults = checkPart(problem, standing, chosen);
  if (faults.length === 0) return;
  const messages = [...new Set(faults.map(({ message }) => message))];
  throw new DomainError(
    'rule_refused',
    `Ces créneaux ne peuvent pas être acceptés sans les autres. ${messages[0] ?? ''}`,
    {
      errors: [...messages.slice(0, 50), takeMore].map((message) => ({
        pointer: '/changeIds',
        message,
      })),
    },
  );
}

const takeMore =
  'Choisissez aussi les changements qui vont avec ceux-ci, ou acceptez le plan entier.';
