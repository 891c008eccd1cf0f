import type { Answer } from '@jalon/contract';
import { Button, Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { StateBadge } from '../../components/state-badge.tsx';

type Learner = Answer<'GET /appraisals/request-options'>[number]['learners'][number];

interface LearnerChoiceProps {
  readonly learners: readonly Learner[];
  readonly chosen: readonly string[];
  readonly error: ReactNode;
  readonly onChange: (enrolmentIds: string[]) => void;
}

/** The learners of a cohort, all chosen at first, with who will be asked. */
export function LearnerChoice({ learners, chosen, error, onChange }: LearnerChoiceProps) {
  const all = learners.map(({ enrolmentId }) => enrolmentId);
  const areAllChosen = chosen.length === all.length;
  return (
    <>
      <Button size="xs" mb="sm" onClick={() => onChange(areAllChosen ? [] : all)}>
        {areAllChosen ? 'Tout décocher' : 'Tout cocher'}
      </Button>
      <Checkbox.Group
        aria-label="Apprenants à apprécier"
        error={error}
        value={[...chosen]}
        onChange={onChange}
      >
        <Stack gap="xs">
          {learners.map((learner) => (
            <Checkbox
              key={learner.enrolmentId}
              value={learner.enrolmentId}
              label={
                <>
                  {learner.name} · {learner.tutorName ?? 'sans tuteur'} <Hint learner={learner} />
                </>
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </>
  );
}

function Hint({ learner }: { readonly learner: Learner }) {
  if (learner.tutorName === null) return <StateBadge tone="bad">tuteur à renseigner</StateBadge>;
  if (!learner.isTutorReached) return <StateBadge tone="warn">sur papier</StateBadge>;
  return null;
}
