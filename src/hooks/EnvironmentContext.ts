import { createContext } from 'react'
import { browserEnvironment } from '../state/environment/roster-environment.ts'

/** Carries a provider's environment to the hooks. Without a provider it is the browser's. */
export const EnvironmentContext = createContext(browserEnvironment)
