import { describe, expect, it } from '@jest/globals';
import { checkFundingRequest, checkNewFundingRequest } from './check-funding-request.ts';

const today = '2026-11-23';
const request = {
  sentOn: '2026-10-07',
  receivedOn: null,
  answer: null,
  answeredOn: null,
} as const;
const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

describe('a paper sent to the OPCO is noted', () => {
  it('once it has left, the day itself included', () => {
    expect(checkFundingRequest({ ...request, sentOn: today }, today)).toEqual([]);
    expect(rules(checkFundingRequest({ ...request, sentOn: '2026-11-24' }, today))).toEqual([
      'funding.sent-by-today',
    ]);
  });

  it('with an answer that has a day, and a day that has an answer', () => {
    expect(rules(checkFundingRequest({ ...request, answer: 'accepted' }, today))).toEqual([
      'funding.answer-dated',
    ]);
    expect(rules(checkFundingRequest({ ...request, answeredOn: today }, today))).toEqual([
      'funding.answer-said',
    ]);
  });

  it('with an answer between the sending and today', () => {
    const answered = (answeredOn: string) =>
      rules(checkFundingRequest({ ...request, answer: 'refused', answeredOn }, today));
    expect(answered('2026-10-06')).toEqual(['funding.answered-after-sending']);
    expect(answered('2026-10-07')).toEqual([]);
    expect(answered('2026-11-24')).toEqual(['funding.answered-by-today']);
  });

  it('with a reception between the sending and the answer', () => {
    const received = (receivedOn: string, answeredOn: string | null = null) =>
      rules(
        checkFundingRequest(
          { ...request, receivedOn, answer: answeredOn && 'accepted', answeredOn },
          today,
        ),
      );
    expect(received('2026-10-06')).toEqual(['funding.received-after-sending']);
    expect(received('2026-10-07')).toEqual([]);
    expect(received('2026-11-24')).toEqual(['funding.received-by-today']);
    expect(received('2026-10-12', '2026-10-12')).toEqual([]);
    expect(received('2026-10-12', '2026-10-11')).toEqual(['funding.answered-after-reception']);
  });
});

describe('another paper is sent', () => {
  it('only after a refusal', () => {
    const refused = { ...request, answer: 'refused', answeredOn: today } as const;
    expect(checkNewFundingRequest('professional_contract', [])).toEqual([]);
    expect(checkNewFundingRequest('professional_contract', [refused])).toEqual([]);
    expect(rules(checkNewFundingRequest('professional_contract', [refused, request]))).toEqual([
      'funding.after-refusal',
    ]);
  });

  it('never for a route that sends none', () => {
    expect(rules(checkNewFundingRequest('vae', []))).toEqual(['funding.route-has-paper']);
  });
});
