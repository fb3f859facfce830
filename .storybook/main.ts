import type { StorybookConfig } from '@storybook/react-vite'
import { defaultClientConditions, mergeConfig } from 'vite'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  staticDirs: ['./public'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true },
  // An object of elements isn't a component, though it looks like one to docgen.
  typescript: {
    reactDocgen: 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      exclude: ['**/drawings.ts'],
      shouldExtractLiteralValuesFromEnum: true,
      shouldRemoveUndefinedFromOptional: true,
      propFilter: ({ parent }) => !parent?.fileName.includes('node_modules'),
    },
  },
  // A relative base lets the static build lie under any path; the CSS stays as it is written.
  viteFinal: (vite) =>
    mergeConfig(vite, {
      base: './',
      resolve: { conditions: ['roster-source', ...defaultClientConditions] },
      build: { cssMinify: 'esbuild', cssTarget: 'esnext', chunkSizeWarningLimit: 4000 },
    }),
}

export default config
