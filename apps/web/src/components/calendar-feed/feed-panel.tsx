import type { CalendarFeedView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRead, useWrite } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import { ProblemAlert } from '../problem-alert.tsx';
import { WhenRead } from '../when-read.tsx';
import classes from './calendar-feed.module.css';
import { type FeedOf, isFeedOf } from './feed-of.ts';
import { FreshAddress } from './fresh-address.tsx';

const invalidates = ['GET /calendar-feeds'] as const;

/** A calendar in one's own application: make its address, replace it, revoke it. */
export function FeedPanel({ of }: { readonly of: FeedOf }) {
  const read = useRead('GET /calendar-feeds', {});
  const { personId } = useSession();
  const [fresh, setFresh] = useState<string | null>(null);
  return (
    <WhenRead isPart read={read}>
      {(feeds) => {
        const own = feeds.filter((feed) => isFeedOf(of, personId, feed));
        const mine = own.find(({ isMine }) => isMine);
        return (
          <>
            {fresh && mine && <FreshAddress address={fresh} />}
            {!fresh && mine && <Standing feed={mine} onAddress={setFresh} />}
            {!mine && <NoAddress of={of} onAddress={setFresh} />}
            <Others feeds={own.filter(({ isMine }) => !isMine)} />
          </>
        );
      }}
    </WhenRead>
  );
}

interface OnAddress {
  readonly onAddress: (address: string | null) => void;
}

function NoAddress({ of, onAddress }: OnAddress & { readonly of: FeedOf }) {
  const create = useWrite('POST /calendar-feeds', { invalidates });
  const { run, isPending, problem } = useAct(async () => {
    const { address } = await create.mutateAsync({ body: of });
    onAddress(address);
  });
  return (
    <>
      <p className={classes.text}>
        Une adresse à coller dans Google Agenda, Outlook ou Thunderbird : les créneaux y arrivent,
        et suivent quand ils bougent ou sont annulés.
      </p>
      <ProblemAlert problem={problem} />
      <Button variant="filled" loading={isPending} onClick={() => run()}>
        Créer l’adresse
      </Button>
    </>
  );
}

function Standing({ feed, onAddress }: OnAddress & { readonly feed: CalendarFeedView }) {
  const replace = useWrite('POST /calendar-feeds/:feedId/replacement', { invalidates });
  const revoke = useRevoke(feed);
  return (
    <>
      <p className={classes.text}>
        Votre adresse est en service depuis le {formatDay(feed.createdAt.slice(0, 10))}. Elle ne
        s’affiche plus : si vous ne l’avez pas gardée, ou si quelqu’un d’autre l’a, remplacez-la.
      </p>
      <div className={classes.buttons}>
        <ConfirmButton
          label="Remplacer l’adresse"
          title="Remplacer l’adresse de cet agenda ?"
          loss="Les agendas abonnés à l’adresse actuelle ne se mettront plus à jour : il faudra y coller la nouvelle."
          confirmLabel="Remplacer l’adresse"
          onConfirm={async () => {
            const { address } = await replace.mutateAsync({ params: { feedId: feed.id } });
            onAddress(address);
          }}
        />
        <ConfirmButton
          label="Révoquer"
          title="Révoquer l’adresse de cet agenda ?"
          loss="Les agendas abonnés ne se mettront plus à jour. Vous pourrez créer une autre adresse."
          confirmLabel="Révoquer l’adresse"
          onConfirm={async () => {
            await revoke();
            onAddress(null);
          }}
        />
      </div>
    </>
  );
}

/** Addresses that others made of the same calendar: the coordination sees and ends them. */
function Others({ feeds }: { readonly feeds: readonly CalendarFeedView[] }) {
  if (feeds.length === 0) return null;
  return (
    <>
      <h3 className={classes.how}>Adresses d’autres personnes</h3>
      {feeds.map((feed) => (
        <Other key={feed.id} feed={feed} />
      ))}
    </>
  );
}

function Other({ feed }: { readonly feed: CalendarFeedView }) {
  const revoke = useRevoke(feed);
  return (
    <div className={classes.other}>
      <span>
        {feed.createdBy}, le {formatDay(feed.createdAt.slice(0, 10))}
      </span>
      <ConfirmButton
        size="xs"
        label="Révoquer"
        title={`Révoquer l’adresse de ${feed.createdBy} ?`}
        loss="Ses agendas abonnés ne se mettront plus à jour."
        confirmLabel="Révoquer l’adresse"
        onConfirm={revoke}
      />
    </div>
  );
}

function useRevoke(feed: CalendarFeedView) {
  const revoke = useWrite('DELETE /calendar-feeds/:feedId', { invalidates });
  return () => revoke.mutateAsync({ params: { feedId: feed.id } });
}
