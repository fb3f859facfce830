export { createMocks, type Mocks, type MocksOptions } from './create-mocks.ts'
export type { ScenarioName } from './scenarios/scenarios.ts'
export { type SeedCompanyOptions, seedCompany } from './seed-company.ts'
export { startWorker, type WorkerOptions } from './start-worker.ts'
