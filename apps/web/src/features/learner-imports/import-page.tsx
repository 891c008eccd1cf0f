import type { Answer, Request } from '@jalon/contract';
import { assumeEntryDay, countNoun, formatDay, type LearnerField } from '@jalon/domain';
import { Button, Loader, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { call, useRead, useWrite } from '../../lib/api.ts';
import { cohortSearch } from '../../lib/cohort-search.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { isDay } from '../../lib/is-day.ts';
import { type ChosenFile, readFile } from '../../lib/read-file.ts';
import { readToday } from '../../lib/read-today.ts';
import { useParam } from '../../lib/use-param.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { type BirthDateAnswersGiven, BirthDateQuestions } from './birth-date-questions.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { type Defaults, DefaultsFields, noDefaults } from './defaults-fields.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportRows } from './import-rows.tsx';
import classes from './learner-imports.module.css';
import { PastImports } from './past-imports.tsx';
import { describeReport, ReportView } from './report-view.tsx';
import { TutorQuestions } from './tutor-questions.tsx';

type Preview = Answer<'POST /cohorts/:cohortId/learner-imports/preview'>;
type Body = Request<'POST /cohorts/:cohortId/learner-imports/preview'>['body'];
type Mapping = readonly (LearnerField | null)[];
type Mode = 'all_or_nothing' | 'valid_rows';

/** Who the tutors are whose names are known with another mail, by the mail of the file. */
type TutorAnswers = Readonly<Record<string, string>>;

/** What is read, and what was said about it. */
interface Reading {
  readonly defaults: Defaults;
  readonly mapping: Mapping | null;
  readonly tutors: TutorAnswers;
  readonly birthDates: BirthDateAnswersGiven;
}

const bodyOf = (
  { fileName, contentBase64 }: ChosenFile,
  { defaults, mapping, tutors, birthDates }: Reading,
): Body => ({
  fileName,
  contentBase64,
  tutors: Object.entries(tutors).map(([email, namesake]) => ({ email, namesake })),
  birthDates: Object.entries(birthDates).map(([email, right]) => ({ email, right })),
  ...(mapping ? { mapping: [...mapping] } : {}),
  // The choices of the fields are those of the contract; an empty one is none.
  defaults: Object.fromEntries(
    Object.entries(defaults).map(([field, value]) => [field, value || null]),
  ) as Body['defaults'],
});

const hasBegun = ({ startsOn }: { readonly startsOn: string }): boolean =>
  assumeEntryDay(startsOn, readToday()) === null;

const sayStart = (cohort: { readonly startsOn: string }): string =>
  hasBegun(cohort)
    ? `La cohorte a commencé le ${formatDay(cohort.startsOn)} : dites quand chacun entre.`
    : `La cohorte commence le ${formatDay(cohort.startsOn)}.`;

/** Compares the file with the centre, again at each change; the last answer stays while it does. */
function usePreview(cohortId: string, file: ChosenFile | null, reading: Reading) {
  const { defaults } = reading;
  const startsOn = isDay(defaults.startsOn) ? defaults.startsOn : '';
  const read = { ...reading, defaults: { ...defaults, startsOn } };
  return useQuery({
    queryKey: ['learner-import', cohortId, file?.key, read],
    queryFn: ({ signal }) => {
      if (!file) throw new Error('no file is chosen');
      const body = bodyOf(file, read);
      const request = { params: { cohortId }, body };
      return call('POST /cohorts/:cohortId/learner-imports/preview', request, signal);
    },
    enabled: file !== null,
    placeholderData: (previous) => previous,
    retry: false,
    gcTime: 0,
  });
}

/** A file of learners into a cohort: choose, see what it would do, import, read the report. */
export function Page() {
  const cohortId = useParam('cohortId');
  const params = { cohortId };
  const cohort = useRead('GET /cohorts/:cohortId', { params });
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [defaults, setDefaults] = useState(noDefaults);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const [tutors, setTutors] = useState<TutorAnswers>({});
  const [birthDates, setBirthDates] = useState<BirthDateAnswersGiven>({});
  const [mode, setMode] = useState<Mode>('all_or_nothing');
  const reading = { defaults, mapping, tutors, birthDates };
  const look = usePreview(cohortId, file, reading);
  const write = useWrite('POST /cohorts/:cohortId/learner-imports');
  const name = cohort.data?.name ?? '';
  const preview = file ? (look.data ?? null) : null;
  const [shownId, setShownId] = useSearchParam('rapport');
  const past = useRead(
    'GET /learner-imports/:importId',
    { params: { importId: shownId ?? '' } },
    { enabled: shownId !== undefined },
  );
  const report = write.data ?? (shownId ? (past.data ?? null) : null);

  const choose = async (chosen: File) => {
    write.reset();
    setMapping(null);
    setTutors({});
    setBirthDates({});
    setFile(await readFile(chosen));
  };
  const again = () => {
    write.reset();
    setShownId(undefined);
    setMapping(null);
    setFile(null);
  };
  // A second click may come before the button shows that it waits.
  const isSending = useRef(false);
  const carryOut = () => {
    if (!file || isSending.current) return;
    isSending.current = true;
    write.mutate(
      { params, body: { ...bodyOf(file, reading), mode } },
      {
        onSettled: () => {
          isSending.current = false;
        },
      },
    );
  };

  return (
    <>
      <PageHeader
        title={report ? describeReport(report) : describePreview(preview, name)}
        overline={
          <>
            <TextLink to="/apprenants" search={cohortSearch(cohortId)}>
              {name || 'Cohorte'}
            </TextLink>
            {file && ` › ${file.fileName}`}
          </>
        }
      />
      <ProblemAlert problem={look.error ?? write.error ?? past.error} />
      {report && <ReportView report={report} cohortId={cohortId} onAgain={again} />}
      {!report &&
        !preview &&
        (look.isLoading || past.isLoading ? (
          <>
            {file && <Busy>Lecture de « {file.fileName} »…</Busy>}
            <LoadingState />
          </>
        ) : (
          <>
            <FileChoice onChoose={choose} />
            <PastImports cohortId={cohortId} onOpen={setShownId} />
          </>
        ))}
      {!report && preview && (
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
            onImport={carryOut}
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

/** What is being done, said aloud too: nobody wonders, nobody clicks again. */
const Busy = ({ children }: { readonly children: ReactNode }) => (
  <div role="status" className={classes.busy}>
    <Loader size="xs" />
    <span>{children}</span>
  </div>
);

function tellWriting(taken: number): string {
  if (taken === 0) return 'Jalon prépare les lignes à corriger…';
  const lines = taken === 1 ? 'd’une ligne' : `de ${taken} lignes`;
  return `Import ${lines} en cours, quelques secondes. Gardez cette page ouverte.`;
}

interface ImportBarProps {
  readonly preview: Preview;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly isWriting: boolean;
  /** The preview is being made again. */
  readonly isLooking: boolean;
  readonly onImport: () => void;
  readonly onAgain: () => void;
}

/** What to do with the faulty lines, and the one button that writes. */
function ImportBar(props: ImportBarProps) {
  const { preview, mode, onMode, isWriting, isLooking, onImport, onAgain } = props;
  const { counts } = preview;
  const taken = counts.new + counts.changed;
  const isRefused = mode === 'all_or_nothing' && counts.error > 0;
  return (
    <div className={classes.bar}>
      {counts.error > 0 && (
        <Radio.Group
          label={
            counts.error === 1
              ? 'Que faire de la ligne en erreur ?'
              : `Que faire des ${counts.error} lignes en erreur ?`
          }
          value={mode}
          onChange={(value) => onMode(value === 'valid_rows' ? 'valid_rows' : 'all_or_nothing')}
        >
          <Radio
            value="all_or_nothing"
            label="Tout ou rien : je corrige le fichier d’abord"
            mt={4}
          />
          <Radio value="valid_rows" label="Importer seulement les lignes valables" mt={4} />
        </Radio.Group>
      )}
      {taken + counts.error > 0 && (
        <Button variant="filled" loading={isWriting || isLooking} onClick={onImport}>
          {isRefused || taken === 0
            ? 'Obtenir les lignes à corriger'
            : `Importer ${countNoun(taken, 'ligne')}`}
        </Button>
      )}
      <Button onClick={onAgain} disabled={isWriting}>
        Choisir un autre fichier
      </Button>
      {isWriting && <Busy>{tellWriting(isRefused ? 0 : taken)}</Busy>}
      {isLooking && <Busy>Jalon compare le fichier avec le centre…</Busy>}
    </div>
  );
}
