import type { OptionLibraryData } from '../semantics.ts'
import type { Reader } from '../readers/reader.ts'
import { completed } from './absent.ts'
import { laidOver } from './overlays.ts'
import { givenTo } from './places.ts'
import type { Node } from '../values/value.ts'
import { OptionPolicies } from './policies.ts'
import { typedAs } from './typed.ts'

/** A reader for a library that is told by options; everything about it is data. */
export function optionReader(data: OptionLibraryData): Reader {
  const definition = completed(data)
  return {
    definition,
    *read(context) {
      if (!definition.mention.test(context.analysis.text)) return
      const policies = new OptionPolicies(definition, context)
      const known = new Set<Node>()
      for (const given of laidOver([...givenTo(definition, context)])) {
        const value = given.choice?.value
        if (value?.kind === 'object') known.add(value.node)
        yield* policies.from(given)
      }
      for (const given of typedAs(definition, context, known)) yield* policies.from(given)
    },
  }
}
