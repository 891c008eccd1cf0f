import { Worker } from 'node:worker_threads';
import type { PlanProgress, SearchOutcome, SearchRequest } from '@jalon/planner';

/** A search under way in its own thread. */
export interface RunningSearch {
  /** Rejects when the thread dies. */
  readonly outcome: Promise<SearchOutcome>;
  /** Asks it to end with the best that it has. */
  stop(): void;
  /** Ends it at once, with nothing. */
  kill(): Promise<void>;
}

/** What the solver's tables may take beside the heap of the thread, which holds little. */
const threadLimits = { maxOldGenerationSizeMb: 512 };

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
  const outcome = new Promise<SearchOutcome>((resolve, reject) => {
    thread.on('message', (message: { progress?: PlanProgress; outcome?: SearchOutcome }) => {
      if (message.progress) onProgress(message.progress);
      if (message.outcome) resolve(message.outcome);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The search's thread ended with ${code}.`)));
  });
  return {
    outcome,
    stop: () => {
      Atomics.store(new Int32Array(stop), 0, 1);
    },
    kill: async () => {
      await thread.terminate();
    },
  };
}
