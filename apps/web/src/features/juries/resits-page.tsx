import type { Answer } from '@jalon/contract';
import { countNoun, formatDay, formatLongDay } from '@jalon/domain';
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { DayField } from '../../components/day-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';

type Resit = Answer<'GET /resits'>[number];

/** Blocks to present again: the centre itself registers the candidate again, then the line goes quiet. */
export function Page() {
  const [settled, setSettled] = useState<'no' | 'yes'>('no');
  const [chosen, setChosen] = useState<Resit | null>(null);
  const read = useRead('GET /resits', { query: { settled } });
  const registers = useIsAllowed('jury:prepare');
  return (
    <WhenRead read={read}>
      {(resits) => (
        <>
          <PageHeader
            overline={<TextLink to="/jurys">Jurys</TextLink>}
            title={describe(resits.length, settled)}
          />
          <SegmentedControl
            mb="md"
            aria-label="Blocs affichés"
            value={settled}
            onChange={(value) => setSettled(value === 'yes' ? 'yes' : 'no')}
            data={[
              { value: 'no', label: 'À inscrire' },
              { value: 'yes', label: 'Inscrits' },
            ]}
          />
          <DataList
            label="Blocs à représenter"
            rows={resits}
            rowKey={({ decisionId }) => decisionId}
            columns={columnsOf(registers ? setChosen : null)}
            empty={
              <EmptyState
                title={
                  settled === 'no' ? 'Personne n’attend une inscription' : 'Aucun candidat inscrit'
                }
              >
                Quand un jury refuse ou ajourne un bloc, ou qu’un bloc acquis n’est plus conservé,
                le candidat apparaît ici jusqu’à ce que le centre l’inscrive à une nouvelle session.
              </EmptyState>
            }
          />
          {chosen && <RegisterDialog resit={chosen} onClose={() => setChosen(null)} />}
        </>
      )}
    </WhenRead>
  );
}

function describe(count: number, settled: 'no' | 'yes'): string {
  if (settled === 'yes')
    return `${countNoun(count, 'bloc')} à représenter, ${count < 2 ? 'inscrit' : 'inscrits'}`;
  return count === 0
    ? 'Aucun bloc n’attend une inscription'
    : `${countNoun(count, 'bloc')} à représenter ${count < 2 ? 'attend' : 'attendent'} une inscription`;
}

function columnsOf(choose: ((resit: Resit) => void) | null): readonly Column<Resit>[] {
  return [
    {
      key: 'nom',
      header: 'Candidat',
      value: ({ learnerName }) => learnerName,
      cell: ({ enrolmentId, learnerName }) => (
        <TextLink to="/apprenants/$enrolmentId/epreuves" params={{ enrolmentId }}>
          {learnerName}
        </TextLink>
      ),
    },
    { key: 'cohorte', header: 'Cohorte', value: ({ cohort }) => cohort.name, isFilter: true },
    {
      key: 'bloc',
      header: 'Bloc',
      value: ({ blockCode }) => blockCode,
      cell: ({ blockCode, blockName }) => `${blockCode} · ${blockName}`,
      isFilter: true,
    },
    {
      key: 'jury',
      header: 'Décision',
      value: ({ since }) => since,
      cell: ({ why }) => why,
    },
    {
      key: 'epreuves',
      header: 'À repasser',
      value: ({ assessments }) => assessments.join(', '),
      cell: ({ assessments, recommendation }) => (
        <>
          {assessments.join(', ') || 'appréciation du tuteur'}
          {recommendation && <div>« {recommendation} »</div>}
        </>
      ),
    },
    {
      key: 'inscription',
      header: 'Inscription',
      value: ({ registration }) => registration?.plannedOn ?? null,
      cell: (resit) => (
        <>
          {resit.registration && `${formatLongDay(resit.registration.plannedOn)} `}
          {choose && (
            <Button size="compact-sm" onClick={() => choose(resit)}>
              {resit.registration ? 'Changer' : 'Inscrire'}
            </Button>
          )}
        </>
      ),
    },
  ];
}

interface Plan {
  readonly plannedOn: string;
  readonly juryId: string | null;
  readonly note: string;
}

/** The registration that is on the screen. */
const planOf = ({ registration }: Resit): Plan | null =>
  registration && {
    plannedOn: registration.plannedOn,
    juryId: registration.jury?.id ?? null,
    note: registration.note,
  };

function RegisterDialog({
  resit,
  onClose,
}: {
  readonly resit: Resit;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  const juries = useRead('GET /juries', {});
  const form = useForm({
    initialValues: {
      juryId: resit.registration?.jury?.id ?? '',
      plannedOn: resit.registration?.plannedOn ?? '',
      note: resit.registration?.note ?? '',
    },
  });
  const save = useWrite('PUT /resits/:decisionId');
  const { problem, conflict, attempt } = useConflictForm<
    { readonly registration: Plan | null },
    { juryId: string; plannedOn: string; note: string }
  >(form);
  const [replaces] = useState(planOf(resit));
  const open = (juries.data ?? []).filter(({ state }) => state !== 'closed');
  const session = open.find(({ id }) => id === form.values.juryId);
  const chosen = (): Plan => {
    const { juryId, plannedOn, note } = form.getValues();
    return { juryId: juryId || null, plannedOn: session?.heldOn ?? plannedOn, note };
  };
  const send = (known: Plan | null) =>
    attempt(async () => {
      await save.mutateAsync({
        params: { decisionId: resit.decisionId },
        body: { ...chosen(), replaces: known },
      });
      notifyDone(`${resit.learnerName} est inscrit pour le bloc ${resit.blockCode}.`);
      onClose();
    });
  const submit = form.onSubmit(() => send(replaces));
  const { theirs } = conflict;
  const nameJury = (juryId: string | null) => {
    const jury = open.find(({ id }) => id === juryId);
    return jury ? `${formatDay(jury.heldOn)}, ${jury.place}` : 'Pas encore connu';
  };
  const sayDay = (plan: Plan | null) => (plan?.plannedOn ? formatDay(plan.plannedOn) : '');
  return (
    <FormDialog
      title={`Inscrire ${resit.learnerName}, bloc ${resit.blockCode}`}
      submitLabel="Inscrire"
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      {theirs && (
        <ConflictPanel
          fields={[
            {
              label: 'Jury',
              mine: nameJury(form.values.juryId || null),
              theirs: nameJury(theirs.registration?.juryId ?? null),
            },
            { label: 'Date prévue', mine: sayDay(chosen()), theirs: sayDay(theirs.registration) },
            {
              label: 'Note',
              mine: form.values.note,
              theirs: theirs.registration?.note ?? '',
            },
          ]}
          isPending={save.isPending}
          onKeepMine={() => send(theirs.registration)}
          onTakeTheirs={async () => {
            await queries.invalidateQueries();
            onClose();
          }}
        />
      )}
      <NativeSelect
        label="Jury"
        data={[
          { value: '', label: 'Pas encore connu' },
          ...open.map(({ id, heldOn, place }) => ({
            value: id,
            label: `${formatDay(heldOn)}, ${place}`,
          })),
        ]}
        {...form.getInputProps('juryId')}
      />
      {!session && <DayField label="Date prévue" {...form.getInputProps('plannedOn')} />}
      <TextInput label="Note (facultative)" {...form.getInputProps('note')} />
    </FormDialog>
  );
}
