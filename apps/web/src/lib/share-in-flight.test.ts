import { describe, expect, it } from '@jest/globals';
import { shareInFlight } from './share-in-flight.ts';

function startSender() {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const send = shareInFlight((request: { readonly name: string }) => {
    sent.push(request.name);
    return new Promise<number>((resolve, reject) => {
      const count = sent.length;
      answers.push(() => (request.name === 'refusé' ? reject(new Error('non')) : resolve(count)));
    });
  });
  return { sent, answers, send };
}

describe('a write asked for twice', () => {
  it('in the same instant, is sent once; both get its answer', async () => {
    const { sent, answers, send } = startSender();
    const both = Promise.all([send({ name: 'a' }), send({ name: 'a' })]);
    answers[0]?.();
    expect(await both).toEqual([1, 1]);
    expect(sent).toEqual(['a']);
  });

  it('with another body, is another write', () => {
    const { sent, send } = startSender();
    send({ name: 'a' });
    send({ name: 'b' });
    expect(sent).toEqual(['a', 'b']);
  });

  it('once answered or refused, may be sent again', async () => {
    const { sent, answers, send } = startSender();
    const refused = send({ name: 'refusé' });
    answers[0]?.();
    await expect(refused).rejects.toThrow('non');
    send({ name: 'refusé' });
    expect(sent).toEqual(['refusé', 'refusé']);
  });
});
