import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { BoardService } from './board.service.ts';
import { BoardCellService } from './board-cell.service.ts';

@Controller()
export class BoardController {
  constructor(
    private readonly board: BoardService,
    private readonly cells: BoardCellService,
  ) {}

  @Endpoint('GET /cohorts/:cohortId/board')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId/board'>) {
    return this.board.read(actor, input);
  }

  @Endpoint('GET /cohorts/:cohortId/board/:enrolmentId/:blockCode')
  explain(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode'>,
  ) {
    return this.cells.explain(actor, input);
  }
}
