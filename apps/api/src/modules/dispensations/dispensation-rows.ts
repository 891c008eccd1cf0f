import type { DispensationState } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx, UnitOfWork } from '../../db/database.ts';
import { editedMeanwhile, found } from '../../http/domain-error.ts';
import { scope } from './scope.ts';
import {
  type DispensationRow,
  type DispensationView,
  viewDispensation,
  withLearner,
} from './view-dispensation.ts';

/** A request that this person may see. @throws not_found */
export const loadDispensation = async (
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<DispensationRow> =>
  found(
    await tx.dispensation.findFirst({ where: { id, ...scope(actor) }, include: withLearner }),
    'Cette dispense',
  );

/** Writes a request over the version that was read. @throws edited_meanwhile */
export async function storeDispensation(
  { tx }: UnitOfWork,
  actor: Actor,
  before: DispensationRow,
  revision: number,
  data: Parameters<Tx['dispensation']['updateMany']>[0]['data'],
): Promise<DispensationView> {
  const { count } = await tx.dispensation.updateMany({
    where: { id: before.id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  const after = viewDispensation(await loadDispensation(tx, actor, before.id));
  if (count === 0) throw editedMeanwhile(after);
  return after;
}

/** Minutes granted matter for a partial answer only; the form may still carry a former value. */
export const partOf = (to: DispensationState, minutes: number | null): number | null =>
  to === 'partial' ? minutes : null;
