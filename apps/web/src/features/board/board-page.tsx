import type { Board, BoardLearner } from '@jalon/contract';
import { formatLongDay, formatMinutes, formatRate, tellBoard } from '@jalon/domain';
import { Button, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { CohortTabs } from '../../components/cohort-tabs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PathButton, PathLink } from '../../components/path-link.tsx';
import { SuccessRatesCard } from '../../components/success-rates-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { toCsv } from '../../lib/csv.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useParam } from '../../lib/use-param.ts';
import classes from './board.module.css';
import { BoardCards } from './board-cards.tsx';
import { BoardGrid } from './board-grid.tsx';
import { BoardTools } from './board-tools.tsx';
import {
  type BoardView,
  formatCertification,
  listExport,
  selectLearners,
  showsCertificate,
  sumFigures,
} from './board-view.ts';
import { CellPanel } from './cell-panel.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { LeftLearners } from './left-learners.tsx';
import { useBoardView } from './use-board-view.ts';

type Change = ReturnType<typeof useBoardView>['change'];

/** The readiness board of one cohort. */
export function Page() {
  const read = useRead('GET /cohorts/:cohortId/board', {
    params: { cohortId: useParam('cohortId') },
  });
  return <WhenRead read={read}>{(board) => <ReadBoard board={board} />}</WhenRead>;
}

function ReadBoard({ board }: { readonly board: Board }) {
  const { view, change } = useBoardView();
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const shown = selectLearners(board.learners, view);
  const select = (enrolmentId: string, blockCode: string) =>
    change({ case: `${enrolmentId}.${blockCode}`, chiffre: undefined });
  return (
    <>
      <BoardHeader board={board} shown={shown} />
      <CohortTabs cohortId={board.cohort.id} />
      <Figures board={board} figure={view.figure} change={change} />
      {board.learners.length === 0 ? (
        <NoLearner cohortId={board.cohort.id} />
      ) : (
        <>
          <BoardTools learners={board.learners} view={view} onChange={change} />
          {shown.length === 0 ? (
            <EmptyState
              title="Aucun apprenant ne correspond"
              action={
                <Button onClick={() => change({ q: undefined, filtre: undefined })}>
                  Tout afficher
                </Button>
              }
            >
              La recherche et le filtre ne gardent personne.
            </EmptyState>
          ) : isWide ? (
            <BoardGrid
              blocks={board.blocks}
              learners={shown}
              certificateName={nameCertificate(board)}
              selected={view.selected}
              onSelect={select}
            />
          ) : (
            <BoardCards
              blocks={board.blocks}
              learners={shown}
              certificateName={nameCertificate(board)}
              onSelect={select}
            />
          )}
        </>
      )}
      <LeftLearners left={board.left} />
      <SuccessRatesCard cohortId={board.cohort.id} />
      <Panel board={board} view={view} change={change} />
    </>
  );
}

function BoardHeader({
  board,
  shown,
}: {
  readonly board: Board;
  readonly shown: readonly BoardLearner[];
}) {
  const { cohort, learners, jury } = board;
  const next = chooseNext(board, useIsAllowed('jury:prepare'));
  const exportBoard = () => {
    const { headers, rows } = listExport(board.blocks, shown);
    const csv = new Blob([toCsv(headers, rows)], { type: 'text/csv;charset=utf-8' });
    saveFile(`${cohort.name}.csv`, csv);
  };
  return (
    <PageHeader
      title={tellBoard({
        cohortName: cohort.name,
        outcome: cohort.outcome,
        learners: learners.length,
        juryOn: jury?.on ?? null,
        ...sumFigures(learners),
      })}
      overline={
        <>
          <TextLink to="/cohortes">Cohortes</TextLink> › {formatCertification(cohort.certification)}{' '}
          · {keepFrenchSpaces(formatMinutes(cohort.totalMinutes))} · {cohort.siteName}
        </>
      }
      actions={
        <>
          <Button onClick={exportBoard}>Exporter</Button>
          {next && (
            <PathButton path={next.path} isPrimary>
              {next.label}
            </PathButton>
          )}
        </>
      }
    />
  );
}

/** The certificate's column, when it is near for somebody. */
const nameCertificate = ({ cohort, learners }: Board): string | null => {
  if (!showsCertificate(learners)) return null;
  return cohort.outcome === 'certificate' ? 'Certificat' : 'Attestation';
};

/** What comes next for the cohort: its jury while somebody has a block to acquire, then certificates. */
function chooseNext(
  { cohort, jury, learners }: Board,
  canPrepare: boolean,
): { readonly label: string; readonly path: string } | null {
  const { candidates } = sumFigures(learners);
  if (learners.length > 0 && candidates === 0) {
    const label =
      cohort.outcome === 'certificate' ? 'Voir les certificats' : 'Voir les attestations';
    return { label, path: paths.certificates(cohort.name) };
  }
  if (!canPrepare) return null;
  return jury?.juryId
    ? { label: 'Voir le jury', path: paths.jury(jury.juryId) }
    : { label: 'Préparer le jury', path: paths.newJury(cohort.id) };
}

/** The key figures; each leads to the rows that it is made of. */
function Figures({
  board,
  figure,
  change,
}: {
  readonly board: Board;
  readonly figure: BoardView['figure'];
  readonly change: Change;
}) {
  const { cohort, learners } = board;
  const { due, done, expected, attended, ready, candidates, acquired, issued } =
    sumFigures(learners);
  const open = (chosen: NonNullable<BoardView['figure']>) => ({
    isOpen: figure === chosen,
    onClick: () => change({ chiffre: figure === chosen ? undefined : chosen, case: undefined }),
  });
  return (
    <KeyFigures
      figures={[
        {
          label: 'Apprenants',
          value: (
            <Figure onClick={() => change({ filtre: undefined, q: undefined })}>
              {learners.length}
            </Figure>
          ),
        },
        {
          label: 'Heures réalisées',
          value: (
            <Figure
              {...open('heures')}
            >{`${formatMinutes(done)} sur ${formatMinutes(due)}`}</Figure>
          ),
        },
        {
          label: 'Assiduité',
          value: <Figure {...open('assiduite')}>{formatRate(attended, expected)}</Figure>,
        },
        ...(candidates > 0 || learners.length === 0
          ? [
              {
                label: 'Prêts pour le jury',
                value: (
                  <Figure onClick={() => change({ filtre: 'prets' })}>
                    {`${ready} sur ${candidates}`}
                  </Figure>
                ),
              },
            ]
          : []),
        ...(acquired > 0
          ? [
              {
                label: 'Tous les blocs acquis',
                value: (
                  <Figure onClick={() => change({ filtre: 'acquis' })}>
                    {`${acquired} sur ${learners.length}`}
                  </Figure>
                ),
              },
              {
                label: cohort.outcome === 'certificate' ? 'Certificats' : 'Attestations',
                value: (
                  <PathLink path={paths.certificates(cohort.name)}>
                    {`${issued} sur ${learners.length}`}
                  </PathLink>
                ),
              },
            ]
          : []),
        { label: 'Jury', value: <JuryFigure board={board} /> },
      ]}
    />
  );
}

/** The next jury, prepared or only planned; else the last one that was held. */
function JuryFigure({ board: { cohort, jury, lastJury } }: { readonly board: Board }) {
  const mayPrepare = useIsAllowed('jury:prepare');
  if (jury?.juryId)
    return <PathLink path={paths.jury(jury.juryId)}>{formatLongDay(jury.on)}</PathLink>;
  if (!jury && lastJury)
    return (
      <PathLink path={paths.jury(lastJury.juryId)}>tenu le {formatLongDay(lastJury.on)}</PathLink>
    );
  const when = jury ? formatLongDay(jury.on) : 'à prévoir';
  return mayPrepare ? <PathLink path={paths.newJury(cohort.id)}>{when}</PathLink> : when;
}

function Figure({
  onClick,
  isOpen,
  children,
}: {
  readonly onClick: () => void;
  readonly isOpen?: boolean;
  readonly children: string | number;
}) {
  return (
    <UnstyledButton
      className={classes.figure ?? ''}
      onClick={onClick}
      {...(isOpen === undefined ? {} : { 'aria-expanded': isOpen })}
    >
      {keepFrenchSpaces(String(children))}
    </UnstyledButton>
  );
}

function NoLearner({ cohortId }: { readonly cohortId: string }) {
  return (
    <EmptyState
      title="Personne n’est encore inscrit dans cette cohorte"
      action={
        <Can permission="enrolment:write">
          <PathButton path={paths.cohortLearners(cohortId)} isPrimary>
            Inscrire des apprenants
          </PathButton>
        </Can>
      }
    >
      Dès qu’un apprenant est inscrit, ce tableau dit bloc par bloc où il en est et ce qui manque
      avant le jury.
    </EmptyState>
  );
}

function Panel({
  board,
  view: { selected, figure },
  change,
}: {
  readonly board: Board;
  readonly view: BoardView;
  readonly change: Change;
}) {
  const learner = board.learners.find(({ enrolmentId }) => enrolmentId === selected?.enrolmentId);
  const block = board.blocks.find(({ code }) => code === selected?.blockCode);
  if (learner && block)
    return (
      <CellPanel
        key={`${learner.enrolmentId}.${block.code}`}
        cohortId={board.cohort.id}
        enrolmentId={learner.enrolmentId}
        blockCode={block.code}
        learnerName={`${learner.familyName} ${learner.givenName}`}
        blockName={block.shortName}
        onClose={() => change({ case: undefined })}
      />
    );
  if (figure)
    return (
      <FigurePanel
        figure={figure}
        learners={board.learners}
        onClose={() => change({ chiffre: undefined })}
      />
    );
  return null;
}
