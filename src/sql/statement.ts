/**
 * One statement under its name. A `step` is a table that holds what later statements read: ClickHouse alone needs them,
 * and what they hold is as old as they are.
 */
export interface SqlStatement {
  readonly name: string;
  readonly purpose: 'table' | 'data' | 'step' | 'view' | 'query';
  readonly sql: string;
}
