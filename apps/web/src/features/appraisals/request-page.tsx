import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button, Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { DayField } from '../../components/day-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { blockTitle } from './block-words.ts';
import { LearnerChoice } from './learner-choice.tsx';

type Option = Answer<'GET /appraisals/request-options'>[number];
type Result = Answer<'POST /appraisals'>;

const up = <TextLink to="/appreciations">Appréciations</TextLink>;

/** Asks the tutors of a cohort, or of some learners, for an appraisal of some blocks. */
export function Page() {
  const read = useRead('GET /appraisals/request-options', {});
  const [result, setResult] = useState<Result | null>(null);
  if (result) return <RequestResult result={result} onAgain={() => setResult(null)} />;
  return (
    <WhenRead read={read}>
      {(options) => (
        <>
          <PageHeader title="Demandez leur avis aux tuteurs" overline={up} />
          {options.length === 0 ? (
            <EmptyState title="Aucun apprenant en formation">
              Inscrivez d’abord des apprenants dans une cohorte, avec leur tuteur.
            </EmptyState>
          ) : (
            <RequestForm options={options} onDone={setResult} />
          )}
        </>
      )}
    </WhenRead>
  );
}

interface RequestFormProps {
  readonly options: readonly Option[];
  readonly onDone: (result: Result) => void;
}

function RequestForm({ options, onDone }: RequestFormProps) {
  const { cohorte }: { cohorte?: unknown } = useSearch({ strict: false });
  const first = options.find(({ cohort }) => cohort.id === cohorte) ?? options[0];
  const form = useForm({
    initialValues: {
      cohortId: first?.cohort.id ?? '',
      enrolmentIds: first?.learners.map(({ enrolmentId }) => enrolmentId) ?? [],
      blockCodes: [] as string[],
      label: '',
      dueOn: '',
    },
  });
  const request = useWrite('POST /appraisals');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty() && !request.isSuccess);
  const option = options.find(({ cohort }) => cohort.id === form.values.cohortId);
  const chooseCohort = (cohortId: string) => {
    const chosen = options.find(({ cohort }) => cohort.id === cohortId);
    form.setValues({
      cohortId,
      blockCodes: [],
      enrolmentIds: chosen?.learners.map(({ enrolmentId }) => enrolmentId) ?? [],
    });
  };
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      onDone(await request.mutateAsync({ body: values }));
    } catch (error) {
      land(error);
    }
  });
  const count = form.values.enrolmentIds.length * form.values.blockCodes.length;
  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert problem={problem} />
      <SectionCard title="Quoi, et pour quand">
        <Stack>
          <NativeSelect
            label="Cohorte"
            data={options.map(({ cohort }) => ({ value: cohort.id, label: cohort.name }))}
            value={form.values.cohortId}
            onChange={(event) => chooseCohort(event.currentTarget.value)}
          />
          <Checkbox.Group
            label="Blocs à apprécier"
            error={form.errors.blockCodes}
            value={form.values.blockCodes}
            onChange={(codes) => form.setFieldValue('blockCodes', codes)}
          >
            <Stack gap="xs" mt={4}>
              {option?.blocks.map((block) => (
                <Checkbox
                  key={block.code}
                  value={block.code}
                  label={`${blockTitle(block)} — ${countNoun(block.competenceCount, 'compétence')}`}
                  disabled={block.competenceCount === 0}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            label="À quel moment de la formation"
            description="Les tuteurs le lisent : Positionnement, Mi-parcours, Fin de formation…"
            list="moments"
            {...form.getInputProps('label')}
          />
          <datalist id="moments">
            {['Positionnement', 'Mi-parcours', 'Fin de formation'].map((moment) => (
              <option key={moment} value={moment} />
            ))}
          </datalist>
          <DayField
            label="À signer au plus tard le"
            description="Les tuteurs sont relancés 14 et 3 jours avant, puis 3 jours après. Vous êtes prévenu au bout de 7."
            {...form.getInputProps('dueOn')}
          />
        </Stack>
      </SectionCard>
      <SectionCard
        title="Qui"
        hint={`${form.values.enrolmentIds.length} sur ${option?.learners.length ?? 0}`}
      >
        <LearnerChoice
          learners={option?.learners ?? []}
          chosen={form.values.enrolmentIds}
          error={form.errors.enrolmentIds}
          onChange={(ids) => form.setFieldValue('enrolmentIds', ids)}
        />
      </SectionCard>
      <Button type="submit" variant="filled" loading={request.isPending}>
        {count > 0 ? `Demander ${countNoun(count, 'appréciation')}` : 'Demander'}
      </Button>
    </form>
  );
}

interface RequestResultProps {
  readonly result: Result;
  readonly onAgain: () => void;
}

/** What left, what waits for paper, and who was left out with the reason. */
function RequestResult({ result, onAgain }: RequestResultProps) {
  const { requested, mails, onPaper, skipped } = result;
  return (
    <>
      <PageHeader
        title={
          requested === 0
            ? 'Aucune appréciation n’a été demandée'
            : `${countNoun(requested, 'appréciation demandée', 'appréciations demandées')}, ${countNoun(mails, 'mail envoyé', 'mails envoyés')}`
        }
        overline={up}
        actions={
          <>
            <Button onClick={onAgain}>Demander autre chose</Button>
            <ButtonLink to="/appreciations" variant="filled">
              Voir ce qui est attendu
            </ButtonLink>
          </>
        }
      />
      {onPaper > 0 && (
        <SectionCard tone="attention" title="Sur papier">
          <p>
            {countNoun(onPaper, 'appréciation attend', 'appréciations attendent')} une feuille
            papier : le tuteur n’a pas d’adresse mail à lui.
          </p>
        </SectionCard>
      )}
      {skipped.length > 0 && (
        <SectionCard title="Laissé de côté" hint={countNoun(skipped.length, 'cas', 'cas')}>
          <ul>
            {skipped.map(({ enrolmentId, blockCode, reason }) => (
              <li key={`${enrolmentId} ${blockCode}`}>{reason}</li>
            ))}
          </ul>
        </SectionCard>
      )}
    </>
  );
}
