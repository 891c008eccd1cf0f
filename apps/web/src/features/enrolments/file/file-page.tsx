import type { EnrolmentFile } from '@jalon/contract';
import { countNoun, enrolmentStateNames, formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { cohortSearch } from '../../../lib/cohort-search.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useParam } from '../../../lib/use-param.ts';
import classes from '../enrolments.module.css';
import { stateTones } from '../words.ts';
import { DispensationsCard } from './dispensations-card.tsx';
import { EmploymentsCard } from './employments-card.tsx';
import { EnrolmentCard } from './enrolment-card.tsx';
import { IdentityCard } from './identity-card.tsx';
import { PathCard } from './path-card.tsx';
import { WithdrawDrawer } from './withdraw-drawer.tsx';

/** The file of a learner: who, on what conditions, with whom, by which path. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {(file) => (
        <>
          <PageHeader
            title={`${file.person.name} : ${describe(file)}`}
            overline={<Trail file={file} />}
            actions={<Actions file={file} />}
          />
          <Elsewhere file={file} />
          <div className={classes.columns}>
            <div>
              <IdentityCard person={file.person} />
              <EmploymentsCard personId={file.person.id} employments={file.employments} />
              <DispensationsCard file={file} />
              <PathCard file={file} />
            </div>
            <EnrolmentCard file={file} />
          </div>
        </>
      )}
    </WhenRead>
  );
}

/** What to do first, in a few words; else how the training stands. */
function describe(file: EnrolmentFile): string {
  if (file.state === 'withdrawn')
    return `abandon le ${file.endsOn ? formatDay(file.endsOn) : 'jour noté'}`;
  const unplanned = file.path.filter(({ state }) => state === 'to_plan').length;
  const { missing } = file.person;
  if (missing.length > 0) return `${countNoun(missing.length, 'information')} à compléter`;
  if (file.employments.some(({ tutor }) => tutor === null)) return 'un tuteur à désigner';
  if (unplanned > 0) return `${countNoun(unplanned, 'étape')} à planifier`;
  return file.hours.sentence;
}

const Trail = ({ file }: { readonly file: EnrolmentFile }) => (
  <span className={classes.effect}>
    <TextLink to="/apprenants" search={cohortSearch(file.cohort.id)}>
      {file.cohort.name}
    </TextLink>
    <span>{file.framework.title}</span>
    <StateBadge tone={stateTones[file.state]}>{enrolmentStateNames[file.state]}</StateBadge>
    {file.others.map((other) => (
      <TextLink key={other.id} to="/apprenants/$enrolmentId" params={{ enrolmentId: other.id }}>
        aussi dans {other.cohortName}
      </TextLink>
    ))}
  </span>
);

/** The other pages of the same learner. */
function Elsewhere({ file }: { readonly file: EnrolmentFile }) {
  const params = { enrolmentId: file.id };
  return (
    <nav className={classes.links} aria-label={`Le reste du dossier de ${file.person.name}`}>
      <ButtonLink size="xs" to="/apprenants/$enrolmentId/heures" params={params}>
        Heures
      </ButtonLink>
      <ButtonLink size="xs" to="/apprenants/$enrolmentId/epreuves" params={params}>
        Épreuves et attestations
      </ButtonLink>
      <ButtonLink size="xs" to="/apprenants/$enrolmentId/appreciations" params={params}>
        Appréciations
      </ButtonLink>
      <ButtonLink size="xs" to="/apprenants/$enrolmentId/echeances" params={params}>
        Échéances
      </ButtonLink>
      <ButtonLink size="xs" to="/apprenants/$enrolmentId/fil" params={params}>
        Relances
      </ButtonLink>
    </nav>
  );
}

function Actions({ file }: { readonly file: EnrolmentFile }) {
  const [isOpen, drawer] = useDisclosure();
  const reinstate = useWrite('POST /enrolments/:enrolmentId/reinstate');
  const undo = async () => {
    const params = { enrolmentId: file.id };
    await reinstate.mutateAsync({ params, body: { revision: file.revision } });
    notifyDone('L’abandon est annulé.');
  };
  return (
    <Can permission="enrolment:write">
      {file.state === 'withdrawn' ? (
        <Button loading={reinstate.isPending} onClick={() => undo().catch(() => {})}>
          Annuler l’abandon
        </Button>
      ) : (
        <Button onClick={drawer.open}>Noter un abandon</Button>
      )}
      {isOpen && <WithdrawDrawer file={file} onClose={drawer.close} />}
    </Can>
  );
}
