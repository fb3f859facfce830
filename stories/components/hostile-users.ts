import type { User } from '../../src/contract/users.ts'
import { team, user } from './people.ts'

const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).slice(0, 200)

/** The worst values that backends return. Rows keep their height and show the values as they are. */
export const hostileUsers: readonly User[] = [
  user(0, { name: long, email: `${'a'.repeat(64)}@${'b'.repeat(120)}.example` }),
  user(1, { name: 'A', email: 'a@b.c', teams: [] }),
  user(2, { name: 'ليلى حداد', email: 'layla.haddad@acme.example' }),
  user(3, { name: 'משה כהן (Moshe)', email: 'moshe@acme.example', role: { id: 'r', name: 'مشرف' } }),
  user(4, { name: '👩‍👩‍👧‍👦🏳️‍🌈', email: 'family@acme.example' }),
  user(5, { name: '', email: 'no.name@acme.example' }),
  user(6, { name: '  ', email: '' }),
  user(7, { avatarUrl: 'data:image/png;base64,broken' }),
  user(8, { name: 'Forty teams', teams: Array.from({ length: 40 }, (_, index) => team(index)) }),
  user(9, { name: 'One long team', teams: [{ ...team(0), name: long }, team(1)] }),
  user(10, { name: 'Unknown role', role: { id: 'from-the-future', name: '' } }),
  user(11, { name: 'No such dates', joinedAt: 'yesterday', lastActiveAt: '0000-99-99T99:99:99Z' }),
  user(12, { name: 'Ahead of its time', lastActiveAt: '2031-01-01T00:00:00Z' }),
  user(13, { name: '<b>Bold</b> & "quoted"' }),
  user(14, { name: '中村 さくら', teams: [{ ...team(0), name: 'サポートチーム' }, team(2), team(3)] }),
]
