import type { Answer, Request } from '@jalon/contract';
import { countNoun, formatDay, type LearnerField } from '@jalon/domain';
import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { call, useRead, useWrite } from '../../lib/api.ts';
import { cohortSearch } from '../../lib/cohort-search.ts';
import { useParam } from '../../lib/use-param.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { type Defaults, DefaultsFields, noDefaults } from './defaults-fields.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportRows } from './import-rows.tsx';
import classes from './learner-imports.module.css';
import { type ChosenFile, readFile } from './read-file.ts';
import { describeReport, ReportView } from './report-view.tsx';

type Preview = Answer<'POST /cohorts/:cohortId/learner-imports/preview'>;
type Body = Request<'POST /cohorts/:cohortId/learner-imports/preview'>['body'];
type Report = Answer<'POST /cohorts/:cohortId/learner-imports'>;
type Mode = 'all_or_nothing' | 'valid_rows';

const bodyOf = (
  file: ChosenFile,
  defaults: Defaults,
  mapping: readonly (LearnerField | null)[] | null,
): Body => ({
  ...file,
  ...(mapping ? { mapping: [...mapping] } : {}),
  // The choices of the fields are those of the contract; an empty one is none.
  defaults: Object.fromEntries(
    Object.entries(defaults).map(([field, value]) => [field, value || null]),
  ) as Body['defaults'],
});

/** A file of learners into a cohort: choose, see what it would do, import, read the report. */
export function Page() {
  const cohortId = useParam('cohortId');
  const params = { cohortId };
  const cohort = useRead('GET /cohorts/:cohortId', { params });
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [defaults, setDefaults] = useState(noDefaults);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [mode, setMode] = useState<Mode>('all_or_nothing');
  const [report, setReport] = useState<Report | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isReading, setReading] = useState(false);
  const write = useWrite('POST /cohorts/:cohortId/learner-imports');
  const name = cohort.data?.name ?? '';

  const look = async (
    chosen: ChosenFile,
    values: Defaults,
    mapping: readonly (LearnerField | null)[] | null,
  ) => {
    setProblem(null);
    setReading(true);
    try {
      const body = bodyOf(chosen, values, mapping);
      setPreview(await call('POST /cohorts/:cohortId/learner-imports/preview', { params, body }));
    } catch (error) {
      setProblem(error);
    }
    setReading(false);
  };
  const choose = async (chosen: File) => {
    const read = await readFile(chosen);
    setFile(read);
    setPreview(null);
    await look(read, defaults, null);
  };
  const mapping = preview?.columns.map(({ field }) => field) ?? null;
  const carryOut = async () => {
    if (!file) return;
    setProblem(null);
    try {
      const body = { ...bodyOf(file, defaults, mapping), mode };
      setReport(await write.mutateAsync({ params, body }));
    } catch (error) {
      setProblem(error);
    }
  };
  const again = () => {
    setFile(null);
    setPreview(null);
    setReport(null);
    setProblem(null);
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
      <ProblemAlert problem={problem} />
      {report ? (
        <ReportView report={report} cohortId={cohortId} onAgain={again} />
      ) : (
        <>
          {!preview && !isReading && <FileChoice onChoose={choose} />}
          {isReading && !preview && <LoadingState />}
          {preview && file && (
            <>
              <PreviewNotices preview={preview} />
              <SectionCard
                title="Colonnes"
                hint="Ce que Jalon a reconnu. Changez ce qui ne va pas."
              >
                <ColumnMapping
                  columns={preview.columns}
                  onChange={(changed) => look(file, defaults, changed)}
                />
              </SectionCard>
              <SectionCard
                title="Pour les lignes qui ne le disent pas"
                hint={cohort.data && `La cohorte commence le ${formatDay(cohort.data.startsOn)}.`}
              >
                <DefaultsFields
                  defaults={defaults}
                  onChange={(changed) => {
                    setDefaults(changed);
                    look(file, changed, mapping);
                  }}
                />
              </SectionCard>
              <ImportBar
                preview={preview}
                mode={mode}
                onMode={setMode}
                isPending={write.isPending}
                onImport={carryOut}
                onAgain={again}
              />
              <ImportRows rows={preview.rows} />
            </>
          )}
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
          {unknown.length === 1 ? 'Cette colonne n’est' : 'Ces colonnes ne sont'} pas connue
          {unknown.length === 1 ? '' : 's'} et ne sera{unknown.length === 1 ? '' : 'ont'} pas
          importée{unknown.length === 1 ? '' : 's'} : {unknown.join(', ')}.
        </div>
      )}
      {[...preview.mappingProblems, ...preview.warnings].map((message) => (
        <div key={message} className={classes.notice} role="status">
          {message}
        </div>
      ))}
    </>
  );
}

interface ImportBarProps {
  readonly preview: Preview;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly isPending: boolean;
  readonly onImport: () => void;
  readonly onAgain: () => void;
}

/** What to do with the faulty lines, and the one button that writes. */
function ImportBar({ preview, mode, onMode, isPending, onImport, onAgain }: ImportBarProps) {
  const { counts } = preview;
  const taken = counts.new + counts.changed;
  const isRefused = mode === 'all_or_nothing' && counts.error > 0;
  return (
    <div className={classes.bar}>
      {counts.error > 0 && (
        <Radio.Group
          label={`Que faire des ${counts.error} lignes en erreur ?`}
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
      <Button
        variant="filled"
        disabled={taken === 0 || isRefused}
        loading={isPending}
        onClick={onImport}
      >
        {`Importer ${countNoun(taken, 'ligne')}`}
      </Button>
      <Button onClick={onAgain}>Choisir un autre fichier</Button>
    </div>
  );
}
