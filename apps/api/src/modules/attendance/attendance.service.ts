import type { AttendanceSheetView, Input } from '@jalon/contract';
import {
  checkAttendanceCorrection,
  checkCorrectionChanges,
  checkRecordingMoment,
  formatName,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DomainError, editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { withSlotParts } from '../planning/describe-slot.ts';
import { scopeSlots } from '../planning/slot-scope.ts';
import {
  isOffice,
  isSignable,
  type LoadedSheet,
  loadSheet,
  refuseSigning,
  reloadRows,
  showSheet,
} from './describe-sheet.ts';
import { appendEntries, checkEntries, isUpToDate } from './write-entries.ts';

/** The sheet of a half-day: filled, signed by its trainer, corrected by the office. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(
    actor: Actor,
    { params }: Input<'GET /slots/:slotId/attendance'>,
  ): Promise<AttendanceSheetView> {
    return this.db.run(actor, async ({ tx }) =>
      showSheet(tx, await this.load(tx, actor, params.slotId), actor),
    );
  }

  record(
    actor: Actor,
    { params, body }: Input<'PUT /slots/:slotId/attendance'>,
  ): Promise<AttendanceSheetView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSlot(tx, params.slotId);
      const sheet = await this.load(tx, actor, params.slotId);
      refuseFinal(sheet);
      this.refuseMoment(sheet, actor, body.motive);
      checkEntries(sheet, body.rows);
      if (!isUpToDate(sheet, body.rows)) throw editedMeanwhile(await showSheet(tx, sheet, actor));
      const motive = isOffice(actor) ? body.motive || null : null;
      const at = this.clock.now();
      const changed = await appendEntries(tx, actor, sheet, body.rows, { motive, at });
      if (changed.length > 0)
        audit({
          action: 'attendance.recorded',
          subjectId: params.slotId,
          data: { enrolmentIds: changed },
        });
      return showSheet(tx, await reloadRows(tx, sheet), actor);
    });
  }

  sign(
    actor: Actor,
    { params, body }: Input<'POST /slots/:slotId/attendance/signature'>,
  ): Promise<AttendanceSheetView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSlot(tx, params.slotId);
      const sheet = await this.load(tx, actor, params.slotId);
      // A second tap on « Signer » finds the sheet signed by the same hand: nothing more to do.
      const [signature] = sheet.slot.sheets;
      if (signature?.signedByUserId === actor.userId) return showSheet(tx, sheet, actor);
      if (!isSignable(sheet)) refuseFinal(sheet);
      const findings = refuseSigning(sheet, actor);
      const [first] = findings;
      if (first)
        throw new DomainError(
          first.rule === 'attendance.signed-by-own-trainer' ? 'forbidden' : 'rule_refused',
          findings.map(({ message }) => message).join(' '),
        );
      const seen = new Set(body.entryIds);
      const inForce = [...sheet.current.values()].map(({ id }) => id);
      if (seen.size !== inForce.length || !inForce.every((id) => seen.has(id)))
        throw editedMeanwhile(await showSheet(tx, sheet, actor));
      const signed = await this.saveSignature(tx, actor, sheet);
      audit({
        action: 'attendance.signed',
        subjectId: params.slotId,
        data: { entryIds: inForce },
      });
      return showSheet(tx, { ...sheet, slot: { ...sheet.slot, sheets: [signed] } }, actor);
    });
  }

  correct(
    actor: Actor,
    { params, body }: Input<'POST /slots/:slotId/attendance/corrections'>,
  ): Promise<AttendanceSheetView> {
    const { motive, ...form } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSlot(tx, params.slotId);
      const sheet = await this.load(tx, actor, params.slotId);
      refuseRule(
        checkAttendanceCorrection({
          isSigned: sheet.slot.sheets.length > 0,
          isCancelled: sheet.slot.cancelledAt !== null,
        }),
      );
      checkEntries(sheet, [form]);
      if (!isUpToDate(sheet, [form])) throw editedMeanwhile(await showSheet(tx, sheet, actor));
      const changed = await appendEntries(tx, actor, sheet, [form], {
        motive,
        at: this.clock.now(),
      });
      refuseRule(checkCorrectionChanges(changed.length));
      audit({
        action: 'attendance.corrected',
        subjectId: params.slotId,
        data: { enrolmentIds: changed },
      });
      return showSheet(tx, await reloadRows(tx, sheet), actor);
    });
  }

  private async load(tx: Tx, actor: Actor, slotId: string): Promise<LoadedSheet> {
    const slot = await tx.slot.findFirst({
      where: { id: slotId, ...scopeSlots(actor) },
      include: withSlotParts,
    });
    return loadSheet(tx, found(slot, 'Cette demi-journée'), this.clock);
  }

  private refuseMoment(sheet: LoadedSheet, actor: Actor, motive: string | null): void {
    const [refusal] = checkRecordingMoment(sheet.held, sheet.now, {
      byOffice: isOffice(actor),
      motive,
    });
    if (!refusal) return;
    if (refusal.path === '') throw new DomainError('rule_refused', refusal.message);
    throw invalid([{ pointer: refusal.path, message: refusal.message }]);
  }

  private saveSignature(tx: Tx, actor: Actor, { slot }: LoadedSheet) {
    return tx.attendanceSheet.create({
      data: {
        centreId: actor.centreId,
        slotId: slot.id,
        signerName: slot.trainer ? formatName(slot.trainer) : actor.name,
        signedByUserId: actor.userId,
        signedAt: this.clock.now(),
        ...signedFrom(actor),
      },
    });
  }
}

/** One writer at a time on a half-day; the next one sees what the first wrote. */
async function lockSlot(tx: Tx, slotId: string): Promise<void> {
  await tx.$executeRaw`select 1 from slot where id = ${slotId}::uuid for update`;
}

/** @throws already_signed, rule_refused: what is signed or cancelled is only corrected. */
function refuseFinal({ slot }: LoadedSheet): void {
  const [signature] = slot.sheets;
  if (signature)
    throw new DomainError(
      'already_signed',
      `La feuille est signée par ${signature.signerName} : la coordination peut la corriger, avec un motif.`,
    );
  if (slot.cancelledAt)
    throw new DomainError('rule_refused', 'Cette demi-journée est annulée : rien ne s’y note.');
}
