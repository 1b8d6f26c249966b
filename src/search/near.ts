import { editDistance } from '../text/edit-distance.ts'

/** The name that somebody probably meant: one that begins alike, or is at most two edits away. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const name = typed.toLowerCase()
  if (name === '') return undefined
  const alike = names.find(known => known.length > 1 && (known.startsWith(name) || name.startsWith(known)))
  const limit = name.length < 4 ? 1 : 2
  const near = names
    .filter(known => known.length > 1)
    .map(known => ({ known, edits: editDistance(name, known, limit) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits)
  return alike ?? near[0]?.known
}
