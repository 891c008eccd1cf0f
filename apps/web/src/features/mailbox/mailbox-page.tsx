import type { Answer } from '@jalon/contract';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import classes from './mailbox.module.css';

type Mailbox = Answer<'GET /mailbox'>;
type Mail = Mailbox['mails'][number];

/** The mails of the demonstration with their links: how its tutors, learners and juries come in. */
export function Page() {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const [page, setPage] = useState(1);
  const read = useRead(
    'GET /mailbox',
    { query: { page: String(page), ...(search ? { search } : {}) } },
    { refetchInterval: 5000 },
  );
  return (
    <main id="contenu" className={classes.page}>
      <PageHeader title="Les mails de la démonstration" overline="Jalon · aucun ne part vraiment" />
      <TextInput
        type="search"
        aria-label="Chercher un destinataire ou un objet"
        placeholder="Chercher un destinataire ou un objet"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPage(1);
        }}
      />
      <WhenRead isPart read={read}>
        {(mailbox) => (
          <>
            <Mails mails={mailbox.mails} />
            <Turn mailbox={mailbox} page={page} onTurn={setPage} />
          </>
        )}
      </WhenRead>
    </main>
  );
}

function Mails({ mails }: { readonly mails: readonly Mail[] }) {
  if (mails.length === 0)
    return (
      <EmptyState title="Aucun mail">
        Demandez une appréciation, ou votre lien d’accès : le mail s’affiche ici aussitôt.
      </EmptyState>
    );
  return (
    <ul className={classes.mails}>
      {mails.map((mail) => (
        <li key={mail.id}>
          <article className={classes.mail}>
            <header className={classes.head}>
              <h2>{mail.subject}</h2>
              <p>
                À <strong>{mail.toName}</strong> · {mail.toEmail} · {mail.centreName} ·{' '}
                <time dateTime={mail.at}>{formatMoment(mail.at)}</time>
              </p>
            </header>
            {mail.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {mail.action && (
              <Button component="a" href={mail.action.path} variant="filled">
                {mail.action.label}
              </Button>
            )}
            {mail.attachments.length > 0 && (
              <ul className={classes.attachments} aria-label="Fichiers joints">
                {mail.attachments.map(({ id, fileName }) => (
                  <li key={id}>
                    <a href={`/api/mailbox/attachments/${id}`} download={fileName}>
                      {fileName}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {mail.closing.map((paragraph) => (
              <p key={paragraph} className={classes.closing}>
                {paragraph}
              </p>
            ))}
          </article>
        </li>
      ))}
    </ul>
  );
}

interface TurnProps {
  readonly mailbox: Mailbox;
  readonly page: number;
  readonly onTurn: (page: number) => void;
}

function Turn({ mailbox: { total, pageSize }, page, onTurn }: TurnProps) {
  if (total <= pageSize) return null;
  return (
    <div className={classes.turn}>
      <Button disabled={page === 1} onClick={() => onTurn(page - 1)}>
        Plus récents
      </Button>
      <span>
        Page {page} sur {Math.ceil(total / pageSize)}
      </span>
      <Button disabled={page * pageSize >= total} onClick={() => onTurn(page + 1)}>
        Plus anciens
      </Button>
    </div>
  );
}
