import { Module } from '@nestjs/common';
import { CalendarFeedsController } from './calendar-feeds.controller.ts';
import { CalendarFeedsService } from './calendar-feeds.service.ts';
import { FeedReader } from './feed-reader.ts';

@Module({
  controllers: [CalendarFeedsController],
  providers: [CalendarFeedsService, FeedReader],
})
export class CalendarFeedsModule {}
