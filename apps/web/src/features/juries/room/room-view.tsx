import type { BlockDecision } from '@jalon/domain';
import { formatDay } from '@jalon/domain';
import { Button, Kbd } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { RoomPage } from '../../../components/room-page.tsx';
import { useSession } from '../../../lib/session.ts';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import { BlockCard } from './block-card.tsx';
import { CandidateFile } from './candidate-file.tsx';
import { CandidateList } from './candidate-list.tsx';
import { RecuseButton } from './recuse-button.tsx';
import classes from './room.module.css';
import {
  type Candidate,
  type Draft,
  isComplete,
  keyOf,
  presentedBlocks,
  type Room,
} from './room-model.ts';
import { RoomBadges, RoomNotes } from './room-status.tsx';
import { useDrafts } from './use-drafts.ts';
import { useLiveDecisions } from './use-live-decisions.ts';
import { useRoomKeys } from './use-room-keys.ts';

/** The room of an open session: candidate after candidate, every member before the same screen. */
export function RoomView({ room }: { readonly room: Room }) {
  const { session, candidates } = room;
  const juryId = session.id;
  const [index, setIndex] = useState(0);
  const [blockCode, setBlockCode] = useState<string | null>(null);
  const [hasFile, setHasFile] = useState(false);
  const live = useLiveDecisions(juryId, room);
  const drafts = useDrafts(juryId, live.decisions, live.merge);
  useUnsavedGuard(drafts.hasUnsaved);
  useOnceBack(live.isCut, drafts.sendAgain);
  const candidate = candidates[index] ?? candidates[0];
  const { personId } = useSession();
  const own = room.members.find((member) => member.personId === personId);

  const go = (to: number) => {
    if (to < 0 || to >= candidates.length) return;
    setIndex(to);
    setBlockCode(null);
  };
  const blocks = candidate ? presentedBlocks(candidate) : [];
  const current = blocks.find((block) => block.blockCode === blockCode) ?? blocks[0];
  const isReadOnly = !room.canDecide || live.state !== 'open' || (candidate?.isClosedToMe ?? true);

  const save = (who: Candidate, code: string, draft: Draft) => {
    const { decision } = draft;
    if (!decision) return;
    void drafts.send([
      { enrolmentId: who.enrolmentId, blockCode: code, draft: { ...draft, decision } },
    ]);
  };
  const decide = (who: Candidate, code: string, decision: BlockDecision) => {
    const block = who.blocks.find((one) => one.blockCode === code);
    if (!block || isReadOnly) return;
    const key = keyOf(who.enrolmentId, code);
    const draft = { ...drafts.draftAt(key), decision };
    drafts.change(key, draft);
    setBlockCode(code);
    if (isComplete(block, draft)) save(who, code, draft);
  };
  const move = (step: 1 | -1) => {
    const at = blocks.findIndex((block) => block.blockCode === current?.blockCode);
    const next = blocks[Math.min(blocks.length - 1, Math.max(0, at + step))];
    if (next) setBlockCode(next.blockCode);
  };
  useRoomKeys({
    onDecide: (decision) => candidate && current && decide(candidate, current.blockCode, decision),
    onMove: move,
    onNext: () => go(index + 1),
  });
  if (!candidate) return <EmptyRoom room={room} />;

  return (
    <RoomPage
      overline={
        <>
          <span className={classes.wide}>Jury paritaire · </span>
          {formatDay(session.heldOn)} ·{' '}
          <span className={classes.wide}>
            {session.framework.rncp ?? session.framework.title} ·{' '}
          </span>
          <TextLink to="/jurys/$juryId" params={{ juryId }} inherit className={classes.leave}>
            Quitter la salle
          </TextLink>
        </>
      }
      title={`Candidat ${index + 1} sur ${candidates.length} — ${candidate.name}`}
      badges={<RoomBadges room={room} isCut={live.isCut} state={live.state} />}
      listLabel="Candidats"
      list={
        <CandidateList
          candidates={candidates}
          decisions={live.decisions}
          current={index}
          onChoose={go}
        />
      }
      notes={<RoomNotes room={room} candidate={candidate} />}
      actions={
        <>
          <Button disabled={index === 0} onClick={() => go(index - 1)}>
            Précédent
          </Button>
          <Button
            variant="filled"
            disabled={index === candidates.length - 1}
            onClick={() => go(index + 1)}
            rightSection={<Kbd className={classes.key ?? ''}>↵</Kbd>}
          >
            Candidat suivant
          </Button>
        </>
      }
    >
      <div className={classes.facts}>
        <dl>
          {candidate.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className={classes.candidateActions}>
          <Button onClick={() => setHasFile(true)}>Ouvrir le dossier</Button>
          {own && room.canDecide && !candidate.isClosedToMe && (
            <RecuseButton
              juryId={juryId}
              memberId={own.id}
              enrolmentId={candidate.enrolmentId}
              candidateName={candidate.name}
            />
          )}
        </div>
      </div>
      {room.whyNotDecide && <p className={classes.notice}>{room.whyNotDecide}</p>}
      {candidate.isClosedToMe && (
        <p className={classes.notice}>
          Vous avez un lien avec {candidate.name} : les autres membres décident pour ce candidat.
        </p>
      )}
      <div className={classes.blocks}>
        {candidate.blocks.map((block) => {
          const key = keyOf(candidate.enrolmentId, block.blockCode);
          return (
            <BlockCard
              key={key}
              name={room.blocks.find(({ code }) => code === block.blockCode)?.shortName ?? ''}
              block={block}
              decision={live.decisions.get(key)}
              draft={drafts.draftAt(key)}
              problem={drafts.problemAt(key)}
              isSaving={drafts.isSaving(key)}
              isCurrent={!isReadOnly && block.blockCode === current?.blockCode}
              isReadOnly={isReadOnly}
              onFocus={() => setBlockCode(block.blockCode)}
              onDecide={(decision) => decide(candidate, block.blockCode, decision)}
              onType={(draft) => drafts.change(key, draft)}
              onSave={(draft) => save(candidate, block.blockCode, draft)}
              onTakeTheirs={() => drafts.forget([key])}
            />
          );
        })}
      </div>
      {hasFile && (
        <CandidateFile
          juryId={juryId}
          enrolmentId={candidate.enrolmentId}
          name={candidate.name}
          onClose={() => setHasFile(false)}
        />
      )}
    </RoomPage>
  );
}

/** Calls back when a cut connection has returned. */
function useOnceBack(isCut: boolean, onBack: () => Promise<void>): void {
  const callBack = useEffectEvent(() => void onBack());
  const wasCut = useRef(false);
  useEffect(() => {
    if (!isCut && wasCut.current) callBack();
    wasCut.current = isCut;
  }, [isCut]);
}

function EmptyRoom({ room }: { readonly room: Room }) {
  return (
    <RoomPage
      overline={`Jury paritaire · ${formatDay(room.session.heldOn)}`}
      title="Aucun candidat dans cette session"
      listLabel="Candidats"
      list={null}
      actions={
        <ButtonLink to="/jurys/$juryId" params={{ juryId: room.session.id }}>
          Préparer la session
        </ButtonLink>
      }
    >
      <p>Ajoutez une cohorte ou un candidat à représenter, puis revenez dans la salle.</p>
    </RoomPage>
  );
}
