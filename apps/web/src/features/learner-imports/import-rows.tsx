import type { ImportRow } from '@jalon/contract';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './learner-imports.module.css';

const outcomes: Record<ImportRow['outcome'], { readonly word: string; readonly tone: Tone }> = {
  new: { word: 'Nouveau', tone: 'ok' },
  changed: { word: 'Modifié', tone: 'ready' },
  unchanged: { word: 'Inchangé', tone: 'mute' },
  error: { word: 'En erreur', tone: 'bad' },
};

const columns: readonly Column<ImportRow>[] = [
  { key: 'ligne', header: 'Ligne', value: (row) => row.line, align: 'end' },
  { key: 'nom', header: 'Apprenant', value: (row) => row.name || '(sans nom)' },
  {
    key: 'resultat',
    header: 'Résultat',
    value: (row) => outcomes[row.outcome].word,
    cell: (row) => (
      <div>
        <StateBadge tone={outcomes[row.outcome].tone}>{outcomes[row.outcome].word}</StateBadge>
        {row.outcome === 'new' && row.isKnown && (
          <div className={classes.soft}>personne déjà connue</div>
        )}
      </div>
    ),
    isFilter: true,
  },
  {
    key: 'detail',
    header: 'Pourquoi, et ce qui change',
    value: (row) =>
      [
        ...row.problems.map(({ column, message }) => [column, message].filter(Boolean).join(' : ')),
        ...row.additions,
        ...row.kept,
        ...row.changes.map(({ label, from, to }) => `${label} : ${from} → ${to}`),
      ].join(' '),
    cell: (row) => <Details row={row} />,
  },
];

function Details({ row }: { readonly row: ImportRow }) {
  if (row.problems.length + row.additions.length + row.kept.length + row.changes.length === 0)
    return null;
  return (
    <ul className={classes.lines}>
      {row.problems.map(({ column, value, message }) => (
        <li key={`${column} ${message}`} className={classes.cellProblem}>
          {column && <strong>{column}</strong>}
          {column && (value ? ` (${value}) : ` : ' : ')}
          {message}
        </li>
      ))}
      {[...row.additions, ...row.kept].map((sentence) => (
        <li key={sentence}>{keepFrenchSpaces(sentence)}</li>
      ))}
      {row.changes.map(({ label, from, to }) => (
        <li key={label}>
          {label} : <span className={classes.old}>{from}</span> → {to}
        </li>
      ))}
    </ul>
  );
}

/** The lines of a file, each with what it does or why it cannot. */
export const ImportRows = ({ rows }: { readonly rows: readonly ImportRow[] }) => (
  <DataList
    label="Lignes du fichier"
    rows={rows}
    rowKey={(row) => String(row.line)}
    columns={columns}
    empty={null}
  />
);
