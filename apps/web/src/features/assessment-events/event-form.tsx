import type { AssessmentEventView } from '@jalon/contract';
import type { Finding } from '@jalon/domain';
import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  SegmentedControl,
  Select,
  Stack,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useId, useState } from 'react';
import { DayField } from '../../components/day-field.tsx';
import { MinutesField } from '../../components/minutes-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import classes from './assessment-events.module.css';
import { CandidateLines } from './candidate-lines.tsx';
import { errorsUnder } from './errors-under.ts';
import { type Choices, type EventValues, listPeople } from './form-values.ts';

interface EventFormProps {
  readonly form: UseFormReturnType<EventValues>;
  readonly choices: Choices;
  /** The one that is changed; `null` prepares a new one. */
  readonly event: AssessmentEventView | null;
  /** What speaks against what stands in the form. */
  readonly findings: readonly Finding[];
  readonly problem: unknown;
  readonly conflict?: ReactNode;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly onSubmit: (acceptedWarnings: string[]) => void;
  readonly onClose: () => void;
}

/** When, where, before whom, and who sits what: nothing is kept until a person confirms it. */
export function EventForm({
  form,
  choices,
  event,
  findings,
  problem,
  conflict,
  submitLabel,
  isPending,
  onSubmit,
  onClose,
}: EventFormProps) {
  useUnsavedGuard(form.isDirty());
  const modeId = useId();
  const isRemote = form.values.mode === 'remote';
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const errors = findings.filter(({ severity }) => severity === 'error');
  // By their sentence: what was said of one assessor is not accepted for the next.
  const isAccepted = warnings.every(({ message }) => accepted.includes(message));
  const submit = form.onSubmit(() => onSubmit([...new Set(warnings.map(({ rule }) => rule))]));
  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert problem={problem} />
      {conflict}
      <SectionCard title="Quand, où et devant qui">
        <Stack>
          <div className={classes.moment}>
            <DayField label="Jour" {...form.getInputProps('heldOn')} />
            <MinutesField label="Début" kind="time" {...form.getInputProps('startsAt')} />
            <MinutesField label="Durée" {...form.getInputProps('minutes')} />
          </div>
          <SegmentedControl
            id={modeId}
            aria-label="Où"
            data={[
              { value: 'on_site', label: 'Sur place' },
              { value: 'remote', label: 'À distance' },
            ]}
            {...form.getInputProps('mode')}
          />
          <Select
            label="Salle"
            placeholder={isRemote ? 'Aucune, à distance' : 'Aucune'}
            disabled={isRemote}
            clearable
            searchable
            nothingFoundMessage="Aucune salle de ce nom"
            data={choices.rooms.map(({ id, name, seats }) => ({
              value: id,
              label: `${name} (${seats} places)`,
            }))}
            {...form.getInputProps('roomId')}
            {...(isRemote ? { value: null } : {})}
          />
          <MultiSelect
            label="Évaluateurs"
            description="Un ou deux."
            searchable
            maxValues={2}
            hidePickedOptions
            nothingFoundMessage="Personne de ce nom"
            data={choices.assessors.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('assessorIds')}
            error={errorsUnder(form.errors, 'assessorIds')}
          />
        </Stack>
      </SectionCard>
      <SectionCard
        title="Qui passe quoi"
        hint={`${form.values.candidates.length} sur ${listPeople(choices, event).length}`}
      >
        <CandidateLines form={form} choices={choices} event={event} />
      </SectionCard>
      <SectionCard title="Avant d’enregistrer">
        <div role="status">
          {findings.length === 0 ? (
            <p className={classes.text}>Rien ne s’oppose à cette séance.</p>
          ) : (
            <ul className={classes.remarks}>
              {[...errors, ...warnings].map(({ rule, path, message, severity }) => (
                <li key={`${rule} ${path} ${message}`} data-severity={severity}>
                  {keepFrenchSpaces(message)}
                </li>
              ))}
            </ul>
          )}
        </div>
        {warnings.length > 0 && errors.length === 0 && (
          <Checkbox
            mt="md"
            label="J’ai lu ces remarques, enregistrer quand même"
            checked={isAccepted}
            onChange={({ currentTarget }) =>
              setAccepted(currentTarget.checked ? warnings.map(({ message }) => message) : [])
            }
          />
        )}
        <Group mt="md">
          <Button
            type="submit"
            variant="filled"
            loading={isPending}
            disabled={!isAccepted || (event !== null && !form.isDirty())}
          >
            {submitLabel}
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </Group>
      </SectionCard>
    </form>
  );
}
