import { Module } from '@nestjs/common';
import { FrameworksModule } from '../frameworks/frameworks.module.ts';
import { HomeController } from './home.controller.ts';
import { HomeService } from './home.service.ts';

@Module({ imports: [FrameworksModule], controllers: [HomeController], providers: [HomeService] })
export class HomeModule {}
