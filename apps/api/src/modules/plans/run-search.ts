import { Worker } from 'node:worker_threads';
import {
  cutShort,
  type FoundPlan,
  type PlanProgress,
  type SearchOutcome,
  type SearchRequest,
} from '@jalon/planner';

/** A search under way in its own thread. */
export interface RunningSearch {
  /** Rejects when the thread dies. */
  readonly outcome: Promise<SearchOutcome>;
  /** Makes it end with the best that it has, within moments. */
  stop(): void;
  /** Ends it at once, with nothing. */
  kill(): Promise<void>;
}

/** What the solver's tables may take beside the heap of the thread, which holds little. */
const threadLimits = { maxOldGenerationSizeMb: 512 };

/** What a thread says. */
interface Message {
  readonly progress?: PlanProgress;
  readonly found?: FoundPlan;
  readonly outcome?: SearchOutcome;
}

/** The solver looks up only now and then: past this, in milliseconds, it is not waited for. */
const longestAnswer = 1_000;

/** Starts a search in a thread of its own. */
export function runSearch(
  request: SearchRequest,
  onProgress: (progress: PlanProgress) => void,
): RunningSearch {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const thread = new Worker(new URL('./search-thread.mjs', import.meta.url), {
    workerData: { request, stop },
    resourceLimits: threadLimits,
    // The flags of the process are about the process: a test runner's would not fit a thread.
    execArgv: [],
  });
  let found: FoundPlan | null = null;
  let answer: NodeJS.Timeout | null = null;
  let cut = () => {};
  const outcome = new Promise<SearchOutcome>((resolve, reject) => {
    thread.on('message', (message: Message) => {
      if (message.progress) onProgress(message.progress);
      if (message.found) found = message.found;
      if (message.outcome) resolve(message.outcome);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The search's thread ended with ${code}.`)));
    cut = () => resolve(cutShort(request, found));
  });
  return {
    outcome,
    stop: () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      answer ??= setTimeout(cut, longestAnswer);
    },
    kill: async () => {
      if (answer) clearTimeout(answer);
      await thread.terminate();
    },
  };
}
