import tokens from '../../src/styles/tokens.json'

interface Described {
  $type?: string
  $description?: string
}

type Group = Described & Record<string, Described | string>

const groups = Object.entries(tokens as unknown as Record<string, Group | string>)

/** Every public token, with a swatch as it is drawn here. */
export function TokenTable() {
  return groups.map(
    ([group, members]) =>
      typeof members === 'object' && (
        <section key={group} className="story-tokens">
          <h3>{members.$description}</h3>
          <table className="story-table">
            <tbody>
              {Object.entries(members).map(
                ([name, token]) =>
                  typeof token === 'object' && (
                    <tr key={name}>
                      <td>
                        {token.$type === 'color' && (
                          <span className="story-swatch" style={{ background: `var(--_${name})` }} />
                        )}
                      </td>
                      <th scope="row">
                        <code>--roster-{name}</code>
                      </th>
                      <td>{token.$description}</td>
                    </tr>
                  ),
              )}
            </tbody>
          </table>
        </section>
      ),
  )
}
