import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../../lib/problem-error.ts';
import { type Answers, DraftSaver, type Saved } from './draft-saver.ts';

type Body = Answers & { revision: number };
const blank: Answers = { ratings: {}, comments: {}, comment: '' };
const sheet = { ...blank, revision: 1, savedAt: null, warnings: [] };
const down = () => new ProblemError({ code: 'network_down', title: '', detail: '' });
const conflict = (current: unknown) =>
  new ProblemError({ code: 'edited_meanwhile', status: 409, title: '', detail: '', current });

/** A server with one draft, a network that can fail, and time that moves when told. */
function setUp(pending: Body | null = null) {
  const sent: Body[] = [];
  let kept: Body | null = pending;
  let failWith: (() => Error) | null = null;
  const timers: (() => void)[] = [];
  const saver = new DraftSaver(
    sheet,
    {
      send: async (body): Promise<Saved> => {
        sent.push(body);
        const failure = failWith?.();
        if (failure) throw failure;
        return {
          ...body,
          revision: body.revision + 1,
          savedAt: '2026-11-23T11:41:00Z',
          warnings: [],
        };
      },
      keep: (body) => {
        kept = body;
      },
      wait: (_, then) => {
        timers.push(then);
      },
    },
    pending,
  );
  return {
    saver,
    sent,
    kept: () => kept,
    failWith: (make: (() => Error) | null) => {
      failWith = make;
    },
    async settle() {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
    async passTime() {
      for (const then of timers.splice(0)) then();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
}

describe('the draft is kept at each tap', () => {
  it('a tap is saved at once, with the revision that was read', async () => {
    const { saver, sent, settle } = setUp();
    saver.rate('B2-C1', 'mastered');
    expect(saver.read().status).toBe('saving');
    await settle();
    expect(sent).toEqual([{ ...blank, ratings: { 'B2-C1': 'mastered' }, revision: 1 }]);
    expect(saver.read()).toMatchObject({ status: 'saved', revision: 2 });
  });

  it('taps during a save go in the next one, the newest answers last', async () => {
    const { saver, sent, settle } = setUp();
    saver.rate('B2-C1', 'mastered');
    saver.rate('B2-C2', 'in_progress');
    saver.rate('B2-C1', 'not_acquired');
    await settle();
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(sent[1]?.ratings).toEqual({ 'B2-C1': 'not_acquired', 'B2-C2': 'in_progress' });
  });

  it('words are sent once the person pauses', async () => {
    const { saver, sent, passTime } = setUp();
    saver.write({ comment: 'Bi' });
    saver.write({ comment: 'Bien' });
    expect(sent).toEqual([]);
    await passTime();
    expect(sent.map(({ comment }) => comment)).toEqual(['Bien']);
  });
});

describe('a bad network loses nothing', () => {
  it('keeps the taps on the phone and tries again until it passes', async () => {
    const { saver, sent, kept, failWith, settle, passTime } = setUp();
    failWith(down);
    saver.rate('B2-C1', 'mastered');
    await settle();
    saver.rate('B2-C2', 'mastered');
    await settle();
    expect(saver.read().status).toBe('waiting');
    expect(kept()?.ratings).toEqual({ 'B2-C1': 'mastered', 'B2-C2': 'mastered' });
    failWith(null);
    await passTime();
    expect(saver.read().status).toBe('saved');
    expect(sent.at(-1)?.ratings).toEqual({ 'B2-C1': 'mastered', 'B2-C2': 'mastered' });
    expect(kept()).toBeNull();
  });

  it('a reload takes up what had not been sent', async () => {
    const { saver, sent, passTime } = setUp({ ...blank, comment: 'Gardé', revision: 1 });
    expect(saver.read().answers.comment).toBe('Gardé');
    await passTime();
    expect(sent[0]?.comment).toBe('Gardé');
  });

  it('a save that arrived while its answer was lost is no conflict', async () => {
    const { saver, failWith, settle } = setUp();
    const stored = { ...blank, ratings: { 'B2-C1': 'mastered' }, revision: 2, savedAt: null };
    failWith(() => conflict(stored));
    saver.rate('B2-C1', 'mastered');
    await settle();
    expect(saver.read()).toMatchObject({ status: 'saved', revision: 2 });
  });
});

describe('two people editing', () => {
  const stored = { ...blank, comment: 'La leur', revision: 5, savedAt: null };

  it('stops and shows both versions; keeping mine saves over the other', async () => {
    const { saver, sent, failWith, settle } = setUp();
    failWith(() => conflict(stored));
    saver.rate('B2-C1', 'mastered');
    await settle();
    expect(saver.read()).toMatchObject({ status: 'conflict', theirs: { comment: 'La leur' } });
    failWith(null);
    saver.keepMine();
    await settle();
    expect(sent.at(-1)).toMatchObject({ revision: 5, ratings: { 'B2-C1': 'mastered' } });
    expect(saver.read().status).toBe('saved');
  });

  it('taking theirs shows it, and forgets mine', async () => {
    const { saver, kept, failWith, settle } = setUp();
    failWith(() => conflict(stored));
    saver.rate('B2-C1', 'mastered');
    await settle();
    saver.takeTheirs();
    expect(saver.read().answers).toEqual({ ratings: {}, comments: {}, comment: 'La leur' });
    expect(kept()).toBeNull();
  });
});

describe('a refusal', () => {
  it('says why and keeps what was answered', async () => {
    const { saver, failWith, settle } = setUp();
    failWith(
      () => new ProblemError({ code: 'already_signed', status: 409, title: '', detail: '' }),
    );
    saver.rate('B2-C1', 'mastered');
    await settle();
    expect(saver.read()).toMatchObject({ status: 'stopped', problem: { code: 'already_signed' } });
    expect(saver.read().answers.ratings).toEqual({ 'B2-C1': 'mastered' });
  });
});
