import { formatDay } from '@jalon/domain';
import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Can } from '../../components/can.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { UnsavedScope } from '../../components/unsaved-scope.tsx';
import { useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import type { EmploymentDeadlines } from './deadline-words.ts';
import classes from './deadlines.module.css';

type Suspension = EmploymentDeadlines['suspensions'][number];

/** One suspension; removed, it stays visible with its motive and moves nothing more. */
export function SuspensionRow({ suspension }: { readonly suspension: Suspension }) {
  const [isRemoving, setRemoving] = useState(false);
  const { fromOn, toOn, motive, evidence, removedMotive } = suspension;
  return (
    <div className={classes.suspension} data-removed={removedMotive !== null}>
      <div>
        <p>
          <strong>
            Du {formatDay(fromOn)} au {formatDay(toOn)}
          </strong>{' '}
          {removedMotive !== null && <StateBadge tone="mute">retirée</StateBadge>}
        </p>
        <p>{motive}</p>
        {evidence && <p className={classes.quiet}>Justificatif : {evidence}</p>}
        {removedMotive !== null && <p>Retirée : {removedMotive}</p>}
      </div>
      {removedMotive === null && !isRemoving && (
        <Can permission="deadline:suspend">
          <Button size="xs" onClick={() => setRemoving(true)}>
            Retirer
          </Button>
        </Can>
      )}
      {isRemoving && (
        <UnsavedScope onClose={() => setRemoving(false)}>
          {({ close }) => (
            <RemovalForm id={suspension.id} onRemoved={() => setRemoving(false)} onCancel={close} />
          )}
        </UnsavedScope>
      )}
    </div>
  );
}

interface RemovalFormProps {
  readonly id: string;
  readonly onRemoved: () => void;
  readonly onCancel: () => void;
}

function RemovalForm({ id, onRemoved, onCancel }: RemovalFormProps) {
  const form = useForm({ initialValues: { motive: '' } });
  const remove = useWrite('POST /suspensions/:suspensionId/removal');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await remove.mutateAsync({ params: { suspensionId: id }, body });
      onRemoved();
    } catch (error) {
      land(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert problem={problem} />
      <TextInput label="Pourquoi la retirer" {...form.getInputProps('motive')} />
      <Group mt="xs">
        <Button type="submit" size="xs" loading={remove.isPending}>
          Retirer la suspension
        </Button>
        <Button size="xs" onClick={onCancel}>
          La garder
        </Button>
      </Group>
    </form>
  );
}
