import type { DispensationView } from '@jalon/contract';
import { formatShortDay, isDispensationOpen } from '@jalon/domain';
import { Checkbox } from '@mantine/core';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import classes from './dispensations.module.css';

/** The papers of the line from which a request was started: a person ticks those that are there. */
export function EvidenceList({ dispensation }: { readonly dispensation: DispensationView }) {
  const { id, state, evidenceItems } = dispensation;
  const mayTick = useIsAllowed('dispensation:write') && isDispensationOpen(state);
  const gather = useWrite('PUT /dispensations/:dispensationId/evidence-items');
  // The box follows the hand at once; a refusal gives it back its state, with the reason above.
  const isTicked = (label: string, gatheredOn: string | null): boolean =>
    gather.isPending && gather.variables.body.label === label
      ? gather.variables.body.isGathered
      : gatheredOn !== null;
  if (evidenceItems.length === 0) return null;
  return (
    <section className={classes.group}>
      <h3 className={classes.listTitle}>Pièces à réunir</h3>
      <ProblemAlert problem={gather.error} />
      {evidenceItems.map(({ label, gatheredOn }) =>
        mayTick ? (
          <Checkbox
            key={label}
            label={label}
            description={tellGathered(gatheredOn)}
            checked={isTicked(label, gatheredOn)}
            onChange={(event) =>
              gather.mutate({
                params: { dispensationId: id },
                body: { label, isGathered: event.currentTarget.checked },
              })
            }
          />
        ) : (
          <div key={label}>
            {label}
            <div className={classes.soft}>{tellGathered(gatheredOn)}</div>
          </div>
        ),
      )}
    </section>
  );
}

const tellGathered = (gatheredOn: string | null): string =>
  gatheredOn === null ? 'À réunir' : `Réunie le ${formatShortDay(gatheredOn)}`;
