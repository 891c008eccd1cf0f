/**
 * A sender that answers a request equal to one still in flight with that one's answer: two clicks in
 * the same instant send one write. Other requests go their way.
 */
export function shareInFlight<Request, Result>(
  send: (request: Request) => Promise<Result>,
): (request: Request) => Promise<Result> {
  const inFlight = new Map<string, Promise<Result>>();
  return (request) => {
    const key = JSON.stringify(request) ?? '';
    const running = inFlight.get(key);
    if (running) return running;
    const sent = send(request).finally(() => inFlight.delete(key));
    inFlight.set(key, sent);
    return sent;
  };
}
