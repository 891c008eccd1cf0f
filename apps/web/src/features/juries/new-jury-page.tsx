import type { Answer } from '@jalon/contract';
import { Button, Checkbox, MultiSelect, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
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

type NewJuryValues = {
  readonly heldOn: string;
  readonly place: string;
  readonly remote: boolean;
  readonly cohortIds: string[];
  readonly frameworkId: string;
};

function NewJury({
  cohorts,
  cohort,
}: {
  readonly cohorts: readonly Cohort[];
  readonly cohort: Cohort | undefined;
}) {
  const form = useForm<NewJuryValues>({
    initialValues: {
      heldOn: cohort?.juryOn ?? '',
      place: '',
      remote: false,
      cohortIds: cohort ? [cohort.id] : [],
      frameworkId: '',
    },
  });
  const save = useWrite('POST /juries', { invalidates: ['GET /juries'] });
  const { problem, land, clear } = useFormProblem(form);
  const navigate = useNavigate();
  useUnsavedGuard(form.isDirty() && !save.isSuccess);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      // The cohorts say the framework; a session of re-sitters alone names it.
      const frameworkId = values.cohortIds.length === 0 ? values.frameworkId || null : null;
      const { id } = await save.mutateAsync({ body: { ...values, frameworkId } });
      notifyDone('Le jury est en préparation.');
      // The form still looks unsaved until the next render.
      await navigate({ to: '/jurys/$juryId', params: { juryId: id }, ignoreBlocker: true });
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
            {form.values.cohortIds.length === 0 && <FrameworkField form={form} />}
            <Button type="submit" variant="filled" loading={save.isPending}>
              Préparer ce jury
            </Button>
          </Stack>
        </form>
      </SectionCard>
    </>
  );
}

/** A session of re-sitters alone has no cohort to say its framework. */
function FrameworkField({ form }: { readonly form: UseFormReturnType<NewJuryValues> }) {
  const { data = [] } = useRead('GET /frameworks', {});
  const judged = data.filter(
    ({ state, outcome }) => state === 'published' && outcome === 'certificate',
  );
  return (
    <NativeSelect
      label="Référentiel"
      description="Seulement pour une session sans cohorte, qui juge des blocs à représenter : vous y inscrirez les candidats ensuite."
      data={[
        { value: '', label: 'À choisir si aucune cohorte n’est présentée' },
        ...judged.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      {...form.getInputProps('frameworkId')}
    />
  );
}
