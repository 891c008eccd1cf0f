import type { Input, Output } from '@jalon/contract';
import { measureLoad, type Period, schoolYearOf } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { openingRules } from '../planning/opening-rules.ts';
import { loadRooms, loadTrainers } from './load-resources.ts';

/** How full trainers and rooms are, whatever cohort takes them. */
@Injectable()
export class LoadService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Without days: the school year under way. */
  read(actor: Actor, { query }: Input<'GET /plans/load'>): Promise<Output<'GET /plans/load'>> {
    const { from, to } = query;
    const period = from && to ? { from, to } : schoolYearOf(this.clock.today());
    return this.db.run(actor, async ({ tx }) => {
      const { trainers } = await loadTrainers(tx, period.to);
      const sites = await tx.site.findMany({ include: { closures: true } });
      const load = measureLoad({
        ...period,
        trainers,
        rooms: await loadRooms(tx),
        sites: new Map(sites.map((site) => [site.id, openingRules(site)])),
        slots: await loadSlots(tx, period),
      });
      const siteNames = new Map(sites.map(({ id, name }) => [id, name]));
      return {
        ...period,
        trainers: load.trainers.map((trainer) => ({
          ...trainer,
          weeksOver: [...trainer.weeksOver],
          weeksUnder: [...trainer.weeksUnder],
        })),
        rooms: load.rooms.map(({ siteId, ...room }) => ({
          ...room,
          siteName: siteNames.get(siteId) ?? '',
        })),
        totals: load.totals,
      };
    });
  }
}

async function loadSlots(tx: Tx, { from, to }: Period) {
  const rows = await tx.slot.findMany({
    where: { cancelledAt: null, heldOn: { gte: fromDay(from), lte: fromDay(to) } },
    select: { heldOn: true, halfDay: true, minutes: true, trainerId: true, roomId: true },
  });
  return rows.map(({ heldOn, ...slot }) => ({ ...slot, date: toDay(heldOn) }));
}
