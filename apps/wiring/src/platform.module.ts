import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Platform } from '#publishing';
import { AccessGuard } from './access/access.guard.js';
import { Metrics } from './metrics.js';

/**
 * Hands the open platform to Nest: `Platform` and TypeORM's `DataSource` can be injected. Brings the guard of every
 * route and the measures along, so that no application has the one without the other.
 */
@Module({})
export class PlatformModule {
  static of(platform: Platform): DynamicModule {
    const store = TypeOrmModule.forRootAsync({
      useFactory: () => ({ type: 'postgres' as const }),
      dataSourceFactory: async () => platform.dataSource,
    });
    return {
      module: PlatformModule,
      imports: [store],
      providers: [
        { provide: Platform, useValue: platform },
        { provide: Metrics, useValue: new Metrics(platform) },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [store, Platform, Metrics],
    };
  }
}
