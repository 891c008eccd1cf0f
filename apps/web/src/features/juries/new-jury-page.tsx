import type { Answer } from '@jalon/contract';
import { Button, Checkbox, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { flushSync } from 'react-dom';
import { TextLink } from '../../components/app-link.tsx';
import { DayField } from '../../components/day-field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';

type Cohort = Answer<'GET /cohorts'>['rows'][number];

/**
 * A new session: when, where, and for which cohorts. Members and re-sitters come on its page.
 * `?cohorte=` chooses a cohort, and its planned day.
 */
export function Page() {
  const [cohortId] = useSearchParam('cohorte');
  const read = useRead('GET /cohorts', { query: { perPage: 500 } });
  return (
    <WhenRead read={read}>
      {({ rows }) => (
        <NewJury
          key={cohortId ?? ''}
          cohorts={rows}
          cohort={rows.find(({ id }) => id === cohortId)}
        />
      )}
    </WhenRead>
  );
}

function NewJury({
  cohorts,
  cohort,
}: {
  readonly cohorts: readonly Cohort[];
  readonly cohort: Cohort | undefined;
}) {
  const form = useForm({
    initialValues: {
      heldOn: cohort?.juryOn ?? '',
      place: '',
      remote: false,
      cohortIds: cohort ? [cohort.id] : [],
    },
  });
  const save = useWrite('POST /juries', { invalidates: ['GET /juries'] });
  const { problem, land, clear } = useFormProblem(form);
  const navigate = useNavigate();
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      const { id } = await save.mutateAsync({ body: values });
      notifyDone('Le jury est en préparation.');
      // The guard must see it before the page is left.
      flushSync(() => form.resetDirty());
      navigate({ to: '/jurys/$juryId', params: { juryId: id } });
    } catch (error) {
      land(error);
    }
  });
  return (
    <>
      <PageHeader
        overline={<TextLink to="/jurys">Jurys</TextLink>}
        title={cohort ? `Préparer le jury de ${cohort.name}` : 'Préparer un jury'}
      />
      <SectionCard>
        <form onSubmit={submit} noValidate>
          <Stack maw={560}>
            <ProblemAlert problem={problem} />
            <DayField
              label="Date de la séance"
              {...(form.values.heldOn !== '' && form.values.heldOn === cohort?.juryOn
                ? { description: 'La date prévue dans les réglages de la cohorte' }
                : {})}
              {...form.getInputProps('heldOn')}
            />
            <TextInput
              label="Lieu"
              description="Ville et salle, ou l’adresse de la visioconférence"
              {...form.getInputProps('place')}
            />
            <Checkbox
              label="La séance se tient à distance"
              {...form.getInputProps('remote', { type: 'checkbox' })}
            />
            <MultiSelect
              label="Cohortes"
              description="Leurs apprenants qui ont encore un bloc à acquérir deviennent candidats. Toutes suivent le même référentiel."
              searchable
              nothingFoundMessage="Aucune cohorte de ce nom"
              data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('cohortIds')}
            />
            <Button type="submit" variant="filled" loading={save.isPending}>
              Préparer ce jury
            </Button>
          </Stack>
        </form>
      </SectionCard>
    </>
  );
}
