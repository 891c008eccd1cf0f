import type { FieldProblem, Request } from '@jalon/contract';
import { ProblemError } from '../../../lib/problem-error.ts';

/** One result as it is sent: its id lets the API write it once, however often it arrives. */
export type SentResult = Request<'PUT /assessment-results'>['body']['results'][number] & {
  readonly resultId: string;
};

/** A result that this device keeps until the API has it. */
export interface WaitingResult {
  readonly result: SentResult;
  readonly cohortId: string;
  readonly learnerName: string;
  readonly assessmentTitle: string;
  readonly keptAt: string;
  /** Why the API did not take it; `null` while it has not been asked, or could not be reached. */
  readonly refusal: Refusal | null;
}

/** What a `ProblemError` says, in a form that a device can keep. */
export type Refusal = Pick<ProblemError, 'code' | 'status' | 'title' | 'detail' | 'current'> & {
  readonly errors: FieldProblem[];
};

/** `waiting`: no network, it is tried again. `logged_out`: the person has to log in first. */
export type SendStatus = 'idle' | 'sending' | 'waiting' | 'logged_out';

export interface SenderState {
  readonly waiting: readonly WaitingResult[];
  readonly status: SendStatus;
}

/** What the sender needs of the world. */
export interface Surroundings {
  send(result: SentResult): Promise<void>;
  /** Changes the list that the device keeps, in one step, and returns it. */
  change(
    change: (list: readonly WaitingResult[]) => readonly WaitingResult[],
  ): Promise<readonly WaitingResult[]>;
  /** Runs alone among all the pages open on this device. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Shows what has just been written. */
  refresh(): Promise<unknown>;
  wait(milliseconds: number, then: () => void): void;
}

const RETRY_AFTER = 10_000;
/** A form is not held longer by a network that neither answers nor fails. */
const PATIENCE = 4_000;

/**
 * Sends results one at a time, in the order in which they were noted, and keeps on the device those
 * that the network did not carry. A refused one steps aside, is shown, and stops no other.
 */
export class ResultSender {
  private state: SenderState = { waiting: [], status: 'idle' };
  private readonly listeners = new Set<() => void>();
  private isRetryPlanned = false;

  constructor(private readonly surroundings: Surroundings) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): SenderState => this.state;

  /**
   * Keeps a result, then sends it after those that wait already. `kept`: the network did not carry
   * it yet. What was kept for the same attempt of the same learner gives way to it.
   * @throws ProblemError when the API refuses it; it is then no longer kept, save when it took the
   * place of one that was: nothing noted is lost.
   */
  async submit(item: WaitingResult): Promise<'sent' | 'kept'> {
    const isReplacement = this.state.waiting.some((other) => isSameCell(other, item));
    await this.change((list) => [...list.filter((other) => !isSameCell(other, item)), item]);
    const isInTime = await Promise.race([
      this.flush().then(() => true),
      new Promise<boolean>((resolve) => this.surroundings.wait(PATIENCE, () => resolve(false))),
    ]);
    const left = this.state.waiting.find((other) => isSame(other, item));
    if (!left) return 'sent';
    if (!left.refusal || !isInTime) return 'kept';
    if (!isReplacement) await this.discard(item.result.resultId);
    throw new ProblemError(left.refusal);
  }

  /** Drops a result that waits: the person no longer wants it. */
  async discard(resultId: string): Promise<void> {
    await this.change((list) => list.filter(({ result }) => result.resultId !== resultId));
  }

  /** Sends what waits: when the network is back, when the page opens, when a person asks for it. */
  async flush(): Promise<void> {
    await this.surroundings.alone(() => this.sendAll());
  }

  private async sendAll(): Promise<void> {
    let sent = 0;
    let status: SendStatus = 'idle';
    await this.change((list) => list);
    for (let next = this.next(); next && status === 'idle'; next = this.next()) {
      this.set({ status: 'sending' });
      const outcome = await this.sendOne(next);
      if (outcome === 'sent') sent += 1;
      else if (outcome !== 'refused') status = outcome;
    }
    this.set({ status });
    if (status === 'waiting') this.planRetry();
    if (sent > 0) await this.surroundings.refresh();
  }

  private async sendOne(item: WaitingResult): Promise<'sent' | 'refused' | SendStatus> {
    try {
      await this.surroundings.send(item.result);
    } catch (error) {
      if (!(error instanceof ProblemError) || isPassing(error)) return 'waiting';
      if (error.code === 'not_logged_in') return 'logged_out';
      const { code, status, title, detail, current, errors } = error;
      const refusal = { code, status, title, detail, current, errors: [...errors] };
      await this.change((list) =>
        list.map((other) => (isSame(other, item) ? { ...other, refusal } : other)),
      );
      return 'refused';
    }
    await this.discard(item.result.resultId);
    return 'sent';
  }

  private next(): WaitingResult | undefined {
    return this.state.waiting.find(({ refusal }) => refusal === null);
  }

  private planRetry(): void {
    if (this.isRetryPlanned) return;
    this.isRetryPlanned = true;
    this.surroundings.wait(RETRY_AFTER, () => {
      this.isRetryPlanned = false;
      void this.flush();
    });
  }

  private async change(
    change: (list: readonly WaitingResult[]) => readonly WaitingResult[],
  ): Promise<void> {
    this.set({ waiting: await this.surroundings.change(change) });
  }

  private set(change: Partial<SenderState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const isSame = (one: WaitingResult, other: WaitingResult): boolean =>
  one.result.resultId === other.result.resultId;

type Place = Pick<SentResult, 'enrolmentId' | 'blockCode' | 'assessmentCode'>;

/** Whether both are about the same épreuve of the same learner. */
export const isSameCell = (
  { result: one }: { readonly result: Place },
  { result: other }: { readonly result: Place },
): boolean =>
  one.enrolmentId === other.enrolmentId &&
  one.blockCode === other.blockCode &&
  one.assessmentCode === other.assessmentCode;

/** A fault that passes by itself: no network, a server that restarts, too many requests. */
const isPassing = ({ code, status }: ProblemError): boolean =>
  code === 'network_down' || status >= 500 || status === 429;
