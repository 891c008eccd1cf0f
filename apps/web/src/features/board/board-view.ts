import type { Board, BoardLearner } from '@jalon/contract';
import { formatRate } from '@jalon/domain';

export const boardFilters = ['tous', 'risque', 'prets', 'acquis'] as const;
export type BoardFilter = (typeof boardFilters)[number];

/** What the board shows, as the page's address keeps it. */
export interface BoardView {
  readonly query: string;
  readonly filter: BoardFilter;
  /** The cell that the panel explains. */
  readonly selected: { readonly enrolmentId: string; readonly blockCode: string } | null;
  /** A figure that the panel takes apart, when no cell is selected. */
  readonly figure: 'heures' | 'assiduite' | null;
}

/** Reads the view from the address; anything unknown there is the default. */
export function readBoardView(search: Readonly<Record<string, unknown>>): BoardView {
  const text = (name: string) => (search[name] === undefined ? '' : String(search[name]));
  const [enrolmentId, blockCode] = text('case').split('.');
  const figure = text('chiffre');
  return {
    query: text('q'),
    filter: boardFilters.find((filter) => filter === text('filtre')) ?? 'tous',
    selected: enrolmentId && blockCode ? { enrolmentId, blockCode } : null,
    figure: figure === 'heures' || figure === 'assiduite' ? figure : null,
  };
}

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-’']/g, ' ');

const isInFilter: Record<BoardFilter, (learner: BoardLearner) => boolean> = {
  tous: () => true,
  risque: ({ isAtRisk }) => isAtRisk,
  prets: ({ isReady }) => isReady,
  acquis: ({ isAcquired }) => isAcquired,
};

/** The learners that the filter and the search keep; every word of the search must be in the name. */
export function selectLearners(
  learners: readonly BoardLearner[],
  { query, filter }: Pick<BoardView, 'query' | 'filter'>,
): readonly BoardLearner[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return learners.filter((learner) => {
    const name = folded(`${learner.familyName} ${learner.givenName}`);
    return isInFilter[filter](learner) && words.every((word) => name.includes(word));
  });
}

export interface BoardFigures {
  readonly due: number;
  readonly done: number;
  readonly expected: number;
  readonly attended: number;
  readonly ready: number;
  /** Those who still have a block to acquire: whom a jury is for. */
  readonly candidates: number;
  readonly acquired: number;
  readonly issued: number;
  readonly atRisk: number;
}

/** The sums over these learners, in minutes and heads. */
export const sumFigures = (learners: readonly BoardLearner[]): BoardFigures => {
  const sum = (of: (learner: BoardLearner) => number) =>
    learners.reduce((total, learner) => total + of(learner), 0);
  return {
    due: sum(({ dueMinutes }) => dueMinutes),
    done: sum(({ doneMinutes }) => doneMinutes),
    expected: sum(({ expectedMinutes }) => expectedMinutes),
    attended: sum(({ attendedMinutes }) => attendedMinutes),
    ready: sum(({ isReady }) => Number(isReady)),
    candidates: sum(({ isAcquired }) => Number(!isAcquired)),
    acquired: sum(({ isAcquired }) => Number(isAcquired)),
    issued: sum(({ certificate }) => Number(certificate.state === 'issued')),
    atRisk: sum(({ isAtRisk }) => Number(isAtRisk)),
  };
};

/** « RNCP 40913 » from the register's `RNCP40913`. */
export const formatCertification = (code: string): string =>
  code.replace(/^(RNCP|RS)(\d+)$/, '$1 $2');

/** The certificate has a column as soon as it is near for somebody: all blocks acquired, or issued. */
export const showsCertificate = (learners: readonly BoardLearner[]): boolean =>
  learners.some(({ certificate }) => certificate.state !== 'awaited');

/** The board as a spreadsheet: a line a learner, and for each block its state and its fact. */
export function listExport(
  blocks: Board['blocks'],
  learners: readonly BoardLearner[],
): { readonly headers: readonly string[]; readonly rows: (string | number)[][] } {
  const hours = (minutes: number) => Math.round((100 * minutes) / 60) / 100;
  const ofBlocks = blocks.flatMap(({ code, shortName }) => [
    `${code} ${shortName}`,
    `${code} précision`,
  ]);
  return {
    headers: [
      'Nom',
      'Prénom',
      'Heures réalisées',
      'Heures dues',
      'Assiduité',
      'Prêt pour le jury',
      ...ofBlocks,
      'Certificat',
      'Certificat précision',
    ],
    rows: learners.map((learner) => [
      learner.familyName,
      learner.givenName,
      hours(learner.doneMinutes),
      hours(learner.dueMinutes),
      formatRate(learner.attendedMinutes, learner.expectedMinutes),
      learner.isReady ? 'oui' : 'non',
      ...learner.cells.flatMap(({ label, fact }) => [label, fact]),
      learner.certificate.label,
      learner.certificate.fact,
    ]),
  };
}

/** Where an arrow key leads in a grid of `rows` × `columns`; `null` for another key. */
export function moveInGrid(
  key: string,
  at: { readonly row: number; readonly column: number },
  size: { readonly rows: number; readonly columns: number },
): { row: number; column: number } | null {
  const clamp = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const to = (row: number, column: number) => ({
    row: clamp(row, size.rows),
    column: clamp(column, size.columns),
  });
  const moves: Record<string, () => { row: number; column: number }> = {
    ArrowUp: () => to(at.row - 1, at.column),
    ArrowDown: () => to(at.row + 1, at.column),
    ArrowLeft: () => to(at.row, at.column - 1),
    ArrowRight: () => to(at.row, at.column + 1),
    Home: () => to(at.row, 0),
    End: () => to(at.row, size.columns - 1),
    PageUp: () => to(at.row - 10, at.column),
    PageDown: () => to(at.row + 10, at.column),
  };
  return moves[key]?.() ?? null;
}
