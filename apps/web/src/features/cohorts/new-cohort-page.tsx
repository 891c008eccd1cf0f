import type { Answer } from '@jalon/contract';
import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { CohortFields } from './cohort-fields.tsx';
import { type CohortValues, emptyValues, toBody } from './cohort-form-values.ts';

export function Page() {
  const frameworks = useRead('GET /cohort-frameworks', {});
  const sites = useRead('GET /sites', {});
  return (
    <>
      <PageHeader
        title="Ouvrir une cohorte"
        overline={<TextLink to="/cohortes">Cohortes</TextLink>}
      />
      <WhenRead isPart read={frameworks}>
        {(choices) => (
          <WhenRead isPart read={sites}>
            {(places) => <NewCohortForm frameworks={choices} sites={places} />}
          </WhenRead>
        )}
      </WhenRead>
    </>
  );
}

function NewCohortForm({
  frameworks,
  sites,
}: {
  readonly frameworks: Answer<'GET /cohort-frameworks'>;
  readonly sites: Answer<'GET /sites'>;
}) {
  const [onlySite] = sites.length === 1 ? sites : [];
  const form = useForm<CohortValues>({
    initialValues: { ...emptyValues, siteId: onlySite?.id ?? null },
  });
  const create = useWrite('POST /cohorts');
  const { problem, land, clear } = useFormProblem(form);
  const navigate = useNavigate();
  useUnsavedGuard(form.isDirty() && !create.isSuccess);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      const { id } = await create.mutateAsync({ body: toBody(values) });
      notifyDone('La cohorte est ouverte. Proposez son calendrier.');
      // The form still looks unsaved until the next render.
      await navigate({
        to: '/cohortes/$cohortId/calendrier',
        params: { cohortId: id },
        ignoreBlocker: true,
      });
    } catch (error) {
      land(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert problem={problem} />
      <CohortFields form={form} frameworks={frameworks} sites={sites} isFrameworkFixed={false} />
      <Group justify="flex-end">
        <ButtonLink to="/cohortes">Annuler</ButtonLink>
        <Button type="submit" variant="filled" loading={create.isPending}>
          Ouvrir la cohorte
        </Button>
      </Group>
    </form>
  );
}
