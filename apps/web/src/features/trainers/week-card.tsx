import type { TrainerFile, TrainerWeekForm } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';
import { Button, Group, Input, NumberInput, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { MinutesField } from '../../components/minutes-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import classes from './trainers.module.css';
import { WeekGrid } from './week-grid.tsx';
import { compareWeeks, sayWeek, toWeekBody, toWeekValues, type WeekValues } from './week-values.ts';
import { sayCost } from './words.ts';

/** When the trainer works, how much, and for how much: typed by the coordination, read by others. */
export function WeekCard({ file }: { readonly file: TrainerFile }) {
  const mayWrite = useIsAllowed('trainer:write');
  return mayWrite ? <WeekForm file={file} /> : <WeekShown week={file.week} />;
}

function WeekShown({ week }: { readonly week: TrainerWeekForm }) {
  return (
    <SectionCard title="Semaine de travail" hint={sayWeek(week)}>
      <WeekGrid week={week} />
      {week.revision > 0 && (
        <div className={classes.figures}>
          <KeyFigures
            figures={[
              { label: 'Minimum par semaine', value: formatMinutes(week.minMinutesPerWeek) },
              { label: 'Maximum par semaine', value: formatMinutes(week.maxMinutesPerWeek) },
              { label: 'Coût', value: sayCost(week.centsPerHour) },
            ]}
          />
        </div>
      )}
    </SectionCard>
  );
}

const wholeWeek = [1, 2, 3, 4, 5];

function WeekForm({ file }: { readonly file: TrainerFile }) {
  const form = useForm<WeekValues>({ initialValues: toWeekValues(file.week) });
  // The version that was read when the form opened: a refresh of the page must not hide a conflict.
  const [revision, setRevision] = useState(file.week.revision);
  const save = useWrite('PUT /trainers/:trainerId/profile', {
    invalidates: ['GET /trainers', 'GET /trainers/:trainerId'],
  });
  const { problem, conflict, attempt } = useConflictForm<TrainerWeekForm, WeekValues>(form);
  useUnsavedGuard(form.isDirty());
  const show = (week: TrainerWeekForm) => {
    form.setInitialValues(toWeekValues(week));
    form.setValues(toWeekValues(week));
    setRevision(week.revision);
    conflict.close();
  };
  const send = (values: WeekValues, known: number) =>
    attempt(async () => {
      show(
        await save.mutateAsync({
          params: { trainerId: file.personId },
          body: toWeekBody(values, known),
        }),
      );
      notifyDone('La semaine est enregistrée.');
    });
  const { mornings, afternoons, avoidedMornings, avoidedAfternoons } = form.errors;
  const theirs = conflict.theirs;
  return (
    <SectionCard title="Semaine de travail" hint={sayWeek(form.values)}>
      <form onSubmit={form.onSubmit((values) => send(values, revision))} noValidate>
        {theirs && (
          <ConflictPanel
            fields={compareWeeks(form.values, theirs)}
            onKeepMine={() => send(form.values, theirs.revision)}
            onTakeTheirs={() => show(theirs)}
            isPending={save.isPending}
          />
        )}
        <ProblemAlert problem={problem} />
        <p className={classes.lead}>
          Appuyez sur une demi-journée pour la cocher, une deuxième fois si elle est plutôt à
          éviter, une troisième pour l’enlever.
        </p>
        <WeekGrid week={form.values} onChange={(week) => form.setValues(week)} />
        <Input.Error>{mornings ?? afternoons ?? avoidedMornings ?? avoidedAfternoons}</Input.Error>
        <Group gap="xs" my="sm">
          <Button
            size="compact-sm"
            onClick={() => form.setValues({ mornings: wholeWeek, afternoons: wholeWeek })}
          >
            Du lundi au vendredi
          </Button>
          <Button
            size="compact-sm"
            onClick={() =>
              form.setValues({
                mornings: [],
                afternoons: [],
                avoidedMornings: [],
                avoidedAfternoons: [],
              })
            }
          >
            Tout enlever
          </Button>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <MinutesField
            label="Maximum par semaine"
            placeholder="21 h"
            {...form.getInputProps('maxMinutesPerWeek')}
          />
          <MinutesField
            label="Minimum par semaine"
            placeholder="0 h"
            {...form.getInputProps('minMinutesPerWeek')}
          />
          <NumberInput
            label="Coût de l’heure"
            placeholder="45,00 €"
            suffix=" €"
            decimalSeparator=","
            decimalScale={2}
            min={0}
            hideControls
            {...form.getInputProps('centsPerHour')}
          />
        </SimpleGrid>
        <p className={classes.after}>
          Le plan respecte le maximum, approche le minimum, et préfère à qualité égale ce qui coûte
          le moins. Le coût n’est lu que par la coordination, la direction et la personne elle-même.
        </p>
        <Group justify="flex-end">
          <Button type="submit" variant="filled" loading={save.isPending}>
            Enregistrer la semaine
          </Button>
        </Group>
      </form>
    </SectionCard>
  );
}
