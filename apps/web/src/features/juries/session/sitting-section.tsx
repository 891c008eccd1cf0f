import { capitalise, countNoun, formatLongDay } from '@jalon/domain';
import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { toProblem } from '../../../lib/problem-error.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import classes from './session.module.css';
import type { Session } from './session.ts';

interface SittingProps {
  readonly session: Session;
  readonly canChange: boolean;
}

/** When and where, and what happened: it goes into the minutes. */
export function SittingSection({ session, canChange }: SittingProps) {
  return (
    <SectionCard title="Séance" hint={session.framework.title}>
      {canChange ? <SittingForm session={session} /> : <SittingWords session={session} />}
      {canChange && session.candidates.every(({ decidedCount }) => decidedCount === 0) && (
        <RemoveSession session={session} />
      )}
    </SectionCard>
  );
}

/** As long as nothing is decided: prepared twice, or for the wrong cohort. */
function RemoveSession({ session }: { readonly session: Session }) {
  const removal = useWrite('DELETE /juries/:juryId', { invalidates: ['GET /juries'] });
  const navigate = useNavigate();
  const invited = session.members.filter(({ invitedAt }) => invitedAt !== null).length;
  const remove = async () => {
    await removal.mutateAsync({ params: { juryId: session.id } });
    notifyDone('La session est supprimée.');
    await navigate({ to: '/jurys', ignoreBlocker: true });
  };
  return (
    <Group mt="md">
      <ConfirmButton
        label="Supprimer cette session"
        title={`Supprimer la session du ${formatLongDay(session.heldOn)} ?`}
        loss={
          <>
            Ses {countNoun(session.candidates.length, 'candidat')} et{' '}
            {countNoun(session.members.length, 'membre')} n’y sont plus attendus.
            {invited > 0 && ' Ceux qui ont été convoqués reçoivent un mail d’annulation.'} Les blocs
            à représenter retournent dans la liste.
          </>
        }
        confirmLabel="Supprimer la session"
        onConfirm={remove}
      />
    </Group>
  );
}

function SittingWords({ session }: { readonly session: Session }) {
  return (
    <>
      <p className={classes.line}>
        {capitalise(formatLongDay(session.heldOn))}, {session.remote ? 'à distance' : 'en présence'}{' '}
        : {session.place}
      </p>
      {session.incidents && <p className={classes.line}>{session.incidents}</p>}
    </>
  );
}

const valuesOf = ({ heldOn, place, remote, incidents }: Session) => ({
  heldOn,
  place,
  remote,
  incidents,
});

function SittingForm({ session }: { readonly session: Session }) {
  const form = useForm({ initialValues: valuesOf(session) });
  const save = useWrite('PUT /juries/:juryId');
  const { problem, land, clear } = useFormProblem(form);
  const [theirs, setTheirs] = useState<Session | null>(null);
  useUnsavedGuard(form.isDirty());
  const send = async (values: ReturnType<typeof valuesOf>, revision: number) => {
    clear();
    setTheirs(null);
    try {
      await save.mutateAsync({ params: { juryId: session.id }, body: { ...values, revision } });
      form.resetDirty();
      notifyDone('La séance est enregistrée.');
    } catch (error) {
      const { code, current } = toProblem(error);
      if (code === 'edited_meanwhile' && current) setTheirs(current as Session);
      else land(error);
    }
  };
  const isOpen = session.state === 'open';
  return (
    <form onSubmit={form.onSubmit((values) => send(values, session.revision))} noValidate>
      <ProblemAlert problem={problem} />
      {theirs && (
        <ConflictPanel
          fields={[
            { label: 'Date', mine: form.values.heldOn, theirs: theirs.heldOn },
            { label: 'Lieu', mine: form.values.place, theirs: theirs.place },
            { label: 'Incidents', mine: form.values.incidents, theirs: theirs.incidents },
          ]}
          onKeepMine={() => send(form.values, theirs.revision)}
          onTakeTheirs={() => {
            form.setValues(valuesOf(theirs));
            form.resetDirty(valuesOf(theirs));
            setTheirs(null);
          }}
        />
      )}
      <div className={classes.fields}>
        <DayField label="Date" disabled={isOpen} {...form.getInputProps('heldOn')} />
        <TextInput label="Lieu" {...form.getInputProps('place')} />
      </div>
      <Checkbox
        mt="sm"
        label="À distance"
        {...form.getInputProps('remote', { type: 'checkbox' })}
      />
      {isOpen && (
        <Textarea
          mt="sm"
          label="Incidents et aménagements"
          description="Ils figurent au procès-verbal : retard, tiers temps, matériel…"
          autosize
          minRows={1}
          {...form.getInputProps('incidents')}
        />
      )}
      {form.isDirty() && (
        <Group mt="md">
          <Button type="submit" loading={save.isPending}>
            Enregistrer la séance
          </Button>
        </Group>
      )}
    </form>
  );
}
