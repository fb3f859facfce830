import { Controls, Description, Primary, Stories, Subtitle, Title, useOf } from '@storybook/addon-docs/blocks'

/** The docs of a component. A whole page shows its first story alone: each of them starts a backend. */
export function DocsPage() {
  const { preparedMeta } = useOf('meta', ['meta'])
  const isWholePage = preparedMeta.title.startsWith('Page/')
  return (
    <>
      <Title />
      <Subtitle />
      <Description />
      <Primary />
      <Controls />
      {!isWholePage && <Stories />}
    </>
  )
}
