import type { Answer } from '@jalon/contract';
import { ProblemError } from '../../lib/problem-error.ts';

export type Sheet = Answer<'GET /tutor/appraisals/:appraisalId'>;
export type Saved = Answer<'PUT /tutor/appraisals/:appraisalId'>;
export type Level = Sheet['ratings'][string];

/** What a tutor has answered so far. */
export interface Answers {
  readonly ratings: Readonly<Record<string, Level>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly comment: string;
}

export type Version = Answers & { readonly revision: number; readonly savedAt: string | null };

/** `waiting`: the network is down, it is tried again. `stopped`: the API refuses, `problem` says why. */
export type SaveStatus = 'saved' | 'saving' | 'waiting' | 'conflict' | 'stopped';

export interface DraftState {
  readonly answers: Answers;
  readonly status: SaveStatus;
  readonly savedAt: string | null;
  readonly revision: number;
  readonly warnings: Saved['warnings'];
  /** The other version, when someone else saved meanwhile. */
  readonly theirs: Version | null;
  readonly problem: unknown;
}

/** What the saver needs of the world: sending, keeping on the phone, waiting. */
export interface Surroundings {
  send(body: Answers & { revision: number }): Promise<Saved>;
  /** Keeps what is not saved yet across a reload; `null` forgets it. */
  keep(pending: (Answers & { revision: number }) | null): void;
  wait(milliseconds: number, then: () => void): void;
}

const RETRY_AFTER = [1_000, 2_000, 4_000, 8_000, 15_000];
/** A person stops typing before a word is sent; a tap leaves at once. */
const TYPING_PAUSE = 700;

/**
 * Keeps a draft at each tap: one save at a time, the newest answers always last, tried again for as
 * long as the network is down. Nothing answered is ever dropped.
 */
export class DraftSaver {
  private state: DraftState;
  private readonly listeners = new Set<() => void>();
  private sent: Answers | null = null;
  private isSending = false;
  private failures = 0;
  private typing = 0;

  constructor(
    sheet: Version & { readonly warnings: Saved['warnings'] },
    private readonly surroundings: Surroundings,
    pending: (Answers & { revision: number }) | null = null,
  ) {
    const { ratings, comments, comment, revision, savedAt, warnings } = sheet;
    const saved = { ratings, comments, comment };
    this.state = {
      answers: saved,
      status: 'saved',
      savedAt,
      revision,
      warnings,
      theirs: null,
      problem: null,
    };
    if (!pending || isSame(pending, saved)) return;
    const isConflict = pending.revision !== revision;
    this.state = {
      ...this.state,
      answers: pick(pending),
      status: isConflict ? 'conflict' : 'saving',
      theirs: isConflict ? { ...saved, revision, savedAt } : null,
    };
    if (!isConflict) this.surroundings.wait(0, () => this.flush());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): DraftState => this.state;

  rate(code: string, level: Level): void {
    this.change({ ratings: { ...this.state.answers.ratings, [code]: level } });
    this.flush();
  }

  /** Words are sent once the person pauses; leaving the field sends them at once. */
  write(change: Partial<Answers>): void {
    this.change(change);
    this.typing += 1;
    const turn = this.typing;
    this.surroundings.wait(TYPING_PAUSE, () => {
      if (turn === this.typing) this.flush();
    });
  }

  /** Saves now what is not saved yet: on leaving a field, or when the network is back. */
  flush(): void {
    if (this.isSending || this.state.status === 'conflict' || this.state.status === 'saved') return;
    void this.send();
  }

  /** After a conflict: this version over the other one. */
  keepMine(): void {
    const { theirs } = this.state;
    if (!theirs) return;
    this.set({ revision: theirs.revision, theirs: null, status: 'saving' });
    this.flush();
  }

  /** After a conflict: the other version instead of this one. */
  takeTheirs(): void {
    const { theirs } = this.state;
    if (!theirs) return;
    const { revision, savedAt } = theirs;
    this.surroundings.keep(null);
    this.set({ answers: pick(theirs), revision, savedAt, theirs: null, status: 'saved' });
  }

  private change(change: Partial<Answers>): void {
    const answers = { ...this.state.answers, ...change };
    this.surroundings.keep({ ...answers, revision: this.state.revision });
    const { status } = this.state;
    this.set({ answers, status: status === 'conflict' ? status : 'saving', problem: null });
  }

  private async send(): Promise<void> {
    const { answers, revision } = this.state;
    this.isSending = true;
    this.sent = answers;
    try {
      this.accept(answers, await this.surroundings.send({ ...answers, revision }));
    } catch (error) {
      this.refuse(error);
    }
  }

  private accept(answers: Answers, saved: Pick<Saved, 'revision' | 'savedAt' | 'warnings'>): void {
    this.isSending = false;
    this.failures = 0;
    const { revision, savedAt, warnings } = saved;
    const isLast = isSame(answers, this.state.answers);
    this.surroundings.keep(isLast ? null : { ...this.state.answers, revision });
    this.set({ revision, savedAt, warnings, status: isLast ? 'saved' : 'saving' });
    if (!isLast) this.flush();
  }

  private refuse(error: unknown): void {
    this.isSending = false;
    const problem = error instanceof ProblemError ? error : null;
    if (problem?.code === 'edited_meanwhile') {
      // A sheet of one comment has no levels.
      const theirs = { ratings: {}, comments: {}, ...(problem.current as object) } as Version;
      // Our own save whose answer was lost on the way: no conflict.
      if (this.sent && isSame(theirs, this.sent))
        this.accept(this.sent, { ...theirs, warnings: this.state.warnings });
      else this.set({ status: 'conflict', theirs });
      return;
    }
    if (problem && !isPassing(problem)) this.set({ status: 'stopped', problem });
    else this.tryAgain();
  }

  private tryAgain(): void {
    this.set({ status: 'waiting' });
    const pause = RETRY_AFTER[Math.min(this.failures, RETRY_AFTER.length - 1)] ?? 15_000;
    this.failures += 1;
    this.surroundings.wait(pause, () => this.flush());
  }

  private set(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const pick = ({ ratings, comments, comment }: Answers): Answers => ({ ratings, comments, comment });

/** A fault that passes by itself: no network, a server that restarts, too many requests. */
const isPassing = ({ code, status }: ProblemError): boolean =>
  code === 'network_down' || status >= 500 || status === 429;

/** Whether two versions say the same; an empty word is no word. */
function isSame(one: Answers, other: Answers): boolean {
  return (
    one.comment.trim() === other.comment.trim() &&
    isSameRecord(one.ratings, other.ratings) &&
    isSameRecord(one.comments, other.comments)
  );
}

function isSameRecord(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...codes].every((code) => (one[code] ?? '').trim() === (other[code] ?? '').trim());
}
