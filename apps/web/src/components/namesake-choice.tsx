import type { Namesake } from '@jalon/contract';
import { otherPerson } from '@jalon/domain';
import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';

interface NamesakeChoiceProps {
  readonly label: ReactNode;
  readonly namesakes: readonly Namesake[];
  /** A person's id, `other`, or empty while nobody has said. */
  readonly value: string;
  readonly onChange: (answer: string) => void;
  readonly error?: ReactNode;
}

/** Someone of the same name is known: it is them, or someone else. */
export const NamesakeChoice = ({
  label,
  namesakes,
  value,
  onChange,
  error,
}: NamesakeChoiceProps) => (
  <Radio.Group label={label} value={value} onChange={onChange} error={error}>
    <Stack gap="xs" mt="xs">
      {namesakes.map(({ personId, isProposed, facts, consequence }) => (
        <Radio
          key={personId}
          value={personId}
          label={isProposed ? 'C’est sans doute cette personne' : 'C’est cette personne'}
          description={keepFrenchSpaces(`${facts} ${consequence}`)}
        />
      ))}
      <Radio value={otherPerson} label="C’est quelqu’un d’autre du même nom" />
    </Stack>
  </Radio.Group>
);
