import type { Answer } from '@jalon/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../../components/app-link.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataList } from '../../../components/data-list/data-list.tsx';
import type { Column } from '../../../components/data-list/list-view.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { kindWords, resultWords } from '../words.ts';
import classes from './session.module.css';
import type { Session } from './session.ts';

type Candidate = Session['candidates'][number];

interface CandidatesProps {
  readonly session: Session;
  readonly canChange: boolean;
}

/** Who comes before the jury: learners of the cohorts, and those who sit a block again. */
export function CandidatesSection({ session, canChange }: CandidatesProps) {
  const isOver = session.state === 'closed';
  return (
    <div id="candidats" className={classes.target}>
      <SectionCard title="Candidats" hint="dans l’ordre du procès-verbal">
        <DataList
          label="Candidats"
          rows={session.candidates}
          rowKey={({ enrolmentId }) => enrolmentId}
          columns={columnsOf(session, canChange)}
          empty={
            <EmptyState title="Aucun candidat">
              Ajoutez une cohorte, ou inscrivez un candidat qui représente un bloc.
            </EmptyState>
          }
        />
        {canChange && !isOver && (
          <div className={classes.adders}>
            <CohortAdder session={session} />
            <ResitAdder session={session} />
          </div>
        )}
      </SectionCard>
    </div>
  );
}

function columnsOf(session: Session, canChange: boolean): readonly Column<Candidate>[] {
  const own: Column<Candidate>[] = [
    { key: 'nom', header: 'Candidat', value: ({ name }) => name },
    { key: 'cohorte', header: 'Cohorte', value: ({ cohort }) => cohort.name, isFilter: true },
    { key: 'voie', header: 'Voie', value: ({ kind }) => kindWords[kind], isFilter: true },
    {
      key: 'blocs',
      header: 'Blocs présentés',
      value: ({ presentedBlockCodes }) => presentedBlockCodes.join(', '),
    },
    {
      key: 'acquis',
      header: 'Déjà acquis',
      value: ({ heldBlockCodes }) => heldBlockCodes.join(', ') || null,
    },
    {
      key: 'resultat',
      header: 'Résultat',
      value: ({ result }) => (result ? resultWords[result].label : null),
      cell: (candidate) => <ResultCell candidate={candidate} />,
      isFilter: true,
    },
  ];
  if (!canChange) return own;
  return [
    ...own,
    {
      key: 'retirer',
      header: 'Retirer',
      value: () => null,
      cell: (candidate) => <RemoveCandidate juryId={session.id} candidate={candidate} />,
    },
  ];
}

function ResultCell({ candidate }: { readonly candidate: Candidate }) {
  const { result, decidedCount, presentedBlockCodes } = candidate;
  if (result)
    return <StateBadge tone={resultWords[result].tone}>{resultWords[result].label}</StateBadge>;
  if (decidedCount === 0) return 'à décider';
  return `${decidedCount} sur ${presentedBlockCodes.length}`;
}

function RemoveCandidate({
  juryId,
  candidate,
}: {
  readonly juryId: string;
  readonly candidate: Candidate;
}) {
  const remove = useWrite('DELETE /juries/:juryId/candidates/:enrolmentId');
  if (candidate.decidedCount > 0) return null;
  return (
    <ConfirmButton
      size="compact-sm"
      label="Retirer"
      title={`Retirer ${candidate.name} de cette session ?`}
      loss="Sa place dans cette session seulement. Un bloc à représenter retourne dans la liste."
      confirmLabel="Retirer le candidat"
      onConfirm={() =>
        remove.mutateAsync({ params: { juryId, enrolmentId: candidate.enrolmentId } })
      }
    />
  );
}

function CohortAdder({ session }: { readonly session: Session }) {
  const cohorts = useRead('GET /cohorts', { query: { perPage: 500 } });
  const add = useWrite('POST /juries/:juryId/candidates');
  const [cohortId, setCohortId] = useState('');
  const fitting = (cohorts.data?.rows ?? []).filter(
    ({ framework }) => framework.id === session.framework.id,
  );
  return (
    <div>
      <div className={classes.adder}>
        <NativeSelect
          label="Ajouter une cohorte"
          value={cohortId}
          data={[
            { value: '', label: 'À choisir' },
            ...fitting.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => setCohortId(currentTarget.value)}
        />
        <Button
          disabled={cohortId === ''}
          loading={add.isPending}
          onClick={() =>
            add.mutate({ params: { juryId: session.id }, body: { cohortIds: [cohortId] } })
          }
        >
          Ajouter
        </Button>
      </div>
      <ProblemAlert problem={add.error} />
    </div>
  );
}

function ResitAdder({ session }: { readonly session: Session }) {
  const resits = useRead('GET /resits', { query: {} });
  const register = useWrite('PUT /resits/:decisionId');
  const open = resits.data ?? [];
  if (open.length === 0) return null;
  const join = ({ decisionId }: Answer<'GET /resits'>[number]) =>
    register.mutate({
      params: { decisionId },
      body: { plannedOn: session.heldOn, juryId: session.id },
    });
  return (
    <div>
      <p className={classes.line}>
        Blocs à représenter, pas encore inscrits (
        <TextLink to="/jurys/representations">toute la liste</TextLink>)
      </p>
      <RowList>
        {open.map((resit) => (
          <li key={resit.decisionId}>
            <span>
              <strong>{resit.learnerName}</strong>, {resit.blockCode} {resit.blockName}
            </span>
            <Button size="compact-sm" loading={register.isPending} onClick={() => join(resit)}>
              Inscrire à ce jury
            </Button>
          </li>
        ))}
      </RowList>
      <ProblemAlert problem={register.error} />
    </div>
  );
}
