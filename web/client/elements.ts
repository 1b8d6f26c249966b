/** The element with that id, which every page has. */
export function elementOf<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id)
  if (element instanceof type) return element
  throw new TypeError(`The page has no ${type.name} “${id}”.`)
}
