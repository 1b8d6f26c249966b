import type { TextEdit } from '../../src/citation/text-edits.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Content, Html } from './html.ts'
import { inMarks } from './in-marks.ts'
import { shortened } from './shortened.ts'
import { textAttributes } from './text-attributes.ts'

/** What became of a text, word by word for the eye, and the same in sentences: hardly any screen reader tells them apart. */
export function textEditsView(edits: readonly TextEdit[], language: Language, reader: Reader): Html {
  const sentences = edits.flatMap(edit => sentenceOf(edit, reader))
  const hasMarks = edits.some(({ kind }) => kind === 'marks')
  return html`<p class="diff" ${textAttributes(language)}>${edits.map(editSpan)}</p>
    <ul class="differences" aria-label="${reader.say('retired.changes')}">
      ${[...sentences, ...(hasMarks ? [reader.say('edit.marks')] : [])].map(one => html`<li>${one}</li>`)}
    </ul>`
}

function editSpan({ kind, before, after }: TextEdit): Content {
  if (kind === 'same' || kind === 'marks') return after
  return html`${before !== '' && html`<del>${before}</del>`}${after !== '' && html`<ins>${after}</ins>`}`
}

const LONGEST = 80

function sentenceOf({ kind, before, after }: TextEdit, reader: Reader): Html | [] {
  const said = (text: string): Html => inMarks(shortened(text.trim(), LONGEST), reader)
  switch (kind) {
    case 'same':
    case 'marks':
      return []
    case 'dropped':
      return reader.say('edit.dropped', { before: said(before) })
    case 'inserted':
      return reader.say('edit.inserted', { after: said(after) })
    case 'changed':
      return reader.say('edit.changed', { before: said(before), after: said(after) })
  }
}
