import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** Words of the reader or of a text, in the quotation marks of the interface; parted from what runs the other way. */
export const inMarks = (words: string, reader: Reader): Html =>
  html`<bdi>${reader.say('marks', { words })}</bdi>`
