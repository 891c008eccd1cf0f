import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import classes from './joint-reviews.module.css';

type Options = Answer<'GET /joint-reviews/options'>;
type Opened = Answer<'POST /joint-reviews'>;

/** Opens a joint review: for whom, on which day, with which trainer of the centre. */
export function Page() {
  const read = useRead('GET /joint-reviews/options', {});
  const [opened, setOpened] = useState<Opened | null>(null);
  if (opened) return <OpenedReview opened={opened} onAgain={() => setOpened(null)} />;
  return (
    <WhenRead read={read}>
      {(options) => (
        <>
          <PageHeader title="Ouvrez un point de parcours" overline="Appréciations" />
          {options.learners.length === 0 ? (
            <EmptyState title="Aucun apprenant en formation">
              Un point de parcours s’ouvre pour un apprenant en formation, avec son tuteur.
            </EmptyState>
          ) : (
            <OpenForm options={options} onOpened={setOpened} />
          )}
        </>
      )}
    </WhenRead>
  );
}

interface OpenFormProps {
  readonly options: Options;
  readonly onOpened: (opened: Opened) => void;
}

function OpenForm({ options: { learners, trainers }, onOpened }: OpenFormProps) {
  const { apprenant }: { apprenant?: unknown } = useSearch({ strict: false });
  const [only, ...others] = trainers;
  const form = useForm({
    initialValues: {
      enrolmentId: learners.find(({ enrolmentId }) => enrolmentId === apprenant)?.enrolmentId ?? '',
      heldOn: '',
      trainerId: others.length === 0 ? (only?.id ?? '') : '',
    },
  });
  const open = useWrite('POST /joint-reviews');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty() && !open.isSuccess);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      onOpened(await open.mutateAsync({ body }));
    } catch (error) {
      land(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <SectionCard title="Qui fait le point, et quand">
        <ProblemAlert problem={problem} />
        <Stack>
          <Select
            label="Apprenant"
            searchable
            data={learners.map(({ enrolmentId, name, cohortName, tutorName }) => ({
              value: enrolmentId,
              label: `${name}, ${cohortName} · tuteur : ${tutorName ?? 'aucun'}`,
            }))}
            {...form.getInputProps('enrolmentId')}
          />
          <Select
            label="Formateur du centre"
            description="Il écrit et signe pour le centre."
            searchable
            data={trainers.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('trainerId')}
          />
          <DayField
            label="Le point a lieu le"
            description="Chacun peut écrire dès aujourd’hui, et signer à partir de ce jour."
            {...form.getInputProps('heldOn')}
          />
          <p className={classes.words}>
            Le tuteur, le formateur et l’apprenant reçoivent chacun un mail. Qui n’a pas signé trois
            jours après le point est relancé une fois.
          </p>
          <div>
            <Button type="submit" variant="filled" loading={open.isPending}>
              Ouvrir le point de parcours
            </Button>
          </div>
        </Stack>
      </SectionCard>
    </form>
  );
}

interface OpenedReviewProps {
  readonly opened: Opened;
  readonly onAgain: () => void;
}

/** What left, and who could not be reached. */
const OpenedReview = ({ opened: { id, mails, unreachable }, onAgain }: OpenedReviewProps) => (
  <>
    <PageHeader
      title={`Le point de parcours est ouvert, ${countNoun(mails, 'mail envoyé', 'mails envoyés')}`}
      overline="Appréciations"
      actions={
        <>
          <Button onClick={onAgain}>Ouvrir un autre point</Button>
          <Can permission="joint-review:write">
            <ButtonLink to="/points-de-parcours" variant="filled">
              Mes points de parcours
            </ButtonLink>
          </Can>
          <Can permission="joint-review:read">
            <ButtonLink
              to="/appreciations/points-de-parcours/$jointReviewId"
              params={{ jointReviewId: id }}
              variant="filled"
            >
              Voir ce point
            </ButtonLink>
          </Can>
        </>
      }
    />
    {unreachable.length > 0 && (
      <SectionCard tone="attention" title="À prévenir autrement">
        {unreachable.map(({ name, reason }) => (
          <p key={name} className={classes.words}>
            {reason}
          </p>
        ))}
      </SectionCard>
    )}
  </>
);
