import type { Answer, CohortView } from '@jalon/contract';
import { checkPlannedJury, formatMinutes, monthNames } from '@jalon/domain';
import { Checkbox, Group, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DayField } from '../../components/day-field.tsx';
import { MinutesField } from '../../components/minutes-field.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { SourceNote } from '../../components/source-note.tsx';
import { isDay } from '../../lib/is-day.ts';
import {
  type CohortValues,
  credentialForms,
  rhythmOf,
  weekdayNames,
} from './cohort-form-values.ts';

interface CohortFieldsProps {
  readonly form: UseFormReturnType<CohortValues>;
  readonly frameworks: Answer<'GET /cohort-frameworks'>;
  readonly sites: Answer<'GET /sites'>;
  /** A cohort with a calendar or learners keeps its framework. */
  readonly isFrameworkFixed: boolean;
  /** What the calendar and the sessions say of the jury day; none before the cohort is opened. */
  readonly planned?: Pick<CohortView, 'lastDay' | 'jurySessions'>;
}

/** What a cohort is made of: framework and site, dates and rhythm. */
export function CohortFields({
  form,
  frameworks,
  sites,
  isFrameworkFixed,
  planned = { lastDay: null, jurySessions: [] },
}: CohortFieldsProps) {
  const { juryOn } = form.values;
  const juryRemarks = checkPlannedJury({
    juryOn: juryOn && isDay(juryOn) ? juryOn : null,
    lastDay: planned.lastDay,
    sessions: planned.jurySessions,
  });
  const chosen = frameworks.find(({ id }) => id === form.values.frameworkVersionId);
  const chooseFramework = (id: string | null) => {
    const framework = frameworks.find((candidate) => candidate.id === id);
    form.setValues({ frameworkVersionId: id, ...(framework ? rhythmOf(framework) : {}) });
  };
  return (
    <>
      <SectionCard title="Qui et où">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Nom de la cohorte" required {...form.getInputProps('name')} />
          <NumberInput
            label="Places"
            required
            min={1}
            allowDecimal={false}
            {...form.getInputProps('capacity')}
          />
          <Select
            label="Référentiel"
            required
            readOnly={isFrameworkFixed}
            description={
              isFrameworkFixed ? 'Fixé : la cohorte a déjà un calendrier ou des inscrits.' : null
            }
            data={frameworks.map(({ id, title }) => ({ value: id, label: title }))}
            {...form.getInputProps('frameworkVersionId')}
            onChange={chooseFramework}
          />
          <Select
            label="Site"
            required
            description="Ses jours fériés et ses fermetures s’appliquent."
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('siteId')}
          />
        </SimpleGrid>
      </SectionCard>
      <SectionCard title="Dates et rythme" hint={chosen && sayUsualRhythm(chosen)}>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} mb="md">
          <DayField label="Premier jour" required {...form.getInputProps('startsOn')} />
          <DayField
            label="Dernier jour possible"
            description="Vide : la cohorte finit quand ses heures sont faites."
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('endsOn')}
          />
          <DayField
            label="Positionnement le"
            description="Les cours commencent le lendemain."
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('positioningOn')}
          />
          <DayField
            label="Jury prévu"
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('juryOn')}
          />
        </SimpleGrid>
        {juryRemarks.map(({ rule, message, source }) => (
          <Text key={rule} role="status" c="var(--warn)" size="sm" mb="md">
            {message} (<SourceNote source={source} />)
          </Text>
        ))}
        <Checkbox.Group label="Jours de formation" mb="md" {...form.getInputProps('weekdays')}>
          <Group mt={4} gap="md">
            {weekdayNames.map((name, index) => (
              <Checkbox key={name} value={String(index + 1)} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }} mb="md">
          <NumberInput
            label="Rythme moyen, en jours par semaine"
            placeholder={String(form.values.weekdays.length)}
            description="Vide : tous les jours cochés. Moins : une semaine peut avoir un jour de plus, pas la moyenne."
            min={1}
            max={6}
            allowDecimal={false}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('daysPerWeek')}
          />
          <MinutesField
            label="Heures par jour"
            description="7 h au plus, en deux demi-journées ; jusqu’à 3 h 30, le matin seulement."
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('minutesPerDay')}
          />
          <Select
            label="AFGSU"
            description="Forme des modules de l’AFGSU : deux demi-journées d’un même jour, ou séparées."
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            allowDeselect={false}
            data={credentialForms}
            {...form.getInputProps('credentialInFullDays')}
          />
        </SimpleGrid>
        <Checkbox.Group label="Mois sans formation" {...form.getInputProps('closedMonths')}>
          <SimpleGrid cols={{ base: 2, xs: 3, sm: 6 }} mt={4} spacing="xs">
            {monthNames.map((name, index) => (
              <Checkbox key={name} value={String(index + 1)} label={name} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        {form.values.closedMonths.length === 0 && (
          <Text c="dimmed" size="xs" mt={4}>
            Tous les mois sont ouverts.
          </Text>
        )}
      </SectionCard>
    </>
  );
}

const sayUsualRhythm = ({
  rhythm,
  totalMinutes,
  months,
}: Answer<'GET /cohort-frameworks'>[number]): string => {
  const duration = months.min === months.max ? `${months.max}` : `${months.min} à ${months.max}`;
  return `Le référentiel : ${formatMinutes(totalMinutes)} en ${duration} mois, ${sayDays(rhythm.daysPerWeek)} par semaine`;
};

/** « 1,5 jour »: below two, French has no plural. */
const sayDays = (days: number): string =>
  `${String(days).replace('.', ',')} ${days < 2 ? 'jour' : 'jours'}`;
