// Preloaded into the server process: when the starter dies without a word (kill -9), the channel
// between them closes, and the server ends itself as if it had been asked to.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
});
// The channel alone must not keep the server alive.
process.channel?.unref();
