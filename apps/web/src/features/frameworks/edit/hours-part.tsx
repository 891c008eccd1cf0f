import { formatMinutes, monthNames } from '@jalon/domain';
import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { CountField, DurationField } from './fields.tsx';
import { viewSums } from './sums-view.ts';

/** What the source states for the whole version, and the rhythm it describes. */
export function HoursPart() {
  const { field } = useEditor();
  return (
    <>
      <SectionCard title="Heures annoncées par la source">
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <DurationField path="hours.statedMinutes" label="Total annoncé" />
            <DurationField path="hours.trainingMinutes" label="dont formation" />
            <DurationField path="hours.evaluationMinutes" label="dont évaluation" />
          </SimpleGrid>
          <TakeSums />
          <NativeSelect
            label="Les heures d’évaluation sont"
            data={[
              { value: 'stated', label: 'imprimées dans la source' },
              { value: 'inferred', label: 'déduites, faute de source' },
            ]}
            {...field('hours.evaluationStatus')}
          />
        </Stack>
      </SectionCard>
      <SectionCard title="Durée et rythme habituels" hint="chaque cohorte choisit les siens">
        <Stack>
          <SimpleGrid cols={{ base: 2, xs: 4 }}>
            <CountField path="durationMonths.min" label="Mois, au moins" />
            <CountField path="durationMonths.max" label="Mois, au plus" />
            <CountField
              path="rhythm.daysPerWeek"
              label="Jours par semaine"
              allowDecimal
              decimalSeparator=","
              max={7}
            />
            <DurationField path="rhythm.minutesPerDay" label="Heures par jour" />
          </SimpleGrid>
          <Checkbox.Group
            label="Mois sans séance"
            {...field('rhythm.closedMonths')}
            value={(field('rhythm.closedMonths').value as number[]).map(String)}
            onChange={(months) =>
              field('rhythm.closedMonths').onChange(months.map(Number).sort((a, b) => a - b))
            }
          >
            <div className={classes.months}>
              {monthNames.map((name, index) => (
                <Checkbox key={name} value={String(index + 1)} label={name} />
              ))}
            </div>
          </Checkbox.Group>
        </Stack>
      </SectionCard>
    </>
  );
}

/** Sums are never copied in silence: a click takes them over. */
function TakeSums() {
  const { draft, change } = useEditor();
  const sums = viewSums(draft);
  const take = () =>
    change((whole) => ({
      ...whole,
      hours: {
        ...whole.hours,
        statedMinutes: sums.totalMinutes,
        trainingMinutes: sums.modulesMinutes,
        evaluationMinutes: sums.evaluationMinutes,
      },
    }));
  return (
    <Group gap="sm">
      <span className={classes.lead}>
        Vos blocs font {formatMinutes(sums.modulesMinutes)} de formation et{' '}
        {formatMinutes(sums.evaluationMinutes)} d’évaluation.
      </span>
      <Button onClick={take}>Reprendre ces sommes</Button>
    </Group>
  );
}
