import { Controller } from '@nestjs/common';
import { Endpoint } from '../../http/endpoint.ts';
import { describeApi, docsPage } from '../../http/openapi.ts';
import { Health } from '../../ops/health.ts';

@Controller()
export class PlatformController {
  constructor(private readonly health: Health) {}

  @Endpoint('GET /health')
  check() {
    return this.health.check();
  }

  @Endpoint('GET /health/api')
  checkApi() {
    return this.health.checkApi();
  }

  @Endpoint('GET /openapi.json')
  openapi() {
    return describeApi();
  }

  @Endpoint('GET /docs')
  docs() {
    return docsPage();
  }
}
