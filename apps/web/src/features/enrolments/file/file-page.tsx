import type { EnrolmentFile, LearnerStanding } from '@jalon/contract';
import { enrolmentStateNames, isTaught } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { TextLink } from '../../../components/app-link.tsx';
import { AttestedBlocks } from '../../../components/attested-blocks.tsx';
import { Can } from '../../../components/can.tsx';
import { LearnerTabs } from '../../../components/learner-tabs.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { SummonsCard } from '../../../components/summons/summons-card.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { cohortSearch } from '../../../lib/cohort-search.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useAct } from '../../../lib/use-act.ts';
import { useParam } from '../../../lib/use-param.ts';
import classes from '../enrolments.module.css';
import { stateTones } from '../words.ts';
import { AccessesCards } from './accesses-cards.tsx';
import { DispensationsCard } from './dispensations-card.tsx';
import { EarlyEndCard } from './early-end-card.tsx';
import { EmploymentsCard } from './employments-card.tsx';
import { EnrolmentCard } from './enrolment-card.tsx';
import { EquivalencesCard } from './equivalences-card.tsx';
import { FundingCard } from './funding-card.tsx';
import { IdentityCard } from './identity-card.tsx';
import { PathCard } from './path-card.tsx';
import { PositioningCard } from './positioning-card.tsx';
import { ReceivedBlocksCard } from './received-blocks-card.tsx';
import { StandingCard } from './standing-card.tsx';
import { VaeCard } from './vae-card.tsx';
import { WithdrawDrawer } from './withdraw-drawer.tsx';

/** The file of a learner: where they stand, who, on what conditions, with whom, by which path. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const params = { enrolmentId };
  const read = useRead('GET /enrolments/:enrolmentId', { params });
  const standing = useRead('GET /enrolments/:enrolmentId/standing', { params });
  return (
    <WhenRead read={read}>
      {(file) => (
        <WhenRead read={standing}>{(stands) => <FileView file={file} stands={stands} />}</WhenRead>
      )}
    </WhenRead>
  );
}

function FileView({
  file,
  stands,
}: {
  readonly file: EnrolmentFile;
  readonly stands: LearnerStanding;
}) {
  return (
    <>
      <PageHeader
        title={`${file.person.name} : ${stands.sentence}`}
        overline={<Trail file={file} />}
        actions={<Actions file={file} />}
      />
      <LearnerTabs enrolmentId={file.id} />
      <StandingCard enrolmentId={file.id} stands={stands} toDo={file.toComplete} />
      <AttestedBlocks enrolmentId={file.id} />
      <div className={classes.columns}>
        <div>
          <IdentityCard person={file.person} />
          <EmploymentsCard personId={file.person.id} employments={file.employments} />
          <DispensationsCard file={file} />
          <EquivalencesCard file={file} />
          <ReceivedBlocksCard file={file} />
          <PathCard file={file} />
        </div>
        <div>
          <EnrolmentCard file={file} />
          <PositioningCard enrolmentId={file.id} learnerName={file.person.name} />
          <VaeCard file={file} />
          <FundingCard file={file} />
          <EarlyEndCard file={file} />
          {file.state === 'active' && isTaught(file.route) && (
            <SummonsCard cohortId={file.cohort.id} enrolmentId={file.id} />
          )}
          <AccessesCards file={file} />
        </div>
      </div>
    </>
  );
}

const Trail = ({ file }: { readonly file: EnrolmentFile }) => (
  <span className={classes.effect}>
    <TextLink to="/apprenants" search={cohortSearch(file.cohort.id)}>
      {file.cohort.name}
    </TextLink>
    <span>{keepFrenchSpaces(file.framework.title)}</span>
    <StateBadge tone={stateTones[file.state]}>{enrolmentStateNames[file.state]}</StateBadge>
    {file.others.map((other) => (
      <TextLink key={other.id} to="/apprenants/$enrolmentId" params={{ enrolmentId: other.id }}>
        aussi dans {other.cohortName}
      </TextLink>
    ))}
  </span>
);

function Actions({ file }: { readonly file: EnrolmentFile }) {
  const [isOpen, drawer] = useDisclosure();
  const reinstate = useWrite('POST /enrolments/:enrolmentId/reinstate');
  const params = { enrolmentId: file.id };
  const queryClient = useQueryClient();
  const undo = useAct(async () => {
    try {
      await reinstate.mutateAsync({ params, body: { revision: file.revision } });
    } catch (error) {
      // What somebody changed meanwhile is shown: the next try is made on it.
      await queryClient.invalidateQueries();
      throw error;
    }
    notifyDone('L’abandon est annulé.');
  });
  return (
    <Can permission="enrolment:write">
      <ProblemAlert problem={undo.problem} />
      {file.state === 'withdrawn' ? (
        <Button loading={undo.isPending} onClick={undo.run}>
          Annuler l’abandon
        </Button>
      ) : (
        file.state === 'active' && <Button onClick={drawer.open}>Noter un abandon</Button>
      )}
      {isOpen && <WithdrawDrawer file={file} onClose={drawer.close} />}
    </Can>
  );
}
