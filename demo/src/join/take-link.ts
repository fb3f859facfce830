import { takeJoinToken } from '@aicx/roster'

// Imported first: nothing else sees the token in the address.
if (location.pathname === '/join') takeJoinToken()
