import { assumeEntryDay, countNoun, formatDay, type LearnerImportMode } from '@jalon/domain';
import { useRef, useState } from 'react';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { type ChosenFile, readFile } from '../../lib/read-file.ts';
import { readToday } from '../../lib/read-today.ts';
import { type BirthDateAnswersGiven, BirthDateQuestions } from './birth-date-questions.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { DefaultsFields, noDefaults } from './defaults-fields.tsx';
import { FileChoice } from './file-choice.tsx';
import { Busy, ImportBar } from './import-bar.tsx';
import { ImportOverline } from './import-overline.tsx';
import { ImportRows } from './import-rows.tsx';
import classes from './learner-imports.module.css';
import { PastImports } from './past-imports.tsx';
import { TutorQuestions } from './tutor-questions.tsx';
import {
  bodyOf,
  type Mapping,
  type Preview,
  type TutorAnswers,
  usePreview,
} from './use-preview.ts';

const hasBegun = ({ startsOn }: { readonly startsOn: string }): boolean =>
  assumeEntryDay(startsOn, readToday()) === null;

const sayStart = (cohort: { readonly startsOn: string }): string =>
  hasBegun(cohort)
    ? `La cohorte a commencé le ${formatDay(cohort.startsOn)} : dites quand chacun entre.`
    : `La cohorte commence le ${formatDay(cohort.startsOn)}.`;

interface NewImportProps {
  readonly cohortId: string;
  /** An import to look at: the one just asked for, or an earlier one. */
  readonly onOpen: (importId: string) => void;
}

/** A file to import: choose it, see what it would do, say what it does not, ask for it. */
export function NewImport({ cohortId, onOpen }: NewImportProps) {
  const params = { cohortId };
  const cohort = useRead('GET /cohorts/:cohortId', { params });
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [defaults, setDefaults] = useState(noDefaults);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [tutors, setTutors] = useState<TutorAnswers>({});
  const [birthDates, setBirthDates] = useState<BirthDateAnswersGiven>({});
  const [mode, setMode] = useState<LearnerImportMode>('all_or_nothing');
  const reading = { defaults, mapping, tutors, birthDates };
  const look = usePreview(cohortId, file, reading);
  const write = useWrite('POST /cohorts/:cohortId/learner-imports');
  const name = cohort.data?.name ?? '';
  const preview = file ? (look.data ?? null) : null;

  const choose = async (chosen: File) => {
    write.reset();
    setMapping(null);
    setTutors({});
    setBirthDates({});
    setFile(await readFile(chosen));
  };
  const again = () => {
    write.reset();
    setMapping(null);
    setFile(null);
  };
  // A second click may come before the button shows that it waits.
  const isSending = useRef(false);
  const ask = () => {
    if (!file || isSending.current) return;
    isSending.current = true;
    write.mutate(
      { params, body: { ...bodyOf(file, reading), mode } },
      {
        onSuccess: ({ importId }) => onOpen(importId),
        onSettled: () => {
          isSending.current = false;
        },
      },
    );
  };

  return (
    <>
      <PageHeader
        title={describePreview(preview, name)}
        overline={<ImportOverline cohortId={cohortId} cohortName={name} file={file?.fileName} />}
      />
      <ProblemAlert problem={look.error ?? write.error} />
      {!preview &&
        (look.isLoading ? (
          <>
            {file && <Busy>Lecture de « {file.fileName} »…</Busy>}
            <LoadingState />
          </>
        ) : (
          <>
            <FileChoice onChoose={choose} />
            <PastImports cohortId={cohortId} onOpen={onOpen} />
          </>
        ))}
      {preview && (
        <>
          <PreviewNotices preview={preview} />
          <SectionCard title="Colonnes" hint="Ce que Jalon a reconnu. Changez ce qui ne va pas.">
            <ColumnMapping
              columns={preview.columns}
              mapping={mapping ?? preview.columns.map(({ field }) => field)}
              onChange={setMapping}
            />
          </SectionCard>
          <SectionCard
            title="Pour les lignes qui ne le disent pas"
            hint={cohort.data && sayStart(cohort.data)}
          >
            <DefaultsFields
              defaults={defaults}
              onChange={setDefaults}
              hasCohortBegun={cohort.data !== undefined && hasBegun(cohort.data)}
            />
          </SectionCard>
          <TutorQuestions
            questions={preview.tutorQuestions}
            answers={tutors}
            onAnswer={(email, answer) => setTutors({ ...tutors, [email]: answer })}
          />
          <BirthDateQuestions
            questions={preview.birthDateQuestions}
            answers={birthDates}
            onAnswer={(email, answer) => setBirthDates({ ...birthDates, [email]: answer })}
          />
          <ImportBar
            preview={preview}
            mode={mode}
            onMode={setMode}
            isWriting={write.isPending}
            isLooking={look.isFetching || look.isPlaceholderData}
            onImport={ask}
            onAgain={again}
          />
          <ImportRows rows={preview.rows} />
        </>
      )}
    </>
  );
}

function describePreview(preview: Preview | null, cohortName: string): string {
  if (!preview) return cohortName ? `Importer des apprenants dans « ${cohortName} »` : 'Importer';
  if (preview.mappingProblems.length > 0) return 'Dites à Jalon ce que contient chaque colonne';
  const { counts } = preview;
  if (counts.new + counts.changed + counts.error === 0)
    return 'Tout est déjà connu, rien à importer';
  const parts = [
    counts.new > 0 && countNoun(counts.new, 'nouvel apprenant', 'nouveaux apprenants'),
    counts.changed > 0 && countNoun(counts.changed, 'dossier modifié', 'dossiers modifiés'),
    counts.unchanged > 0 && countNoun(counts.unchanged, 'inchangé'),
    counts.error > 0 && countNoun(counts.error, 'ligne en erreur', 'lignes en erreur'),
  ];
  return parts.filter(Boolean).join(', ');
}

function PreviewNotices({ preview }: { readonly preview: Preview }) {
  const unknown = preview.unknownColumns;
  return (
    <>
      {unknown.length > 0 && (
        <div className={classes.notice} role="status">
          {unknown.length === 1
            ? 'Cette colonne n’est pas connue et ne sera pas importée'
            : 'Ces colonnes ne sont pas connues et ne seront pas importées'}
          {` : ${unknown.join(', ')}.`}
        </div>
      )}
      {[...preview.mappingProblems, ...preview.warnings].map((message) => (
        <div key={message} className={classes.notice} role="status">
          {keepFrenchSpaces(message)}
        </div>
      ))}
    </>
  );
}
