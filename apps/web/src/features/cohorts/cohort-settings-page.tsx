import type { Answer, CohortView } from '@jalon/contract';
import type { CohortState } from '@jalon/domain';
import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { CohortTabs } from '../../components/cohort-tabs.tsx';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useParam } from '../../lib/use-param.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { CohortFields } from './cohort-fields.tsx';
import { type CohortValues, compareCohorts, toBody, toValues } from './cohort-form-values.ts';
import { CohortStateCard } from './cohort-state-card.tsx';

const stateSentence: Readonly<Record<CohortState, string>> = {
  draft: 'est en préparation',
  planned: 'est planifiée',
  running: 'est en cours',
  postponed: 'est reportée',
  completed: 'est terminée',
};

export function Page() {
  const cohortId = useParam('cohortId');
  const cohort = useRead('GET /cohorts/:cohortId', { params: { cohortId } });
  const frameworks = useRead('GET /cohort-frameworks', {});
  const sites = useRead('GET /sites', {});
  return (
    <WhenRead read={cohort}>
      {(current) => (
        <>
          <PageHeader
            title={`${current.name} ${stateSentence[current.state]}`}
            overline={<TextLink to="/cohortes">Cohortes</TextLink>}
          />
          <CohortTabs cohortId={cohortId} />
          <CohortStateCard cohort={current} />
          <WhenRead isPart read={frameworks}>
            {(choices) => (
              <WhenRead isPart read={sites}>
                {(places) => <SettingsForm cohort={current} frameworks={choices} sites={places} />}
              </WhenRead>
            )}
          </WhenRead>
        </>
      )}
    </WhenRead>
  );
}

interface SettingsFormProps {
  readonly cohort: CohortView;
  readonly frameworks: Answer<'GET /cohort-frameworks'>;
  readonly sites: Answer<'GET /sites'>;
}

function SettingsForm({ cohort, frameworks, sites }: SettingsFormProps) {
  const form = useForm<CohortValues>({ initialValues: toValues(cohort) });
  // The version that was read when the form opened: a refresh of the page must not hide a conflict.
  const [revision, setRevision] = useState(cohort.revision);
  const [theirs, setTheirs] = useState<CohortView | null>(null);
  const save = useWrite('PUT /cohorts/:cohortId');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty());
  const show = (current: CohortView) => {
    form.setInitialValues(toValues(current));
    form.setValues(toValues(current));
    setRevision(current.revision);
    setTheirs(null);
  };
  const send = async (values: CohortValues, knownRevision: number) => {
    clear();
    try {
      const saved = await save.mutateAsync({
        params: { cohortId: cohort.id },
        body: { ...toBody(values), revision: knownRevision },
      });
      show(saved);
      notifyDone('La cohorte est enregistrée.');
    } catch (error) {
      const { code, current } = toProblem(error);
      if (code === 'edited_meanwhile') setTheirs(current as CohortView);
      else land(error);
    }
  };
  const nameOf = (list: readonly { id: string; title?: string; name?: string }[]) => {
    return (id: string | null) => {
      const one = list.find((candidate) => candidate.id === id);
      return one?.title ?? one?.name ?? '';
    };
  };
  const isPlanned = cohort.slotCount > 0;
  return (
    <form onSubmit={form.onSubmit((values) => send(values, revision))} noValidate>
      {theirs && (
        <ConflictPanel
          fields={compareCohorts(form.values, theirs, nameOf(frameworks), nameOf(sites))}
          onKeepMine={() => send(form.values, theirs.revision)}
          onTakeTheirs={() => show(theirs)}
          isPending={save.isPending}
        />
      )}
      <ProblemAlert problem={problem} />
      <CohortFields
        form={form}
        frameworks={frameworks}
        sites={sites}
        isFrameworkFixed={cohort.isFrameworkFixed}
        planned={cohort}
      />
      <Group justify="flex-end">
        {isPlanned && (
          <span>
            Un nouveau rythme ne change pas le calendrier :{' '}
            <TextLink
              to="/cohortes/$cohortId/calendrier"
              params={{ cohortId: cohort.id }}
              underline="always"
            >
              proposez-le à nouveau
            </TextLink>
            .
          </span>
        )}
        <ButtonLink to="/cohortes/$cohortId/calendrier" params={{ cohortId: cohort.id }}>
          Voir le calendrier
        </ButtonLink>
        <Button type="submit" variant="filled" loading={save.isPending} disabled={!form.isDirty()}>
          Enregistrer
        </Button>
      </Group>
    </form>
  );
}
