import type { AssessmentEventView } from '@jalon/contract';
import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { MinutesField } from '../../components/minutes-field.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './assessment-events.module.css';
import { errorsUnder } from './errors-under.ts';
import { type Choices, type EventValues, type KnownPerson, listPeople } from './form-values.ts';

interface CandidateLinesProps {
  readonly form: UseFormReturnType<EventValues>;
  readonly choices: Choices;
  readonly event: AssessmentEventView | null;
}

/** Everybody on the block's path or presenting it again, each with why; a tick makes a candidate. */
export function CandidateLines({ form, choices, event }: CandidateLinesProps) {
  const people = listPeople(choices, event);
  const { candidates } = form.values;
  const toggle = (person: KnownPerson, isChosen: boolean) =>
    form.setFieldValue(
      'candidates',
      isChosen
        ? [
            ...candidates,
            {
              enrolmentId: person.enrolmentId,
              assessmentCodes: [...person.assessmentCodes],
              extraTime: { kind: 'none', minutes: null },
              extraTimeEvidence: '',
            },
          ]
        : candidates.filter(({ enrolmentId }) => enrolmentId !== person.enrolmentId),
    );
  if (people.length === 0)
    return (
      <p className={classes.text}>
        Personne : aucun apprenant n’a cette évaluation sur son parcours, ni à la repasser.
      </p>
    );
  return (
    <ul className={classes.lines}>
      {people.map((person) => {
        const index = candidates.findIndex((one) => one.enrolmentId === person.enrolmentId);
        return (
          <li key={person.enrolmentId}>
            <div className={classes.head}>
              <Checkbox
                label={person.name}
                description={keepFrenchSpaces(
                  [person.cohortName, person.reasons.join(' ')].filter(Boolean).join(' · '),
                )}
                checked={index >= 0}
                onChange={({ currentTarget }) => toggle(person, currentTarget.checked)}
              />
              <Outcome person={person} />
            </div>
            {index >= 0 && (
              <CandidateFields form={form} index={index} name={person.name} choices={choices} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Outcome({ person: { outcome } }: { readonly person: KnownPerson }) {
  if (outcome === 'due') return <StateBadge tone="ready">à évaluer</StateBadge>;
  if (outcome === 'optional') return <StateBadge tone="mute">pas nécessaire</StateBadge>;
  return <StateBadge tone="mute">rien à passer</StateBadge>;
}

interface CandidateFieldsProps {
  readonly form: UseFormReturnType<EventValues>;
  readonly index: number;
  readonly name: string;
  readonly choices: Choices;
}

const extraTimes = [
  { value: 'none', label: 'Aucun' },
  { value: 'third', label: 'Tiers temps' },
  { value: 'half', label: 'Moitié de temps en plus' },
  { value: 'minutes', label: 'Un nombre de minutes' },
];

/** What one candidate sits, and the time they have. */
function CandidateFields({ form, index, name, choices }: CandidateFieldsProps) {
  const path = `candidates.${index}`;
  const kind = form.values.candidates[index]?.extraTime.kind ?? 'none';
  return (
    <div className={classes.chosen}>
      <Checkbox.Group
        label="Épreuves"
        aria-label={`Épreuves de ${name}`}
        {...form.getInputProps(`${path}.assessmentCodes`)}
        error={errorsUnder(form.errors, `${path}.assessmentCodes`)}
      >
        <Group gap="md" mt={4}>
          {choices.assessments.map(({ code, title }) => (
            <Checkbox key={code} value={code} label={title} />
          ))}
        </Group>
      </Checkbox.Group>
      <div className={classes.pair}>
        <Select
          label="Temps supplémentaire"
          allowDeselect={false}
          data={extraTimes}
          {...form.getInputProps(`${path}.extraTime.kind`)}
          error={errorsUnder(form.errors, `${path}.extraTime`)}
        />
        {kind === 'minutes' && (
          <MinutesField
            label="Temps en plus"
            {...form.getInputProps(`${path}.extraTime.minutes`)}
          />
        )}
        {kind !== 'none' && (
          <TextInput
            label="Justificatif"
            description="Le papier qui l’accorde, jamais la raison médicale. Le bureau seul le lit."
            {...form.getInputProps(`${path}.extraTimeEvidence`)}
          />
        )}
      </div>
    </div>
  );
}
