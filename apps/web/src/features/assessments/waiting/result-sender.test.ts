import { describe, expect, it } from '@jest/globals';
import { networkDown, ProblemError } from '../../../lib/problem-error.ts';
import { ResultSender, type WaitingResult } from './result-sender.ts';

/** A tablet of its own, a network that can be cut, and an API that can refuse. */
function openTablet() {
  let kept: readonly WaitingResult[] = [];
  const sent: string[] = [];
  const planned: (() => void)[] = [];
  const tablet = { isOnline: true, refusal: null as ProblemError | null, refreshed: 0 };
  let turn: Promise<void> = Promise.resolve();
  const open = () =>
    new ResultSender({
      send: async ({ resultId }) => {
        if (!tablet.isOnline) throw networkDown();
        if (tablet.refusal) throw tablet.refusal;
        sent.push(resultId);
      },
      change: async (change) => {
        kept = change(kept);
        return kept;
      },
      alone: (work) => {
        turn = turn.then(work);
        return turn;
      },
      refresh: async () => {
        tablet.refreshed += 1;
      },
      wait: (_, then) => planned.push(then),
    });
  return { tablet, sent, planned, open, readKept: () => kept };
}

const noted = (resultId: string, assessmentCode = resultId): WaitingResult => ({
  result: {
    resultId,
    enrolmentId: 'e1',
    blockCode: 'B1',
    assessmentCode,
    attempt: 1,
    expectedId: null,
    heldOn: '2026-11-20',
    marks: {},
    assessorName: 'Paul Colin',
  },
  cohortId: 'c1',
  learnerName: 'Brunet Léa',
  assessmentTitle: 'Mise en situation',
  keptAt: '2026-11-20T09:00:00Z',
  refusal: null,
});
const namesOf = (list: readonly WaitingResult[]) => list.map(({ result }) => result.resultId);
const refused = () =>
  new ProblemError({ code: 'edited_meanwhile', status: 409, title: 'Entre-temps', detail: 'Vu.' });

describe('results noted on a tablet', () => {
  it('leave at once while there is a network, and nothing stays on the tablet', async () => {
    const { open, sent, readKept, tablet } = openTablet();
    expect(await open().submit(noted('r1'))).toBe('sent');
    expect([sent, readKept(), tablet.refreshed]).toEqual([['r1'], [], 1]);
  });

  it('stay on the tablet without a network, across a reload, and leave in order, once each', async () => {
    const { open, sent, readKept, tablet } = openTablet();
    tablet.isOnline = false;
    const sender = open();
    for (const id of ['r1', 'r2', 'r3']) expect(await sender.submit(noted(id))).toBe('kept');
    expect([sent, namesOf(readKept())]).toEqual([[], ['r1', 'r2', 'r3']]);
    tablet.isOnline = true;
    const reloaded = open();
    await Promise.all([reloaded.flush(), reloaded.flush()]);
    expect([sent, readKept()]).toEqual([['r1', 'r2', 'r3'], []]);
    expect(reloaded.read()).toEqual({ waiting: [], status: 'idle' });
  });

  it('are tried again by themselves after a while', async () => {
    const { open, sent, tablet, planned } = openTablet();
    tablet.isOnline = false;
    await open().submit(noted('r1'));
    tablet.isOnline = true;
    for (const then of planned.splice(0)) then();
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toEqual(['r1']);
  });

  it('wait for the person to log in when their session ended meanwhile', async () => {
    const { open, tablet, readKept } = openTablet();
    tablet.refusal = new ProblemError({
      code: 'not_logged_in',
      status: 401,
      title: '',
      detail: '',
    });
    const sender = open();
    expect(await sender.submit(noted('r1'))).toBe('kept');
    expect([sender.read().status, namesOf(readKept())]).toEqual(['logged_out', ['r1']]);
  });

  it('refused while the form is open, go back to the form alone', async () => {
    const { open, tablet, readKept } = openTablet();
    tablet.refusal = refused();
    await expect(open().submit(noted('r1'))).rejects.toMatchObject({ code: 'edited_meanwhile' });
    expect(readKept()).toEqual([]);
  });

  it('refused once the network is back, stay with the reason and stop no other', async () => {
    const { open, sent, tablet, readKept } = openTablet();
    tablet.isOnline = false;
    const sender = open();
    await sender.submit(noted('r1'));
    tablet.isOnline = true;
    tablet.refusal = refused();
    await sender.flush();
    tablet.refusal = null;
    await sender.submit(noted('r2'));
    expect(sent).toEqual(['r2']);
    expect(readKept()).toMatchObject([
      { result: { resultId: 'r1' }, refusal: { title: 'Entre-temps' } },
    ]);
  });

  it('noted anew for the same épreuve take the place of what waits, and are not lost if refused', async () => {
    const { open, tablet, readKept } = openTablet();
    tablet.isOnline = false;
    const sender = open();
    await sender.submit(noted('r1', 'E1'));
    await sender.submit(noted('r2', 'E1'));
    expect(namesOf(readKept())).toEqual(['r2']);
    tablet.isOnline = true;
    tablet.refusal = refused();
    await expect(sender.submit(noted('r3', 'E1'))).rejects.toThrow();
    expect(namesOf(readKept())).toEqual(['r3']);
  });
});
