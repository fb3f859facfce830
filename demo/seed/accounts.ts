/** An account that can sign in. All others have no password. */
export interface NamedAccount {
  name: string
  email: string
  password: string
  /** The role in each company that the account belongs to. */
  roles: Record<string, string>
}

/** The accounts that can sign in to the demo. The first one is printed at the start. */
export const namedAccounts: NamedAccount[] = [
  {
    name: 'Amara Okafor',
    email: 'amara.okafor@acme.example',
    password: 'amber-lantern-42',
    roles: { acme: 'admin', borealis: 'admin' },
  },
  {
    name: 'Mateo Fernández Ruiz',
    email: 'mateo.fernandez@acme.example',
    password: 'copper-harbour-17',
    roles: { acme: 'supervisor' },
  },
  {
    name: 'Yuki Tanaka',
    email: 'yuki.tanaka@acme.example',
    password: 'silver-meadow-63',
    roles: { acme: 'agent', borealis: 'supervisor' },
  },
]
