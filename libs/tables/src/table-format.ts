export type TableFormat = 'csv' | 'xlsx' | 'parquet';

export const TABLE_FORMATS: readonly TableFormat[] = ['csv', 'xlsx', 'parquet'];
