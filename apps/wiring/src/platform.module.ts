import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Platform } from '#publishing';

/** Hands the open platform to Nest: `Platform` and TypeORM's `DataSource` can be injected. */
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
      providers: [{ provide: Platform, useValue: platform }],
      exports: [store, Platform],
    };
  }
}
