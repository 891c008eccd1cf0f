import type { CohortView } from '@jalon/contract';
import { type CohortState, countNoun, formatDay, formatMinutes } from '@jalon/domain';
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { CohortStateBadge } from '../../components/cohort-state-badge.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { PathLink } from '../../components/path-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { SourceNote } from '../../components/source-note.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { paths } from '../../lib/paths.ts';

const acts: Readonly<Record<CohortState, string>> = {
  draft: 'Revenir au brouillon',
  planned: 'Marquer planifiée',
  running: 'Démarrer la cohorte',
  postponed: 'Reporter',
  completed: 'Terminer la cohorte',
};

/** Where the cohort stands, why, and where it may go. */
export function CohortStateCard({ cohort }: { readonly cohort: CohortView }) {
  const change = useWrite('POST /cohorts/:cohortId/state');
  const [problem, setProblem] = useState<unknown>(null);
  const move = (state: CohortState) =>
    change.mutateAsync({
      params: { cohortId: cohort.id },
      body: { state, revision: cohort.revision },
    });
  const moveAtOnce = async (state: CohortState) => {
    setProblem(null);
    try {
      await move(state);
      notifyDone('L’état de la cohorte est enregistré.');
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <SectionCard title="État">
      <ProblemAlert problem={problem} />
      <Group justify="space-between" align="flex-start">
        <div>
          <CohortStateBadge state={cohort.state} />
          <Text mt="xs">{sayFacts(cohort)}</Text>
          {cohort.unsignedCount > 0 && (
            <PathLink path={paths.cohortSheets(cohort.id)}>
              {countNoun(cohort.unsignedCount, 'feuille')} d’émargement à signer
            </PathLink>
          )}
          {cohort.nextStates.map(
            ({ state, refusal }) =>
              refusal && (
                <Text key={state} c="dimmed" size="xs">
                  « {acts[state]} » n’est pas encore possible. {refusal}
                </Text>
              ),
          )}
          {cohort.warnings.map(({ rule, message, source }) => (
            <Text key={rule} c="var(--warn)" size="xs">
              {message} (<SourceNote source={source} />)
            </Text>
          ))}
        </div>
        <Group gap="xs">
          {cohort.nextStates
            .filter(({ refusal }) => refusal === null)
            .map(({ state, warnings }) =>
              state === 'postponed' || warnings.length > 0 ? (
                <ConfirmButton
                  key={state}
                  label={acts[state]}
                  title={`${acts[state]} « ${cohort.name} » ?`}
                  loss={warnings.join(' ') || sayWhatStays(cohort)}
                  confirmLabel={acts[state]}
                  onConfirm={() => move(state)}
                />
              ) : (
                <Button key={state} onClick={() => moveAtOnce(state)} loading={change.isPending}>
                  {acts[state]}
                </Button>
              ),
            )}
        </Group>
      </Group>
    </SectionCard>
  );
}

function sayWhatStays({ learnerCount }: CohortView): string {
  const enrolled =
    learnerCount === 0
      ? 'Le calendrier reste'
      : learnerCount === 1
        ? 'Le calendrier et l’inscription restent'
        : `Le calendrier et les ${learnerCount} inscriptions restent`;
  return `${enrolled}. La cohorte sort des cohortes en cours.`;
}

function sayFacts(cohort: CohortView): string {
  const { slotCount, plannedMinutes, dueMinutes, firstDay, lastDay } = cohort;
  if (slotCount === 0 || !firstDay || !lastDay) return 'Aucun créneau n’est encore placé.';
  const dates = `du ${formatDay(firstDay)} au ${formatDay(lastDay)}`;
  return `${formatMinutes(plannedMinutes)} placées sur ${formatMinutes(dueMinutes)}, ${dates}.`;
}
