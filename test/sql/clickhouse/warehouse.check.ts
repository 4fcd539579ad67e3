import { describe } from 'vitest';
import { warehouseReport } from '../../examples/warehouse-report.ts';
import { openClickhouse } from './engine.ts';

describe('examples/warehouse on ClickHouse', () => {
  warehouseReport(() => openClickhouse());
});
