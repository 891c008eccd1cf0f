import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockOf } from '../test-records.ts';
import { type AssessmentEvent, proposeAssessmentEvent } from './assessment-event.ts';
import { checkAssessmentEvent, type EventContext } from './check-assessment-event.ts';
import { type ExtraTime, extraMinutesOf, tellExtraTime } from './extra-time.ts';

const block = blockOf('B1');
const codes = block.assessments.map(({ code }) => code);
const none: ExtraTime = { kind: 'none', minutes: null };
const third: ExtraTime = { kind: 'third', minutes: null };
const event: AssessmentEvent = {
  blockCode: 'B1',
  heldOn: '2026-12-14',
  startsAt: 540,
  minutes: 210,
  mode: 'on_site',
  roomId: 'r',
  assessorIds: ['t'],
  candidates: [{ enrolmentId: 'a', assessmentCodes: codes, extraTime: none }],
};
const context: EventContext = {
  block,
  room: { name: 'Salle 2', seats: 1 },
  bookings: [],
  assessors: [
    { personId: 't', name: 'Nguyen Anh', email: null },
    { personId: 'u', name: 'Ferrand Hélène', email: 'h@ferrand.example' },
  ],
  candidates: [
    { enrolmentId: 'a', name: 'Abadie Lina', ties: [], lastModuleOn: '2026-12-07' },
    { enrolmentId: 'b', name: 'Bonnet Max', ties: [], lastModuleOn: null },
  ],
};
const check = (more: Partial<AssessmentEvent> = {}, around: Partial<EventContext> = {}) =>
  checkAssessmentEvent({ ...event, ...more }, { ...context, ...around }).map(
    ({ rule, severity, path }) => [rule, severity, path],
  );
const candidate = (enrolmentId: string, extraTime = none) => ({
  enrolmentId,
  assessmentCodes: codes.slice(0, 1),
  extraTime,
});

describe('an assessment event (S1:L178)', () => {
  it('nothing speaks against one that is in order', () => {
    expect(check()).toEqual([]);
  });

  it('is assessed by one or two people, each once', () => {
    expect(check({ assessorIds: [] })).toEqual([
      ['assessment-event.one-or-two-assessors', 'error', '/assessorIds'],
    ]);
    expect(check({ assessorIds: ['t', 't'] })).toEqual([
      ['assessment-event.assessor-once', 'error', '/assessorIds/1'],
    ]);
  });

  it('a candidate once, in épreuves of the block that are sat', () => {
    expect(check({ candidates: [] })).toEqual([
      ['assessment-event.has-candidates', 'error', '/candidates'],
    ]);
    expect(
      check({ candidates: [candidate('a'), candidate('a')], roomId: null }, { room: null }),
    ).toEqual([['assessment-event.candidate-once', 'error', '/candidates/1']]);
    for (const assessmentCodes of [[], ['B2-E1']])
      expect(check({ candidates: [{ ...candidate('a'), assessmentCodes }] })).toEqual([
        ['assessment-event.known-assessments', 'error', '/candidates/0/assessmentCodes'],
      ]);
  });

  it('W34: an assessor who is the candidate’s tutor or employer is told, their trainer is not', () => {
    const tie = (kind: 'tutor' | 'trainer' | 'employer') => ({
      kind,
      personId: null,
      name: 'Dr FERRAND Hélène',
      email: kind === 'employer' ? 'h@ferrand.example' : null,
    });
    const tied = (kind: 'tutor' | 'trainer' | 'employer') => [
      { enrolmentId: 'a', name: 'Abadie Lina', ties: [tie(kind)], lastModuleOn: null },
    ];
    const told = [['assessment-event.assessor-untied', 'warning', '/assessorIds/0']];
    expect(check({ assessorIds: ['u'] }, { candidates: tied('tutor') })).toEqual(told);
    expect(check({ assessorIds: ['u'] }, { candidates: tied('employer') })).toEqual(told);
    expect(check({ assessorIds: ['u'] }, { candidates: tied('trainer') })).toEqual([]);
  });

  it('a room too small is told', () => {
    expect(check({ candidates: [candidate('a'), candidate('b')] })).toEqual([
      ['assessment-event.room-seats', 'warning', '/roomId'],
    ]);
  });

  it('an assessor or a room taken at that time is told: 9 h 30 and 10 h clash, 12 h 30 is free', () => {
    const booking = { personId: 't', roomId: 'r', minutes: 60, name: 'Vocabulaire médical' };
    expect(check({}, { bookings: [{ ...booking, startsAt: 600 }] })).toEqual([
      ['assessment-event.assessor-free', 'warning', '/assessorIds/0'],
      ['assessment-event.room-free', 'warning', '/roomId'],
    ]);
    expect(check({}, { bookings: [{ ...booking, startsAt: 750 }] })).toEqual([]);
  });

  it('S1:L178: before the block’s last module for that learner is told', () => {
    expect(check({ heldOn: '2026-12-04' })).toEqual([
      ['assessment-event.after-training', 'warning', '/candidates/0'],
    ]);
  });

  it('extra time that overflows the half-day is told', () => {
    expect(check({ candidates: [candidate('a', third)] })).toEqual([
      ['assessment-event.extra-time-fits', 'warning', '/candidates/0/extraTime'],
    ]);
    expect(check({ minutes: 180, candidates: [candidate('a', third)] })).toEqual([]);
  });

  it('extra time never ends before the others, and is told without why', () => {
    expect(tellExtraTime(third, 210)).toBe('tiers temps, 1 h 10 de plus');
    expect(tellExtraTime({ kind: 'minutes', minutes: 20 }, 210)).toBe('20 min de plus');
    const extras = fc.oneof(
      fc.constantFrom(none, third, { kind: 'half', minutes: null } as const),
      fc.integer({ min: 1, max: 240 }).map((minutes) => ({ kind: 'minutes', minutes }) as const),
    );
    fc.assert(
      fc.property(extras, fc.integer({ min: 15, max: 240 }), (extra, minutes) => {
        const more = extraMinutesOf(extra, minutes);
        expect(Number.isInteger(more)).toBe(true);
        expect(more > 0).toBe(extra.kind !== 'none');
        if (extra.kind === 'third') expect(more * 3).toBeGreaterThanOrEqual(minutes);
      }),
    );
  });

  it('is proposed from its half-day with those who are due, and nobody else', () => {
    const halfDay = {
      blockCode: 'B1',
      date: '2026-12-14',
      startsAt: 540,
      minutes: 210,
      roomId: 'r',
      trainerId: 't',
    };
    const due = { name: '', isResit: false, assessmentCodes: codes, reasons: [] };
    const candidates = [
      { ...due, enrolmentId: 'a', outcome: 'due' as const },
      { ...due, enrolmentId: 'b', outcome: 'optional' as const },
    ];
    expect(proposeAssessmentEvent({ ...halfDay, mode: 'on_site' }, candidates)).toEqual(event);
    expect(proposeAssessmentEvent({ ...halfDay, mode: 'remote' }, candidates).roomId).toBeNull();
  });
});
