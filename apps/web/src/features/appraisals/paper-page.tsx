import type { Answer } from '@jalon/contract';
import { formatDay, withDe } from '@jalon/domain';
import { Button, Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { DayField } from '../../components/day-field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useParam } from '../../lib/use-param.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { isBegun } from './answers.ts';
import { blockTitle } from './block-words.ts';
import { compareAnswers } from './compare-answers.ts';
import type { Answers, Level } from './draft-saver.ts';
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
            title={`Saisissez la feuille papier du tuteur ${withDe(history.learnerName)}`}
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
      !sheet.end?.isFinal &&
      sheet.block.code === values.blockCode &&
      isBegun(sheet),
  );
  const [theirs, setTheirs] = useState<OtherVersion | null>(null);
  // As the page opened: what is read again behind the form has not been before the person.
  const [seenIds] = useState(() =>
    appraisals.filter(({ signature }) => signature).map(({ id }) => id),
  );
  const send = async (replacesRevision: number | null, shownId?: string) => {
    clear();
    setTheirs(null);
    const knownSignedIds = [...seenIds, ...(shownId ? [shownId] : [])];
    const { replacesDraft: _, ...body } = {
      ...form.getValues(),
      replacesRevision,
      knownSignedIds,
    };
    try {
      const { id } = await enter.mutateAsync({ params: { enrolmentId }, body });
      setSent(true);
      form.resetDirty();
      await notifyDone('La feuille papier est saisie.');
      navigate({
        to: '/appreciations/feuille/$appraisalId',
        params: { appraisalId: id },
        ignoreBlocker: true,
      });
    } catch (error) {
      const version = readOtherVersion(error);
      setTheirs(version);
      if (!version) land(error);
    }
  };
  const submit = form.onSubmit(({ replacesDraft }) =>
    send(replacesDraft && begun ? begun.revision : null),
  );
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
              competence={competence}
              facts={[]}
              hint="Un mot pour l’aider à progresser (facultatif). Ne citez aucun patient."
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
      {begun && !theirs && (
        <SectionCard tone="attention" title="Le tuteur a commencé en ligne">
          <Checkbox
            label={`Sa feuille papier remplace son brouillon en ligne (${Object.keys(begun.ratings).length} réponses sur ${begun.competences.length}), qui est gardé à part`}
            {...form.getInputProps('replacesDraft', { type: 'checkbox' })}
          />
        </SectionCard>
      )}
      <p className={classes.note}>
        Votre nom et la date de saisie restent visibles à côté : « saisie du papier par… ». Vous
        joindrez ensuite le scan de la feuille. Gardez l’originale.
      </p>
      {theirs && (
        <SectionCard
          tone="attention"
          title={tellTheirs(theirs)}
          hint={
            theirs.origin === 'tutor'
              ? '« La vôtre » est la feuille papier, « la leur » ce que le tuteur a répondu en ligne'
              : '« La vôtre » est ce que vous venez de taper, « la leur » ce qu’un collègue a saisi'
          }
        >
          <ConflictPanel
            fields={compareAnswers(block?.competences ?? [], values, theirs)}
            isPending={enter.isPending}
            onKeepMine={() => (theirs.signedOn ? send(null, theirs.id) : send(theirs.revision))}
            onTakeTheirs={() => {
              setSent(true);
              form.resetDirty();
              navigate({
                to: '/appreciations/feuille/$appraisalId',
                params: { appraisalId: theirs.id },
                ignoreBlocker: true,
              });
            }}
          />
        </SectionCard>
      )}
      <Button type="submit" variant="filled" loading={enter.isPending}>
        Enregistrer la feuille papier
      </Button>
    </form>
  );
}

/** What the tutor answered online, or a colleague typed, meanwhile: as a 409 carries it. */
type OtherVersion = Answers & {
  readonly id: string;
  readonly revision: number;
  readonly signedOn: string | null;
  readonly origin: 'tutor' | 'office_paper';
};

function tellTheirs({ signedOn, origin }: OtherVersion): string {
  if (!signedOn) return 'Le tuteur a commencé en ligne';
  const day = formatDay(signedOn);
  return origin === 'tutor'
    ? `Le tuteur a signé en ligne le ${day}`
    : `Une feuille papier signée le ${day} vient d’être saisie`;
}

function readOtherVersion(error: unknown): OtherVersion | null {
  const { code, current } = toProblem(error);
  const isVersion = typeof current === 'object' && current !== null && 'ratings' in current;
  return code === 'edited_meanwhile' && isVersion ? (current as OtherVersion) : null;
}
