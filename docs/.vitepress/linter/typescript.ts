import * as parser from '@typescript-eslint/parser'

export { parser }
