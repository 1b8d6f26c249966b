// citation-js has no types; what the tests read with it is CSL-JSON
declare module '@citation-js/core' {
  export const plugins: { input: { chain(input: string, options: object): unknown } }
}
declare module '@citation-js/plugin-bibtex'
