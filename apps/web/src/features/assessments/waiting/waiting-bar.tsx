import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { TextLink } from '../../../components/app-link.tsx';
import { keepSession, listKept, ownerOf } from '../../../lib/kept-reads.ts';
import { useSession } from '../../../lib/session.ts';
import type { SenderState } from './result-sender.ts';
import { useResultSender } from './use-result-sender.ts';
import classes from './waiting.module.css';
import { WaitingList } from './waiting-list.tsx';

/**
 * For who marks épreuves: lets Jalon open without a network on this device, sends what it kept as
 * soon as the network is back, and says meanwhile what waits.
 */
export default function WaitingBar() {
  const session = useSession();
  const { sender, state } = useResultSender();
  const { online } = useNetwork();
  const [isOpen, list] = useDisclosure();
  useEffect(() => {
    if (import.meta.env.PROD) keepBuild();
  }, []);
  useEffect(() => {
    if (!online) return;
    void keepSession(session);
    void sender.flush();
  }, [online, sender, session]);
  const message = describeWaiting(state, online);
  return (
    <>
      {message && (
        <div role="status" className={classes.bar} data-tone={message.tone}>
          <p>{message.text}</p>
          {state.waiting.length > 0 && (
            <Button size="compact-sm" onClick={list.open}>
              Voir
            </Button>
          )}
          {!online && <KeptGrids key={ownerOf(session)} />}
        </div>
      )}
      {isOpen && <WaitingList onClose={list.close} />}
    </>
  );
}

/** A browser that refuses (private window, no TLS) still works with a network. */
const keepBuild = (): void =>
  void navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);

function describeWaiting({ waiting, status }: SenderState, online: boolean) {
  const refused = waiting.filter(({ refusal }) => refusal !== null).length;
  const rest = waiting.length - refused;
  if (refused > 0) {
    const words = refused < 2 ? 'n’a pas été accepté' : 'n’ont pas été acceptés';
    return { tone: 'bad', text: `${countNoun(refused, 'résultat')} ${words} : à revoir.` };
  }
  if (rest > 0 && status === 'logged_out') {
    const text = `${countNoun(rest, 'résultat')} sur cet appareil : reconnectez-vous pour l’envoi.`;
    return { tone: 'warn', text };
  }
  if (rest > 0 && (!online || status === 'waiting')) {
    const kept = rest < 2 ? 'résultat gardé' : 'résultats gardés';
    const text = `${rest} ${kept} sur cet appareil, envoi au retour du réseau.`;
    return { tone: 'warn', text };
  }
  if (!online)
    return {
      tone: 'warn',
      text: 'Pas de réseau : les épreuves que vous notez sont gardées sur cet appareil.',
    };
  return null;
}

/** The grids that still open: those read today on this device. */
function KeptGrids() {
  const session = useSession();
  const route = 'GET /cohorts/:cohortId/assessments/:blockCode';
  const { data: grids = [] } = useQuery({
    queryKey: ['kept grids', ownerOf(session)],
    queryFn: () => listKept(route, session),
    staleTime: 0,
  });
  if (grids.length === 0) return null;
  return (
    <p className={classes.grids}>
      Grilles qui s’ouvrent sans réseau :{' '}
      {grids.map(({ cohort, block }, index) => (
        <span key={`${cohort.id} ${block.code}`}>
          {index > 0 && ', '}
          <TextLink
            to="/cohortes/$cohortId/epreuves/$blockCode"
            params={{ cohortId: cohort.id, blockCode: block.code }}
          >
            {block.code} de {cohort.name}
          </TextLink>
        </span>
      ))}
    </p>
  );
}
