import { expect, test } from 'vitest'

import { readers } from '../src/readers/index.ts'
import { librariesPage } from './support/libraries-page.ts'

/** `npm run docs` writes the page anew. */
test('the page about libraries says what the readers know', async () => {
  const definitions = readers.flatMap(({ definition }) => definition ?? [])
  await expect(librariesPage(definitions)).toMatchFileSnapshot('../docs/libraries.md')
})
