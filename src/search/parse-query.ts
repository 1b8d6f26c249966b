import type { Note } from './notes.ts'
import { uniqueNotes } from './notes.ts'
import type { ParsedQuery, QueryFilter, QueryTerm } from './query-syntax.ts'
import { readItems } from './read-items.ts'
import type { QueryItem } from './read-items.ts'

/** Reads what somebody typed. Never fails: what cannot be meant is an ordinary word or is left out with a note. */
export function parseQuery(typed: string): ParsedQuery {
  const notes: Note[] = []
  const text = readable(typed, notes)
  const items = readItems(text, notes)
  const { required, excluded, filters } = combine(items, notes)
  const last = required.at(-1)?.at(-1)
  const endsInWord = last?.kind === 'word' && last.end === text.length
  return { required, excluded, filters, notes: uniqueNotes(notes), endsInWord }
}

/** The typed text with a space for what no text may hold; offsets stay as they are. */
function readable(typed: string, notes: Note[]): string {
  const text = typed.replaceAll(/[\p{Cs}\ufffd]|(?!\s)\p{Cc}/gu, ' ')
  if (text !== typed) {
    notes.push({
      code: 'characters_ignored',
      message: 'Control characters and broken characters were read as spaces.',
    })
  }
  return text
}

function combine(
  items: readonly QueryItem[],
  notes: Note[],
): Pick<ParsedQuery, 'required' | 'excluded' | 'filters'> {
  const required: QueryTerm[][] = []
  const excluded: QueryTerm[] = []
  const filters: QueryFilter[] = []
  const isLonely = items.length === 1
  for (const [index, item] of items.entries()) {
    if (item.kind === 'filter') filters.push(item.filter)
    else if (item.kind === 'or') {
      // The whole query `OR` is the word, or the state of Oregon.
      if (isLonely) required.push([item.word])
      else if (!joinsTwo(items, index)) {
        const message = 'OR was ignored: it stands between two words or phrases that are searched for.'
        notes.push({ code: 'or_ignored', message })
      }
    } else if (item.isExcluded) excluded.push(item.term)
    else {
      const group =
        items[index - 1]?.kind === 'or' && joinsTwo(items, index - 1) ? required.at(-1) : undefined
      if (group === undefined) required.push([item.term])
      else group.push(item.term)
      if (item.term.kind === 'word' && item.term.text === 'AND') {
        const message = 'AND was searched as a word: all words must match anyway.'
        notes.push({ code: 'and_is_a_word', message })
      }
    }
  }
  return { required, excluded, filters }
}

function joinsTwo(items: readonly QueryItem[], index: number): boolean {
  const isAlternative = (item: QueryItem | undefined): boolean => item?.kind === 'term' && !item.isExcluded
  return isAlternative(items[index - 1]) && isAlternative(items[index + 1])
}
