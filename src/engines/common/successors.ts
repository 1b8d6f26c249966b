/** A paragraph as far as succession is concerned. */
type Text = { readonly id: string; readonly text: string }

/**
 * Which paragraph of the new version took the place of each that vanished: among the new ones between the same
 * neighbours, the one that shares most words with it; none where nothing is shared.
 */
export function successors(before: readonly Text[], after: readonly Text[]): ReadonlyMap<string, string> {
  const kept = new Set(before.map(text => text.id).filter(id => after.some(text => text.id === id)))
  const found = new Map<string, string>()
  const oldGaps = gapsBetween(before, kept)
  const newGaps = gapsBetween(after, kept)
  for (const [neighbour, vanished] of oldGaps) {
    const added = newGaps.get(neighbour) ?? []
    for (const old of vanished) {
      const nearest = mostAlike(old, added)
      if (nearest) found.set(old.id, nearest.id)
    }
  }
  return found
}

/** Texts that are not kept, under the kept one before them ('' at the beginning). */
function gapsBetween(texts: readonly Text[], kept: ReadonlySet<string>): Map<string, Text[]> {
  const gaps = new Map<string, Text[]>()
  let neighbour = ''
  for (const text of texts) {
    if (kept.has(text.id)) neighbour = text.id
    else gaps.set(neighbour, [...(gaps.get(neighbour) ?? []), text])
  }
  return gaps
}

function mostAlike(old: Text, added: readonly Text[]): Text | undefined {
  let best: Text | undefined
  let most = 0
  for (const text of added) {
    const likeness = sharedShare(old.text, text.text)
    if (likeness > most) {
      most = likeness
      best = text
    }
  }
  return best
}

/** Dice coefficient of the character trigrams (Dice 1945): works for every script alike. */
function sharedShare(a: string, b: string): number {
  const [x, y] = [trigrams(a), trigrams(b)]
  let shared = 0
  for (const gram of x) if (y.has(gram)) shared++
  return x.size + y.size === 0 ? 0 : (2 * shared) / (x.size + y.size)
}

function trigrams(text: string): Set<string> {
  const grams = new Set<string>()
  for (let i = 0; i + 3 <= text.length; i++) grams.add(text.slice(i, i + 3))
  if (text.length < 3) grams.add(text)
  return grams
}
