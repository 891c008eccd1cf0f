import type { Input, Output } from '@jalon/contract';
import { checkRegistrySettings } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { editedMeanwhile } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { purgeNumbers } from './purge-numbers.ts';

type Settings = Output<'PUT /registry-settings'>;

/** Who sends to the registry, for which certifier, and whether it asks for social security numbers. */
@Injectable()
export class RegistrySettingsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(actor: Actor): Promise<Output<'GET /registry-settings'>> {
    return this.db.run(actor, async ({ tx }) => ({ settings: await loadSettings(tx) }));
  }

  /** Numbers that are not asked for any more are erased with the same act. */
  async save(
    actor: Actor,
    { body: { revision, ...settings } }: Input<'PUT /registry-settings'>,
  ): Promise<Settings> {
    raiseFindings(checkRegistrySettings(settings));
    try {
      return await this.db.run(actor, async (unit) => {
        const { tx, audit } = unit;
        if (revision === null) {
          const row = await tx.registrySettings.create({
            data: { centreId: actor.centreId, ...settings },
          });
          audit({ action: 'registry-settings.saved', subjectId: actor.centreId, data: settings });
          return describe(row);
        }
        const { count } = await tx.registrySettings.updateMany({
          where: { revision },
          data: { ...settings, revision: { increment: 1 } },
        });
        if (count === 0) throw editedMeanwhile(await loadSettings(tx));
        if (!settings.asksForNir) await purgeNumbers(unit, {}, this.clock.now());
        audit({ action: 'registry-settings.saved', subjectId: actor.centreId, data: settings });
        return { ...settings, revision: revision + 1 };
      });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw editedMeanwhile((await this.read(actor)).settings);
    }
  }
}

/** The centre's identifiers; `null` while nobody has entered them. */
export async function loadSettings(tx: Tx): Promise<Settings | null> {
  const row = await tx.registrySettings.findFirst();
  return row && describe(row);
}

const describe = (row: Prisma.RegistrySettingsGetPayload<object>): Settings => ({
  emitterClientId: row.emitterClientId,
  certifierClientId: row.certifierClientId,
  contractId: row.contractId,
  asksForNir: row.asksForNir,
  revision: row.revision,
});
