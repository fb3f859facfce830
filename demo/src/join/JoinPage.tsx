import '@aicx/roster/styles.css'
import './join.css'
import { JoinCompany, RosterUI } from '@aicx/roster'
import { createJoinApi } from '@aicx/roster/client'
import { useState } from 'react'
import { signOut } from '../account/account.ts'
import { SignIn } from '../account/SignIn.tsx'
import { homeOf } from '../address/place.ts'
import { navigate } from '../address/router.ts'
import { useTheme } from '../theme/theme.ts'

/** The address of links of invitations. */
export const joinPath = '/join'

const api = createJoinApi({ baseUrl: '/' })

interface JoinPageProps {
  /** The company that the sign-in page names. */
  company: { id: string; name: string }
  /** Reads the account again, after it has changed or joined a company. */
  readAccount(): Promise<void>
}

/** The page that links of invitations open. Signing in replaces it, and leads back to it. */
export function JoinPage({ company, readAccount }: JoinPageProps) {
  const theme = useTheme()
  const [signingIn, setSigningIn] = useState<{ email?: string }>()

  async function leave(path: string) {
    await readAccount()
    navigate(path)
  }

  if (signingIn) {
    const { email } = signingIn
    return (
      <SignIn
        company={company}
        before={email === undefined ? undefined : { name: email, email }}
        onSignedIn={() => setSigningIn(undefined)}
      />
    )
  }
  return (
    <main className="join-page">
      <title>Join</title>
      <RosterUI className="users" locale="en-GB" theme={theme}>
        <JoinCompany
          api={api}
          onSignIn={setSigningIn}
          onSignOut={() => signOut()}
          onStay={() => leave('/')}
          onOpen={({ id }) => leave(homeOf(id))}
        />
      </RosterUI>
    </main>
  )
}
