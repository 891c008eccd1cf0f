// A load in a process of its own: waits for one task at a time, answers with what it measured.
import autocannon from 'autocannon';

process.on('message', async (message) => {
  const { url, cookie, connections, seconds } = /** @type {import('./measure.mjs').Load} */ (
    message
  );
  /** @type {number[]} */
  const times = [];
  const instance = autocannon({
    url,
    connections,
    duration: seconds,
    headers: { cookie },
  });
  instance.on('response', (_client, status, _bytes, milliseconds) => {
    if (status === 200) times.push(milliseconds);
  });
  const result = await instance;
  const failed = result.non2xx + result.errors + result.timeouts;
  process.send?.({ times, rate: times.length / result.duration, failed });
});
process.on('disconnect', () => process.exit(0));
