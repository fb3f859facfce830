import { type HttpApi, httpApi } from './http-api.ts'
import type { HttpApiOptions } from './http-api-options.ts'
import { defaultRetryTiming } from './retry.ts'

/** The port to one company of a Roster backend, over HTTP. */
export const createHttpApi = (options: HttpApiOptions): HttpApi => httpApi(options, defaultRetryTiming)
