/** The address of the script that lints, below the base of the site. */
declare const __LINTER__: string

declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}

declare module '*.css'
