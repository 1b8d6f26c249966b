/** The address of a service, without a slash at its end; undefined for what is no address of the web. */
export function endpointOf(given: string, base: string): string | undefined {
  if (!URL.canParse(given, base)) return undefined
  const { protocol, origin, pathname } = new URL(given, base)
  return protocol === 'https:' || protocol === 'http:' ? (origin + pathname).replace(/\/+$/u, '') : undefined
}

/** Where a service is whose script has that address. */
export const homeOf = (script: string): string => new URL('.', script).href
