import { Controller, Get } from '@nestjs/common';
import extension from '../../../schemas/extensions/jalisco/extension.json' with { type: 'json' };
import releaseSchema from '../../../schemas/extensions/jalisco/release-schema.json' with { type: 'json' };

/** The extension that packages declare for Jalisco's local fields. */
@Controller('schemas/extensions/jalisco')
export class ExtensionsController {
  @Get('extension.json')
  extension(): object {
    return extension;
  }

  @Get('release-schema.json')
  releaseSchema(): object {
    return releaseSchema;
  }
}
