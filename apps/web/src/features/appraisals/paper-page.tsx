import type { Answer } from '@jalon/contract';
import { Button, Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { DayField } from '../../components/day-field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useParam } from '../../lib/use-param.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { blockTitle } from './block-words.ts';
import type { Level } from './draft-saver.ts';
import classes from './paper-page.module.css';
import { RatingField } from './rating-field.tsx';

type History = Answer<'GET /enrolments/:enrolmentId/appraisals'>;

/** The office types in a form that the tutor signed on paper. It is shown as such for ever. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/appraisals', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {(history) => (
        <>
          <PageHeader
            title={`Saisissez la feuille papier du tuteur de ${history.learnerName}`}
            overline={
              <>
                <TextLink to="/appreciations">Appréciations</TextLink> › {history.cohort.name}
              </>
            }
          />
          <PaperForm enrolmentId={enrolmentId} history={history} />
        </>
      )}
    </WhenRead>
  );
}

interface PaperFormProps {
  readonly enrolmentId: string;
  readonly history: History;
}

function PaperForm({ enrolmentId, history: { blocks, appraisals } }: PaperFormProps) {
  const { bloc }: { bloc?: unknown } = useSearch({ strict: false });
  const form = useForm({
    initialValues: {
      blockCode: blocks.find(({ code }) => code === bloc)?.code ?? blocks[0]?.code ?? '',
      signedOn: '',
      signerName: '',
      ratings: {} as Record<string, Level>,
      comments: {} as Record<string, string>,
      comment: '',
      replacesDraft: false,
    },
  });
  const enter = useWrite('POST /enrolments/:enrolmentId/appraisals/paper');
  const { problem, land, clear } = useFormProblem(form);
  const [isSent, setSent] = useState(false);
  useUnsavedGuard(form.isDirty() && !isSent);
  const navigate = useNavigate();
  const { values } = form;
  const block = blocks.find(({ code }) => code === values.blockCode);
  const begun = appraisals.find(
    (sheet) =>
      !sheet.signature &&
      sheet.block.code === values.blockCode &&
      Object.keys(sheet.ratings).length > 0,
  );
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      const { id } = await enter.mutateAsync({ params: { enrolmentId }, body });
      setSent(true);
      form.resetDirty();
      await notifyDone('La feuille papier est saisie.');
      navigate({ to: '/appreciations/feuille/$appraisalId', params: { appraisalId: id } });
    } catch (error) {
      land(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <ProblemAlert problem={problem} />
      <SectionCard title="La feuille">
        <Stack>
          <NativeSelect
            label="Bloc"
            data={blocks.map((one) => ({ value: one.code, label: blockTitle(one) }))}
            value={values.blockCode}
            error={form.errors.blockCode}
            onChange={(event) =>
              form.setValues({ blockCode: event.currentTarget.value, ratings: {}, comments: {} })
            }
          />
          <DayField label="Signée le" {...form.getInputProps('signedOn')} />
          <TextInput
            label="Nom du signataire, comme sur la feuille"
            autoComplete="off"
            {...form.getInputProps('signerName')}
          />
        </Stack>
      </SectionCard>
      <SectionCard
        title="Ce que le tuteur a coché"
        hint="Recopiez la feuille : rien n’est coché d’avance"
      >
        <div className={classes.ratings}>
          {block?.competences.map((competence) => (
            <RatingField
              key={competence.code}
              competence={{ ...competence, previous: null }}
              level={values.ratings[competence.code]}
              remark={values.comments[competence.code] ?? ''}
              onRate={(level) =>
                form.setFieldValue('ratings', { ...values.ratings, [competence.code]: level })
              }
              onRemark={(remark) =>
                form.setFieldValue('comments', { ...values.comments, [competence.code]: remark })
              }
              onLeave={() => {}}
            />
          ))}
        </div>
        {form.errors.ratings && (
          <p role="alert" className={classes.error}>
            {form.errors.ratings}
          </p>
        )}
        <Textarea
          label="Commentaire écrit sur la feuille"
          description="Ne recopiez rien qui permette de reconnaître un patient."
          autosize
          minRows={3}
          mt="md"
          {...form.getInputProps('comment')}
        />
      </SectionCard>
      {begun && (
        <SectionCard tone="attention" title="Le tuteur a commencé en ligne">
          <Checkbox
            label={`Sa feuille papier remplace son brouillon en ligne (${Object.keys(begun.ratings).length} réponses sur ${begun.competences.length})`}
            {...form.getInputProps('replacesDraft', { type: 'checkbox' })}
          />
        </SectionCard>
      )}
      <p className={classes.note}>
        Votre nom et la date de saisie restent visibles à côté : « saisie du papier par… ». Gardez
        la feuille originale.
      </p>
      <Button type="submit" variant="filled" loading={enter.isPending}>
        Enregistrer la feuille papier
      </Button>
    </form>
  );
}
