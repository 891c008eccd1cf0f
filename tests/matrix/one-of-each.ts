import type { Database } from '@jalon/api';
import { v7 as uuidv7 } from 'uuid';
import type { Centre } from '../support/centre-builder.ts';

const day = new Date('2027-03-01');

/**
 * One row of each kind in a centre. A new route parameter needs a row here, or the matrix fails:
 * that is how a new route is covered on the day it is added.
 *
 * @returns ids by the name of the route parameter
 */
export async function writeOneOfEach(
  db: Database,
  centre: Centre,
): Promise<Record<string, string>> {
  const own = { centreId: centre.id };
  const { system } = db;
  const member = await centre.addMember('coordinator');
  const juror = await centre.addMember('jury_member');
  const personId = await centre.addPerson('Lina', 'Abadie');
  const framework = await centre.addFramework();
  const membership = await system.membership.findFirstOrThrow({ where: { userId: member.userId } });
  const closure = await system.siteClosure.create({
    data: { ...own, siteId: centre.siteId, fromOn: day, toOn: day, label: 'Pont' },
  });
  const cohort = await system.cohort.create({
    data: {
      ...own,
      name: 'Ailleurs',
      frameworkVersionId: framework.id,
      siteId: centre.siteId,
      startsOn: new Date('2026-09-07'),
      weekdays: [1, 2],
      minutesPerDay: 420,
      closedMonths: [],
      capacity: 14,
    },
  });
  const run = await system.moduleRun.create({
    data: { ...own, cohortId: cohort.id, kind: 'training', blockCode: 'B1', moduleCode: 'B1-M1' },
  });
  const slot = await system.slot.create({
    data: {
      ...own,
      moduleRunId: run.id,
      cohortId: cohort.id,
      heldOn: day,
      halfDay: 'morning',
      startsAt: 540,
      minutes: 210,
    },
  });
  const trainer = await centre.addMember('trainer');
  const room = await system.room.create({
    data: { ...own, siteId: centre.siteId, name: 'Salle 1', nameKey: 'salle 1', seats: 14 },
  });
  const accreditation = await system.trainerAccreditation.create({
    data: { ...own, trainerId: trainer.personId, credentialCode: 'AFGSU1' },
  });
  const absence = await system.trainerAbsence.create({
    data: { ...own, trainerId: trainer.personId, fromOn: day, toOn: day, label: 'Congés' },
  });
  const enrolment = await system.enrolment.create({
    data: {
      ...own,
      personId,
      cohortId: cohort.id,
      profile: 'school_leaver',
      route: 'continuing_training',
      funder: 'opco_ep',
      // Before today: an épreuve is sat by those who have entered.
      startsOn: new Date('2026-09-07'),
    },
  });
  const fundingRequest = await system.fundingRequest.create({
    data: { ...own, enrolmentId: enrolment.id, sentOn: day },
  });
  const earlyEnd = await system.earlyEnd.create({
    data: { ...own, enrolmentId: enrolment.id, endedOn: day, declaredOn: day },
  });
  const attendance = await system.attendance.create({
    data: {
      ...own,
      slotId: slot.id,
      enrolmentId: enrolment.id,
      state: 'present',
      heldOn: day,
      halfDay: 'morning',
      startsAt: 540,
      slotMinutes: 210,
      minutesDone: 210,
      kind: 'training',
      blockCode: 'B1',
      recordedByUserId: member.userId,
    },
  });
  const ofEnrolment = { ...own, enrolmentId: enrolment.id };
  const employment = await system.employment.create({
    data: { ...own, personId, employerName: 'Cabinet', hireDate: day },
  });
  const suspension = await system.deadlineSuspension.create({
    data: {
      ...own,
      employmentId: employment.id,
      fromOn: day,
      toOn: day,
      motive: 'maladie',
      createdByUserId: member.userId,
    },
  });
  const rule = await system.dispensationRule.create({
    data: {
      ...own,
      frameworkVersionId: framework.id,
      profile: 'school_leaver',
      blockCode: 'B1',
      evidence: ['Copie du diplôme'],
      reference: 'Table de la CPNEFP',
      referencedOn: new Date('2026-01-05'),
    },
  });
  const dispensation = await system.dispensation.create({
    data: { ...ofEnrolment, blockCode: 'B1', requestedMinutes: 210 },
  });
  const appraisal = await system.appraisal.create({
    data: { ...ofEnrolment, blockCode: 'B1', ratings: {} },
  });
  const campaign = await system.appraisalCampaign.create({
    data: {
      ...own,
      cohortId: cohort.id,
      label: 'Mi-parcours',
      opensOn: day,
      dueOn: new Date('2027-03-15'),
      blockCodes: ['B1'],
      plannedByUserId: member.userId,
    },
  });
  const selfAssessment = await system.selfAssessment.create({
    data: { ...ofEnrolment, blockCode: 'B1', ratings: {} },
  });
  const jointReview = await system.jointReview.create({
    data: { ...ofEnrolment, heldOn: day, openedByUserId: member.userId },
  });
  const jointReviewPart = await system.jointReviewPart.create({
    data: {
      ...own,
      jointReviewId: jointReview.id,
      role: 'trainer',
      personId: trainer.personId,
    },
  });
  const result = await system.assessmentResult.create({
    data: {
      ...ofEnrolment,
      blockCode: 'B1',
      assessmentCode: 'B1-E1',
      heldOn: day,
      marks: {},
      assessorName: 'X',
      recordedByUserId: member.userId,
    },
  });
  const event = await system.assessmentEvent.create({
    data: {
      ...own,
      cohortId: cohort.id,
      blockCode: 'B1',
      // The day that the generated attempts are of.
      heldOn: new Date('2026-11-20'),
      startsAt: 540,
      minutes: 210,
      createdByUserId: member.userId,
      candidates: { create: [{ enrolmentId: enrolment.id, assessmentCodes: ['B1-E1'] }] },
      assessors: { create: [{ personId: trainer.personId, position: 0 }] },
    },
  });
  const credential = await system.credential.create({
    data: {
      ...own,
      personId,
      code: 'AFGSU1',
      obtainedOn: day,
      expiresOn: new Date('2031-03-01'),
      issuer: 'CESU',
    },
  });
  const session = await system.jurySession.create({
    data: { ...own, frameworkVersionId: framework.id, heldOn: day, place: 'Paris', state: 'open' },
  });
  const ofSession = { ...own, jurySessionId: session.id };
  const juryMember = await system.juryMember.create({
    data: { ...ofSession, personId: juror.personId, college: 'employer', isPresent: true },
  });
  const candidate = await system.juryCandidate.create({
    data: { ...ofSession, enrolmentId: enrolment.id, position: 1 },
  });
  const minutes = await system.juryMinutes.create({
    data: { ...ofSession, content: { closedAt: '2026-11-23T16:00:00.000Z' } },
  });
  const conflict = await system.juryConflict.create({
    data: { ...ofSession, memberId: juryMember.id, enrolmentId: enrolment.id, kind: 'tutor' },
  });
  const decision = await system.juryDecision.create({
    data: {
      ...ofSession,
      enrolmentId: enrolment.id,
      blockCode: 'B1',
      decision: 'not_acquired',
      proposal: 'not_acquired',
      proposalReasons: [],
      decidedByUserId: juror.userId,
      heldOn: day,
    },
  });
  const equivalence = await system.equivalence.create({
    data: {
      ...ofEnrolment,
      followedId: framework.id,
      blockCode: 'B2',
      acquiredDecisionId: decision.id,
      acquiredUnderId: framework.id,
      acquiredBlockCode: 'B1',
      motive: 'Mêmes compétences',
      requestedByUserId: member.userId,
      requestedByName: 'Camille',
    },
  });
  const certificate = await system.certificate.create({
    data: {
      ...ofEnrolment,
      kind: 'certificate',
      number: uuidv7(),
      issuedOn: day,
      decidedOn: day,
      reasons: [],
      issuedByUserId: member.userId,
    },
  });
  const issuerKey = await system.issuerKey.create({
    data: {
      ...own,
      publicKey: 'z6Mk',
      createdByUserId: member.userId,
      createdAt: day,
      retiredAt: day,
    },
  });
  const transfer = await system.transfer.create({
    data: {
      ...ofEnrolment,
      content: {},
      credential: '{}',
      issuerKeyId: issuerKey.id,
      writtenByUserId: member.userId,
      writtenAt: day,
    },
  });
  const receivedTransfer = await system.receivedTransfer.create({
    data: {
      ...ofEnrolment,
      content: {},
      credential: '{}',
      credentialId: 'urn:uuid:0190b0a0-0000-7000-8000-000000000000',
      issuer: 'did:web:elsewhere.test',
      receivedByUserId: member.userId,
      receivedByName: 'Camille',
      receivedOn: day,
    },
  });
  const receivedBlock = await system.receivedBlock.create({
    data: {
      ...ofEnrolment,
      receivedTransferId: receivedTransfer.id,
      followedId: framework.id,
      blockCode: 'B3',
      acquiredAt: 'Autre centre',
      acquiredUnder: 'CQP',
      acquiredBlockCode: 'B3',
      acquiredBlockName: 'Bloc 3',
      decidedOn: day,
    },
  });
  const document = await system.document.create({
    data: {
      ...own,
      kind: 'jury-minutes',
      subjectId: session.id,
      fileName: 'pv.pdf',
      mediaType: 'application/pdf',
      sha256: '0'.repeat(64),
      sizeBytes: 1,
      storageKey: 'x',
    },
  });
  const credentialFile = await system.credentialFile.create({
    data: {
      ...own,
      credentialId: credential.id,
      number: 1,
      documentId: document.id,
      attachedByUserId: member.userId,
      attachedAt: day,
    },
  });
  const appraisalFile = await system.appraisalFile.create({
    data: {
      ...own,
      appraisalId: appraisal.id,
      number: 1,
      documentId: document.id,
      attachedByUserId: member.userId,
      attachedAt: day,
    },
  });
  const notice = await system.notice.create({
    data: {
      ...ofEnrolment,
      jurySessionId: session.id,
      content: { notice: { result: 'refused', headline: '', blocks: [], steps: [] } },
      documentId: document.id,
      createdByUserId: member.userId,
      createdAt: day,
    },
  });
  const imported = await system.learnerImport.create({
    data: {
      ...own,
      cohortId: cohort.id,
      fileName: 'a.csv',
      sha256: '0'.repeat(64),
      mapping: {},
      report: {},
      createdByUserId: member.userId,
    },
  });
  const mail = await system.mail.create({
    data: {
      ...own,
      toEmail: 'a@b.example',
      toName: 'A',
      subject: 'S',
      text: 'T',
      html: 'H',
      purpose: 'x',
    },
  });
  const feed = await system.calendarFeed.create({
    data: {
      ...own,
      kind: 'cohort',
      subjectId: cohort.id,
      secretHash: uuidv7(),
      createdByUserId: member.userId,
    },
  });
  const search = await system.planSearch.create({
    data: {
      ...own,
      kind: 'year',
      cohortIds: [cohort.id],
      request: {},
      askedByUserId: member.userId,
    },
  });
  const report = await system.registryReport.create({
    data: {
      ...own,
      code: 'RNCP40913',
      emitterClientId: '03VML243',
      certifierClientId: '03VML243',
      contractId: 'MCFCER000775',
      hasNir: false,
      entryCount: 0,
      producedAt: day,
      producedByUserId: member.userId,
    },
  });
  return {
    centreId: centre.id,
    reportId: report.id,
    planId: search.id,
    feedId: feed.id,
    trainerId: trainer.personId,
    roomId: room.id,
    accreditationId: accreditation.id,
    absenceId: absence.id,
    attendanceId: attendance.id,
    frameworkId: framework.id,
    siteId: centre.siteId,
    closureId: closure.id,
    membershipId: membership.id,
    personId,
    cohortId: cohort.id,
    moduleRunId: run.id,
    slotId: slot.id,
    enrolmentId: enrolment.id,
    employmentId: employment.id,
    suspensionId: suspension.id,
    ruleId: rule.id,
    dispensationId: dispensation.id,
    equivalenceId: equivalence.id,
    earlyEndId: earlyEnd.id,
    fundingRequestId: fundingRequest.id,
    appraisalId: appraisal.id,
    campaignId: campaign.id,
    selfAssessmentId: selfAssessment.id,
    jointReviewId: jointReview.id,
    jointReviewPartId: jointReviewPart.id,
    resultId: result.id,
    eventId: event.id,
    credentialId: credential.id,
    fileId: credentialFile.id,
    appraisalFileId: appraisalFile.id,
    sessionId: session.id,
    jurySessionId: session.id,
    juryId: session.id,
    memberId: juryMember.id,
    candidateId: candidate.id,
    conflictId: conflict.id,
    minutesId: minutes.id,
    decisionId: decision.id,
    certificateId: certificate.id,
    transferId: transfer.id,
    receivedTransferId: receivedTransfer.id,
    receivedBlockId: receivedBlock.id,
    documentId: document.id,
    noticeId: notice.id,
    // Of no mail: what the demonstration's mailbox has attached is open to everybody.
    attachmentId: uuidv7(),
    importId: imported.id,
    mailId: mail.id,
    // Codes of a framework version, not rows: any value will do beside an id of another centre.
    blockCode: 'B1',
    assessmentCode: 'B1-E1',
  };
}
