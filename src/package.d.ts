declare module '#package.json' {
  const manifest: { readonly name: string; readonly version: string; readonly homepage: string }
  export default manifest
}
