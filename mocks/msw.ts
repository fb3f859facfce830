export { createMocks, type Mocks, type MocksOptions } from './create-mocks.ts'
export { type SeedCompanyOptions, seedCompany } from './people/seed-company.ts'
export type { ScenarioName } from './scenarios/scenarios.ts'
