// A thread of its own: the solver computes for minutes without a pause, and requests go on being
// answered. Plain JavaScript, so that it is the same file from the sources and from the build.
import { parentPort, workerData } from 'node:worker_threads';
import { searchPlan } from '@jalon/planner';

const { request, stop } = workerData;
const stopFlag = new Int32Array(stop);

const outcome = await searchPlan(request, {
  isCancelled: () => Atomics.load(stopFlag, 0) === 1,
  onProgress: (progress) => parentPort?.postMessage({ progress }),
  onFound: (found) => parentPort?.postMessage({ found }),
});
parentPort?.postMessage({ outcome });
