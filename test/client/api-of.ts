import { httpApi } from '../../src/client/http-api.ts'
import type { HttpApiOptions } from '../../src/client/http-api-options.ts'
import type { RetryTiming } from '../../src/client/retry.ts'

const soon: RetryTiming = { first: 1, most: 20, random: () => 1 }

/** A client of the scripted server that repeats without waiting for long. */
export const apiOf = (
  { url }: { url: string },
  options: Partial<HttpApiOptions> = {},
  timing: Partial<RetryTiming> = {},
) => httpApi({ baseUrl: url, company: 'acme', ...options }, { ...soon, ...timing })
