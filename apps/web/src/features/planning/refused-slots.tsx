import { countNoun } from '@jalon/domain';
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import type { ProblemError } from '../../lib/problem-error.ts';

interface RefusedSlotsProps {
  readonly problem: ProblemError;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** How many are told before somebody asks for the rest: they mostly say the same. */
const shown = 4;

/** Half-days that cannot be assigned as they are, or not without consent, and why. */
export function RefusedSlots({ problem, children }: RefusedSlotsProps) {
  const { detail, errors } = problem;
  const sentences = [...new Set(errors.map(({ message }) => message))];
  const rest = sentences.slice(shown);
  return (
    <div role="alert">
      <Text fw={600} c="var(--warn)">
        {detail}
      </Text>
      <Sentences said={sentences.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>et {countNoun(rest.length, 'autre')}</summary>
          <Sentences said={rest} />
        </details>
      )}
      <Group mt="sm">{children}</Group>
    </div>
  );
}

const Sentences = ({ said }: { readonly said: readonly string[] }) =>
  said.map((sentence) => (
    <Text key={sentence} size="xs" mt={4}>
      {keepFrenchSpaces(sentence)}
    </Text>
  ));
