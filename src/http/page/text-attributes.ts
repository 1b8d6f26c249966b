import type { Language } from '../../domain/language.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { directionOf } from './reader.ts'

/** `lang` and `dir` of an element that holds text as it was published. */
export const textAttributes = (language: Language): Html =>
  html` lang="${language}" dir="${directionOf(language)}"`
