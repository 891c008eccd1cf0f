import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { JointReviewsService } from './joint-reviews.service.ts';
import { ReviewPartsService } from './review-parts.service.ts';

@Controller()
export class JointReviewsController {
  constructor(
    private readonly jointReviews: JointReviewsService,
    private readonly parts: ReviewPartsService,
  ) {}

  @Endpoint('GET /joint-reviews')
  list(@Caller() actor: Actor) {
    return this.jointReviews.list(actor);
  }

  @Endpoint('GET /joint-reviews/options')
  listOptions(@Caller() actor: Actor) {
    return this.jointReviews.listOptions(actor);
  }

  @Endpoint('POST /joint-reviews')
  open(@Caller() actor: Actor, @Valid() input: Input<'POST /joint-reviews'>) {
    return this.jointReviews.open(actor, input);
  }

  @Endpoint('GET /joint-reviews/:jointReviewId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /joint-reviews/:jointReviewId'>) {
    return this.jointReviews.read(actor, input);
  }

  @Endpoint('DELETE /joint-reviews/:jointReviewId')
  withdraw(@Caller() actor: Actor, @Valid() input: Input<'DELETE /joint-reviews/:jointReviewId'>) {
    return this.jointReviews.withdraw(actor, input);
  }

  @Endpoint('POST /joint-reviews/:jointReviewId/reminders')
  remind(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /joint-reviews/:jointReviewId/reminders'>,
  ) {
    return this.jointReviews.remind(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/joint-reviews')
  listOfEnrolment(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/joint-reviews'>,
  ) {
    return this.jointReviews.listOfEnrolment(actor, input);
  }

  @Endpoint('GET /joint-review-parts')
  listParts(@Caller() actor: Actor) {
    return this.parts.list(actor);
  }

  @Endpoint('GET /joint-review-parts/:jointReviewPartId')
  readPart(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /joint-review-parts/:jointReviewPartId'>,
  ) {
    return this.parts.read(actor, input);
  }

  @Endpoint('PUT /joint-review-parts/:jointReviewPartId')
  savePart(
    @Caller() actor: Actor,
    @Valid() input: Input<'PUT /joint-review-parts/:jointReviewPartId'>,
  ) {
    return this.parts.save(actor, input);
  }

  @Endpoint('POST /joint-review-parts/:jointReviewPartId/signature')
  signPart(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /joint-review-parts/:jointReviewPartId/signature'>,
  ) {
    return this.parts.sign(actor, input);
  }
}
