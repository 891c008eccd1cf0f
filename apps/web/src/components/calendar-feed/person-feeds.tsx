import type { CalendarFeedView } from '@jalon/contract';
import { formatDay, withDe } from '@jalon/domain';
import { useRead, useWrite } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import { RowList } from '../row-list.tsx';
import { WhenRead } from '../when-read.tsx';
import classes from './calendar-feed.module.css';

interface FeedHolder {
  readonly personId: string;
  readonly name: string;
}

/** The secret addresses at which these people's own half-days are read; the office ends them. */
export const PersonFeeds = ({ people }: { readonly people: readonly FeedHolder[] }) => (
  <RowList>
    {people.map((person) => (
      <Holder key={person.personId} {...person} />
    ))}
  </RowList>
);

function Holder({ personId, name }: FeedHolder) {
  const read = useRead('GET /people/:personId/calendar-feeds', { params: { personId } });
  return (
    <WhenRead read={read}>
      {(feeds) => (
        <>
          {feeds.length === 0 && (
            <li>
              <span>{name}</span>
              <span className={classes.quiet}>aucune adresse en service</span>
            </li>
          )}
          {feeds.map((feed) => (
            <li key={feed.id}>
              <span>
                {name}
                <span className={classes.facts}>{sayStanding(feed)}</span>
              </span>
              <RevokeButton feed={feed} name={name} />
            </li>
          ))}
        </>
      )}
    </WhenRead>
  );
}

const sayStanding = ({ createdAt, createdBy, lastReadAt, subject }: CalendarFeedView): string => {
  const maker = createdBy === subject.name ? '' : ` par ${createdBy}`;
  const reading = lastReadAt
    ? `lue en dernier le ${formatMoment(lastReadAt)}`
    : 'pas encore lue par un agenda';
  return `Créée le ${formatDay(createdAt.slice(0, 10))}${maker}, ${reading}`;
};

function RevokeButton({ feed, name }: { readonly feed: CalendarFeedView; readonly name: string }) {
  const mayRevoke = useIsAllowed('calendar-feed:write');
  const revoke = useWrite('DELETE /calendar-feeds/:feedId', {
    invalidates: ['GET /people/:personId/calendar-feeds', 'GET /calendar-feeds'],
  });
  if (!mayRevoke) return null;
  return (
    <ConfirmButton
      size="compact-sm"
      label="Révoquer"
      title={`Révoquer l’adresse d’agenda ${withDe(name)} ?`}
      loss="Les agendas abonnés à cette adresse ne se mettront plus à jour. Une autre adresse pourra être créée ; celle-ci ne servira plus jamais."
      confirmLabel="Révoquer l’adresse"
      onConfirm={async () => {
        await revoke.mutateAsync({ params: { feedId: feed.id } });
        notifyDone(`L’adresse d’agenda ${withDe(name)} est révoquée.`);
      }}
    />
  );
}
