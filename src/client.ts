export { AbortedError } from './client/aborted-error.ts'
export { AnswerError } from './client/answer-error.ts'
export { ApiError, type ApiErrorDetails } from './client/api-error.ts'
export { type ClientErrorCode, clientErrorCodes } from './client/client-error-codes.ts'
export { createHttpApi } from './client/create-http-api.ts'
export { createJoinApi, type JoinApiOptions } from './client/create-join-api.ts'
export type { HttpApi } from './client/http-api.ts'
export type { HttpApiOptions } from './client/http-api-options.ts'
export type { InvitationsApi } from './client/invitations-api.ts'
export { isApiError } from './client/is-api-error.ts'
export type { JoinApi } from './client/join-api.ts'
export { NetworkError } from './client/network-error.ts'
export { ProblemError } from './client/problem-error.ts'
export type { RequestOptions, WriteOptions } from './client/request-options.ts'
export type {
  ChunkOptions,
  EventsApi,
  IdleLogoutApi,
  RosterApi,
  SelectionRowsQuery,
  SelectionsApi,
  SessionApi,
  SessionIdleApi,
  UsersApi,
  UsersExport,
} from './client/roster-api.ts'
export { TimeoutError } from './client/timeout-error.ts'
export { type FailureContext, toApiError } from './client/to-api-error.ts'
export type { GetToken } from './client/token-layer.ts'
export type { UnauthorizedReason } from './client/unauthorized-episodes.ts'
