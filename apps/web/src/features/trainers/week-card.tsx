import type { TrainerFile, TrainerWeekForm } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';
import { Button, Group, Input, NumberInput, SimpleGrid } from '@mantine/core';
import { KeyFigures } from '../../components/key-figures.tsx';
import { MinutesField } from '../../components/minutes-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { VersionConflict } from '../../components/version-conflict.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import classes from './trainers.module.css';
import { WeekGrid } from './week-grid.tsx';
import { compareWeeks, sayWeek, toWeekBody, toWeekValues } from './week-values.ts';
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
  const edit = useVersionedForm(file.week, toWeekValues);
  const { form, version, problem, attempt } = edit;
  const save = useWrite('PUT /trainers/:trainerId/profile', {
    invalidates: ['GET /trainers', 'GET /trainers/:trainerId'],
  });
  useUnsavedGuard(form.isDirty());
  const send = (revision: number) =>
    attempt(async () => {
      const body = toWeekBody(form.getValues(), revision);
      edit.show(await save.mutateAsync({ params: { trainerId: file.personId }, body }));
      notifyDone('La semaine est enregistrée.');
    });
  const { mornings, afternoons, avoidedMornings, avoidedAfternoons } = form.errors;
  return (
    <SectionCard title="Semaine de travail" hint={sayWeek(form.values)}>
      <form onSubmit={form.onSubmit(() => send(version.revision))} noValidate>
        <VersionConflict
          edit={edit}
          compare={compareWeeks}
          onKeepMine={send}
          isPending={save.isPending}
        />
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
