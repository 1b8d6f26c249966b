/** The address of an article, if it is one that a browser may follow; without a text fragment of its own. */
export function webAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href.replace(/#?:~:.*$/u, '') : undefined
}
