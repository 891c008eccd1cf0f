import type { Input } from '@jalon/contract';
import { checkNir, checkNirEntry, normaliseNir } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Sealer } from '../../auth/sealer.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { loadSettings } from './registry-settings.service.ts';

/** Whom a sealed number is about: it opens for nobody else. */
export const nirSubject = (centreId: string, personId: string): string =>
  `nir:${centreId}:${personId}`;

/** Social security numbers: entered only when the certifier asks, sealed, never shown again. */
@Injectable()
export class NirService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  save(actor: Actor, { params, body }: Input<'PUT /people/:personId/nir'>) {
    const { personId } = params;
    return this.db.run(actor, async ({ tx, audit }): Promise<{ done: true }> => {
      const person = found(
        await tx.person.findFirst({ where: { id: personId } }),
        'Cette personne',
      );
      const settings = await loadSettings(tx);
      const accepted = await tx.registryEntry.count({
        where: { answer: 'accepted', enrolment: { personId } },
      });
      refuseRule(
        checkNirEntry({ isAskedFor: settings?.asksForNir === true, isAccepted: accepted > 0 }),
      );
      const nir = normaliseNir(body.nir);
      raiseFindings(checkNir(nir, { sex: person.sex, birthDate: toDayOrNull(person.birthDate) }));
      const sealed = this.sealer.seal(nir, nirSubject(actor.centreId, personId));
      const entered = {
        sealed,
        enteredAt: this.clock.now(),
        enteredByUserId: actor.userId,
        purgedAt: null,
      };
      const { count } = await tx.sealedNir.updateMany({ where: { personId }, data: entered });
      if (count === 0)
        await tx.sealedNir.create({ data: { centreId: actor.centreId, personId, ...entered } });
      audit({ action: 'nir.entered', subjectId: personId });
      return { done: true };
    });
  }
}
