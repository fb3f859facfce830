import type { JoinCompanyViewProps } from './join-company-view-props.ts'

/** What isn't passed to the root element. */
const own = new Set<keyof JoinCompanyViewProps>([
  'status',
  'invitation',
  'joined',
  'error',
  'isFetching',
  'isJoining',
  'logo',
  'current',
  'signInSite',
  'className',
  'onJoin',
  'onLink',
  'onRetry',
  'onSignIn',
  'onCreateAccount',
  'onSignOut',
  'onStay',
  'onOpen',
])

/** The props of the root element. */
export const rootProps = (props: JoinCompanyViewProps): Partial<JoinCompanyViewProps> =>
  Object.fromEntries(Object.entries(props).filter(([name]) => !own.has(name as keyof JoinCompanyViewProps)))
