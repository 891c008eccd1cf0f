import { countNoun } from '@jalon/domain';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { CohortTabs } from '../../components/cohort-tabs.tsx';
import { DayField } from '../../components/day-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { formatMoment } from '../../lib/french-moment.ts';
import { useKeptRead } from '../../lib/kept-reads.ts';
import { useIsAllowed, useSession } from '../../lib/session.ts';
import { useParam } from '../../lib/use-param.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import classes from './assessments.module.css';
import { CellPanel } from './cell-panel.tsx';
import { GridTable } from './grid-table.tsx';
import { EventBanner, type SittingEvent, startSitting, WithEvent } from './sitting-event.tsx';
import type { Grid } from './words.ts';

/** A whole cohort before the épreuves of a block: one line a learner, one column an épreuve. */
export function Page() {
  const cohortId = useParam('cohortId');
  const blockCode = useParam('blockCode');
  const read = useKeptRead(
    'GET /cohorts/:cohortId/assessments/:blockCode',
    { params: { cohortId, blockCode } },
    useSession(),
  );
  const [eventId] = useSearchParam('seance');
  return (
    <WhenRead read={read}>
      {({ answer, keptAt }) =>
        eventId === undefined ? (
          <GridView key={answer.block.code} grid={answer} keptAt={keptAt} event={null} />
        ) : (
          <WithEvent eventId={eventId}>
            {(event) => (
              <GridView key={eventId} grid={ofEvent(answer, event)} keptAt={keptAt} event={event} />
            )}
          </WithEvent>
        )
      }
    </WhenRead>
  );
}

/** The candidates of the event alone. */
const ofEvent = (grid: Grid, { candidates }: SittingEvent): Grid => ({
  ...grid,
  learners: grid.learners.filter((one) =>
    candidates.some(({ enrolmentId }) => enrolmentId === one.enrolmentId),
  ),
});

interface GridViewProps {
  readonly grid: Grid;
  readonly keptAt: string | null;
  /** The assessment event at which its candidates are marked; `null` for the whole cohort. */
  readonly event: SittingEvent | null;
}

function GridView({ grid, keptAt, event }: GridViewProps) {
  const { cohort, block, blocks, learners } = grid;
  const [sitting, setSitting] = useState(() => startSitting(event));
  const [chosen, setChosen] = useState<{ enrolmentId: string; code: string } | null>(null);
  const canMark = learners.some((one) => one.canMark);
  const isTaughtElsewhere = useIsAllowed('assessment:write') && !canMark;
  const learner = learners.find(({ enrolmentId }) => enrolmentId === chosen?.enrolmentId);
  const assessment = block.assessments.find(({ code }) => code === chosen?.code);
  return (
    <>
      <PageHeader
        overline={
          <>
            <TextLink to="/cohortes">Cohortes</TextLink> › {cohort.name} · {block.code} {block.name}
          </>
        }
        title={describe(grid)}
      />
      <CohortTabs cohortId={cohort.id} />
      {keptAt && (
        <p className={`${classes.quiet} ${classes.kept}`}>
          Sans réseau : la grille comme elle était le {formatMoment(keptAt)}, avec ce que vous notez
          ici.
        </p>
      )}
      {event && <EventBanner event={event} />}
      <nav aria-label="Blocs" className={classes.blocks} hidden={event !== null}>
        {blocks.map(({ code, shortName }) => (
          <ButtonLink
            key={code}
            to="/cohortes/$cohortId/epreuves/$blockCode"
            params={{ cohortId: cohort.id, blockCode: code }}
            size="compact-md"
            {...(code === block.code ? { variant: 'light', 'aria-current': 'page' as const } : {})}
          >
            {code} · {shortName}
          </ButtonLink>
        ))}
      </nav>
      {learners.length === 0 ? (
        <EmptyState title="Aucun apprenant">
          Cette grille montre les épreuves des apprenants de la cohorte. Inscrivez-les d’abord.
        </EmptyState>
      ) : (
        <>
          {isTaughtElsewhere && (
            <p className={classes.quiet}>
              Vous n’enseignez pas ce bloc à ces apprenants : vous lisez leurs épreuves, leur
              formateur ou le centre les note.
            </p>
          )}
          {canMark && (
            <fieldset className={classes.sitting}>
              <legend>Saisir un passage</legend>
              <DayField
                label="Jour de l’épreuve"
                value={sitting.heldOn}
                onChange={(heldOn) => setSitting({ ...sitting, heldOn })}
              />
              <TextInput
                label="Évaluateur"
                value={sitting.assessorName}
                onChange={({ currentTarget }) =>
                  setSitting({ ...sitting, assessorName: currentTarget.value })
                }
              />
              <p className={`${classes.quiet} ${classes.legend}`}>
                Dans la grille : flèches pour se déplacer, A acquise, N non acquise, Entrée pour le
                détail.
              </p>
            </fieldset>
          )}
          <GridTable
            grid={grid}
            sitting={sitting}
            onOpen={(enrolmentId, code) => setChosen({ enrolmentId, code })}
          />
        </>
      )}
      {learner && assessment && (
        <CellPanel
          key={`${learner.enrolmentId} ${assessment.code}`}
          cohortId={cohort.id}
          blockCode={block.code}
          learner={learner}
          assessment={assessment}
          sitting={sitting}
          // A save that ends late closes its own cell, not the one that was opened meanwhile.
          onClose={() => setChosen((now) => (now === chosen ? null : now))}
        />
      )}
    </>
  );
}

function describe({ learners, block }: Grid): string {
  if (learners.length === 0) return `Bloc ${block.code} : aucun apprenant à évaluer`;
  const ready = learners.filter(({ summary }) => summary.isMet).length;
  if (ready === 0) return `Bloc ${block.code} : personne n’a encore assez d’épreuves acquises`;
  if (ready === learners.length) return `Bloc ${block.code} : tous ont assez d’épreuves acquises`;
  const count = countNoun(ready, 'apprenant', 'apprenants');
  return `Bloc ${block.code} : ${count} sur ${learners.length} ${ready < 2 ? 'a' : 'ont'} assez d’épreuves acquises`;
}
