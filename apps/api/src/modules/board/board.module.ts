import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.ts';
import { BoardController } from './board.controller.ts';
import { BoardService } from './board.service.ts';
import { BoardCellService } from './board-cell.service.ts';

@Module({
  imports: [FrameworksModule],
  controllers: [BoardController],
  providers: [BoardService, BoardCellService],
})
export class BoardModule {}
